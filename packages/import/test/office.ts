import { strToU8, zipSync } from 'fflate';

/*
 * The smallest Word and Excel files that say what a test needs, made by code: what offices send is
 * described here part by part, and no binary lies in the repository.
 */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

export function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

export function relations(
  rows: readonly (readonly [id: string, type: string, target: string, external?: boolean])[],
): string {
  const list = rows.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly media?: Record<string, Uint8Array>;
  readonly links?: Record<string, string>;
  /** More parts below word/, each with the type of its relation; the id is the path. */
  readonly parts?: Record<string, { readonly type: string; readonly content: string | Uint8Array }>;
}

export function docx(parts: DocxParts | string): Uint8Array {
  const {
    body,
    styles,
    numbering,
    footnotes,
    header,
    media = {},
    links = {},
    parts: more = {},
  } = typeof parts === 'string' ? ({ body: parts } as DocxParts) : parts;
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  };
  const rows: [string, string, string, boolean?][] = [];
  const part = (type: string, name: string, root: string, content: string | undefined) => {
    if (content === undefined) return;
    files[`word/${name}`] = `${XML}<w:${root} ${W}>${content}</w:${root}>`;
    rows.push([`r-${type}`, type, name]);
  };
  part('styles', 'styles.xml', 'styles', styles);
  part('numbering', 'numbering.xml', 'numbering', numbering);
  part('footnotes', 'footnotes.xml', 'footnotes', footnotes);
  part('header', 'header1.xml', 'hdr', header);
  for (const [name, bytes] of Object.entries(media)) {
    files[`word/media/${name}`] = bytes;
    rows.push([name, 'image', `media/${name}`]);
  }
  for (const [path, { type, content }] of Object.entries(more)) {
    files[`word/${path}`] = content;
    rows.push([path, type, path]);
  }
  for (const [id, target] of Object.entries(links)) rows.push([id, 'hyperlink', target, true]);
  files['word/_rels/document.xml.rels'] = relations(rows);
  return zip(files);
}

/** A paragraph of Word; `properties` go into `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

export function r(text: string, look = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

export const CENTRE = '<w:jc w:val="center"/>';
export const RIGHT = '<w:jc w:val="right"/>';
export const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
export const listed = (id: string, depth = 0) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A table cell; `properties` go into `w:tcPr`. */
export const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
export const SPAN = (count: number) => `<w:gridSpan w:val="${count}"/>`;
export const MERGE = '<w:vMerge w:val="restart"/>';
export const MERGED = '<w:vMerge/>';

/** A value of a cell: text, a stored number with its style, or raw XML. */
export type CellValue =
  | string
  | number
  | null
  | { readonly v: string; readonly s?: number }
  | { readonly xml: string };

export interface SheetParts {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merges?: readonly string[];
  /** Columns from 1 that are hidden. */
  readonly hiddenColumns?: readonly number[];
  /** Rows from 1 that are hidden. */
  readonly hiddenRows?: readonly number[];
  /** XML behind the rows: addresses, a printed head. */
  readonly after?: string;
  /** Parts below xl/ that belong to the sheet; the id of the relation is the path. */
  readonly parts?: Record<string, { readonly type: string; readonly content: string }>;
  /** Addresses outside, by the id of the relation. */
  readonly links?: Record<string, string>;
  /** Another sort of sheet. */
  readonly type?: string;
}

