import { escaped, packed } from './package.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A row of a form: its label and what stands beside it, empty to be written in by hand. */
export interface FormRow {
  readonly label: string;
  readonly value: string;
  /** Lines that a hand needs here. */
  readonly lines?: number;
}

export interface FormPart {
  /** Stands in a row of its own; none where it is empty. */
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** A form on one or a few sheets of A4. */
export interface Form {
  readonly title: string;
  readonly parts: readonly FormPart[];
  /** What stands below the table. */
  readonly note: string;
}

/** An official letter: whom it is to, what it says, and who says it when. */
export interface Letter {
  readonly title: string;
  /** 文号, below the title. */
  readonly number: string;
  /** The first is the addressee and begins at the margin; the others begin two characters in. */
  readonly paragraphs: readonly string[];
  /** Organ and date, at the right below. */
  readonly signature: readonly string[];
}

/** A form as the smallest Word file that Word and LibreOffice open (ECMA-376, part 1). */
export function formDocx(form: Form): Uint8Array {
  return documentOf(formBody(form));
}

/** A letter as such a file. */
export function letterDocx({ title, number, paragraphs, signature }: Letter): Uint8Array {
  const lines = [
    paragraph(title, { size: 44, bold: true, place: 'center' }),
    paragraph(number, { size: 32, place: 'center' }),
    ...paragraphs.map((text, index) =>
      paragraph(text, { size: 32, ...(index === 0 ? {} : { indent: true }) }),
    ),
    paragraph(''),
    ...signature.map((text) => paragraph(text, { size: 32, place: 'right' })),
  ];
  return documentOf(lines.join(''));
}

function documentOf(body: string): Uint8Array {
  return packed({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${DOCX_TYPE}.main+xml"/>` +
      '</Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>' +
      '</Relationships>',
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
      body +
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1361" w:bottom="1247" w:left="1361" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>' +
      '</w:body></w:document>',
  });
}

/** Widths of the two columns, in twentieths of a point: together what A4 leaves between margins. */
const LABEL_WIDTH = 2400;
const VALUE_WIDTH = 6600;

function formBody({ title, parts, note }: Form): string {
  const width = LABEL_WIDTH + VALUE_WIDTH;
  return (
    paragraph(title, { size: 36, bold: true, place: 'center' }) +
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${LABEL_WIDTH}"/><w:gridCol w:w="${VALUE_WIDTH}"/></w:tblGrid>` +
    parts
      .map(({ title: head, rows }) => headRow(head, width) + rows.map(valueRow).join(''))
      .join('') +
    '</w:tbl>' +
    paragraph(note, { size: 21 })
  );
}

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders>`;

function headRow(title: string, width: number): string {
  if (title === '') return '';
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="2"/>`;
  return `<w:tr>${cell(properties, paragraph(title, { size: 24, bold: true }))}</w:tr>`;
}

function valueRow({ label, value, lines = 1 }: FormRow): string {
  // A row to be written in by hand keeps its height; 480 twentieths of a point is a line.
  const height = `<w:trPr><w:trHeight w:val="${480 * lines}" w:hRule="atLeast"/></w:trPr>`;
  const label_ = cell(`<w:tcW w:w="${LABEL_WIDTH}" w:type="dxa"/>`, paragraph(label));
  const texts = value.split('\n').map((line) => paragraph(line));
  return `<w:tr>${height}${label_}${cell(`<w:tcW w:w="${VALUE_WIDTH}" w:type="dxa"/>`, texts.join(''))}</w:tr>`;
}

function cell(properties: string, content: string): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

interface Look {
  /** In half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly place?: 'center' | 'right';
  /** Whether it begins two characters in. */
  readonly indent?: boolean;
}

function paragraph(text: string, { size = 24, bold = false, place, indent }: Look = {}): string {
  const fonts = '<w:rFonts w:ascii="FangSong" w:hAnsi="FangSong" w:eastAsia="仿宋"/>';
  const look = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  const ind = indent ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : '';
  const jc = place === undefined ? '' : `<w:jc w:val="${place}"/>`;
  const properties = ind + jc === '' ? '' : `<w:pPr>${ind}${jc}</w:pPr>`;
  return `<w:p>${properties}<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}
