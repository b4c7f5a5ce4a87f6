import { strToU8, zipSync } from 'fflate';

/** A zip of texts. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export interface WordParts {
  readonly paragraphs?: readonly string[];
  readonly table?: readonly (readonly string[])[];
  /** More parts by their names. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A Word file with the parts that matter. */
export function word({ paragraphs = [], table: rows, more = {} }: WordParts): Uint8Array {
  const body = paragraphs.map(paragraph).join('') + (rows ? table(rows) : '');
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export interface SheetParts {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly hiddenColumn?: number;
  /** Rows of cells; a number stands as one. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook of one sheet. */
export function workbook(parts: SheetParts): Uint8Array {
  const { name = '名单', hidden = false, hiddenColumn, rows, more = {} } = parts;
  const strings: string[] = [];
  const cell = (value: string | number, column: number, row: number) => {
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value.toExponential()}</v></c>`;
    return `<c r="${at}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const data = rows
    .map((row, index) => {
      const cells = row.map((value, column) => cell(value, column, index + 1)).join('');
      return `<row r="${index + 1}">${cells}</row>`;
    })
    .join('');
  const columns =
    hiddenColumn === undefined
      ? ''
      : `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" hidden="1"/></cols>`;
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets><sheet name="${name}" sheetId="1"${hidden ? ' state="veryHidden"' : ''} r:id="rId1" xmlns:r="r"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${columns}<sheetData>${data}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...more,
  });
}

export interface PdfParts {
  readonly lines: readonly string[];
  /** The document information dictionary, such as `/Author (name)`. */
  readonly info?: string;
  /** More entries of the catalogue, such as an action when it is opened. */
  readonly catalog?: string;
}

/** A PDF whose Chinese font is not embedded, as small programs write it (Adobe-GB1). */
export function pdf({ lines, info = '', catalog = '' }: PdfParts): Uint8Array {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const stream = `BT /F1 12 Tf 22 TL 72 770 Td\n${lines.map((line) => `<${hex(line)}> Tj T*`).join('\n')}\nET`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< ${info} >>`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 8 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body + tail, 'latin1'));
}

/** The beginning of an old Office file and a text in it, as Word 97 to 2003 stored it. */
export function legacy(
  text: string,
  { vba = false, number }: { vba?: boolean; number?: number } = {},
): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const record = Buffer.alloc(18);
  Buffer.from([0x03, 0x02, 0x0e, 0x00]).copy(record);
  record.writeDoubleLE(number ?? 0, 10);
  return Uint8Array.from(
    Buffer.concat([
      head,
      Buffer.alloc(64),
      Buffer.from(text, 'utf16le'),
      Buffer.alloc(8),
      record,
      Buffer.from(vba ? '_VBA_PROJECT' : '', 'utf16le'),
    ]),
  );
}