/** `formats`: the number format of each style, by index. */
export function xlsx(
  sheets: readonly SheetParts[],
  formats: readonly string[] = ['General'],
): Uint8Array {
  const strings: string[] = [];
  const files: Record<string, string> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        ({ type = 'worksheet' }, index) =>
          [`s${index}`, type, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['strings', 'sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${XML}<workbook xmlns:r="${OFFICE}"><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `${XML}<styleSheet><numFmts>${formats
      .map(
        (code, index) =>
          `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
      )
      .join(
        '',
      )}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, strings);
    const { parts = {}, links = {} } = sheet;
    for (const [path, { content }] of Object.entries(parts)) files[`xl/${path}`] = content;
    files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relations([
      ...Object.entries(parts).map(([path, { type }]) => [path, type, `../${path}`] as const),
      ...Object.entries(links).map(([id, target]) => [id, 'hyperlink', target, true] as const),
    ]);
  }
  files['xl/sharedStrings.xml'] =
    `${XML}<sst>${strings.map((text) => `<si><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`).join('')}</sst>`;
  return zip(files);
}

function sheetXml(
  { rows, merges = [], hiddenColumns = [], hiddenRows = [], after = '' }: SheetParts,
  strings: string[],
): string {
  const cols = hiddenColumns
    .map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
    .join('');
  const lines = rows.map((row, y) => {
    const cells = row.map((value, x) => {
      const at = `${String.fromCharCode(65 + x)}${y + 1}`;
      if (value === null || value === '') return '';
      if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
      if (typeof value === 'string') {
        strings.push(value);
        return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
      }
      if ('xml' in value) return value.xml.replace('<c', `<c r="${at}"`);
      return `<c r="${at}" s="${value.s ?? 0}"><v>${value.v}</v></c>`;
    });
    return `<row r="${y + 1}"${hiddenRows.includes(y + 1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const merged =
    merges.length > 0
      ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return `${XML}<worksheet>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${lines.join('')}</sheetData>${merged}${after}</worksheet>`;
}

/** The head of an OLE container with a stream of this name, as encrypted files and old ones have. */
export function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface OfdLine {
  readonly text: string;
  /** From the left and from the top of the page, in millimetres. */
  readonly x?: number;
  readonly y: number;
}

/** An OFD file; the text of each line stands on its page sign by sign where `apart` says so. */
export function ofd(
  pages: readonly {
    readonly lines?: readonly OfdLine[];
    readonly pictures?: number;
    /** Lines of a template under the page. */
    readonly template?: readonly OfdLine[];
  }[],
  { apart = false, signed = false } = {},
): Uint8Array {
  const object = ({ text, x = 30, y }: OfdLine) =>
    apart
      ? [...text]
          .map(
            (sign, at) =>
              `<ofd:TextObject Boundary="${x + at * 5} ${y} 5 6" Size="5"><ofd:TextCode X="0" Y="5">${sign}</ofd:TextCode></ofd:TextObject>`,
          )
          .join('')
      : `<ofd:TextObject Boundary="${x} ${y} 200 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g ${text.length - 1} 5">${text}</ofd:TextCode></ofd:TextObject>`;
  const content = (lines: readonly OfdLine[], pictures = 0) =>
    `<ofd:Content><ofd:Layer>${lines.map(object).join('')}${'<ofd:ImageObject/>'.repeat(pictures)}</ofd:Layer></ofd:Content>`;
  const root = (name: string, inside: string) =>
    `${XML}<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${name}>`;
  const files: Record<string, string> = {
    'OFD.xml': root(
      'OFD',
      `<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${signed ? '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>' : ''}</ofd:DocBody>`,
    ),
  };
  const templates: string[] = [];
  const list = pages.map(({ lines = [], pictures = 0, template }, index) => {
    if (template) {
      templates.push(
        `<ofd:TemplatePage ID="${100 + index}" BaseLoc="Tpls/Tpl_${index}/Content.xml"/>`,
      );
      files[`Doc_0/Tpls/Tpl_${index}/Content.xml`] = root('Page', content(template));
    }
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = root(
      'Page',
      `${template ? `<ofd:Template TemplateID="${100 + index}"/>` : ''}${content(lines, pictures)}`,
    );
    return `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`;
  });
  files['Doc_0/Document.xml'] = root(
    'Document',
    `<ofd:CommonData>${templates.join('')}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>`,
  );
  return zip(files);
}

export interface SlideParts {
  readonly title?: string;
  /** Shapes and frames as they stand in the file. */
  readonly body?: string;
  readonly notes?: string;
  readonly hidden?: boolean;
}

const DRAWING =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** A shape of a slide with these lines. */
export const slideText = (lines: readonly string[], placeholder = 'body') =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${placeholder}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp>`;

/** A presentation. */
export function pptx(slides: readonly SlideParts[]): Uint8Array {
  const files: Record<string, string> = {
    '_rels/.rels': relations([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `${XML}<p:presentation ${DRAWING}><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, index) => [`s${index}`, 'slide', `slides/slide${index + 1}.xml`]),
    ),
  };
  for (const [index, { title, body = '', notes, hidden }] of slides.entries()) {
    // A title mostly stands last in the file, for it was drawn last.
    const inside = `${body}${title === undefined ? '' : slideText([title], 'title')}${slideText([String(index + 1)], 'sldNum')}`;
    files[`ppt/slides/slide${index + 1}.xml`] =
      `${XML}<p:sld ${DRAWING}${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${inside}</p:spTree></p:cSld></p:sld>`;
    if (notes === undefined) continue;
    files[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relations([
      ['n', 'notesSlide', `../notesSlides/notesSlide${index + 1}.xml`],
    ]);
    files[`ppt/notesSlides/notesSlide${index + 1}.xml`] =
      `${XML}<p:notes ${DRAWING}><p:cSld><p:spTree>${slideText([notes])}</p:spTree></p:cSld></p:notes>`;
  }
  return zip(files);
}
