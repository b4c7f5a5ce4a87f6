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
  /** What stands one below the other: words, and tables by their rows. */
  readonly paragraphs?: readonly (string | readonly (readonly string[])[])[];
  readonly table?: readonly (readonly string[])[];
  /** More parts by their names. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A Word file with the parts that matter. */
export function word({ paragraphs = [], table: rows, more = {} }: WordParts): Uint8Array {
  const block = (given: (typeof paragraphs)[number]) =>
    typeof given === 'string' ? paragraph(given) : table(given);
  const body = paragraphs.map(block).join('') + (rows ? table(rows) : '');
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

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
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${columns}<sheetData>${data}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...more,
  });
}

export interface PdfParts {
  readonly lines: readonly string[];
  /** Lines of the pages that follow. */
  readonly further?: readonly (readonly string[])[];
  /** The document information dictionary, such as `/Author (name)`. */
  readonly info?: string;
  /** More entries of the catalogue, such as an action when it is opened. */
  readonly catalog?: string;
  /** More entries of the page. */
  readonly page?: string;
  /** More objects; the first has the number 9. */
  readonly objects?: readonly string[];
  /** More entries of the trailer. */
  readonly trailer?: string;
  /** What the page draws, instead of the lines. */
  readonly content?: string;
}

/** A PDF object with a stream. */
export function pdfStream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** A PDF whose Chinese font is not embedded, as small programs write it (Adobe-GB1). */
export function pdf(parts: PdfParts): Uint8Array {
  const { lines, info = '', catalog = '', page = '', objects: more = [], trailer = '' } = parts;
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const drawn = (each: readonly string[]) =>
    `BT /F1 12 Tf 22 TL 72 770 Td\n${each.map((line) => `<${hex(line)}> Tj T*`).join('\n')}\nET`;
  const stream = parts.content ?? drawn(lines);
  const pageOf = (content: number, entries = '') =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R ${entries} >>`;
  const first = 9 + more.length;
  const further = (parts.further ?? []).flatMap((each, index) => [
    pageOf(first + index * 2 + 1),
    pdfStream(drawn(each)),
  ]);
  const kids = (parts.further ?? []).map((_, index) => ` ${first + index * 2} 0 R`).join('');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [6 0 R${kids}] /Count ${1 + further.length / 2} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    pageOf(7, page),
    pdfStream(stream),
    `<< ${info} >>`,
    ...more,
    ...further,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 8 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body + tail, 'latin1'));
}

const SECTOR = 512;

/**
 * A compound file ([MS-CFB]) with these streams in its root; a name with a stroke puts its stream into a
 * storage. Streams are padded to 4,096 bytes, so that none goes into the small ones' own table.
 */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const storages = [
    ...new Set(Object.keys(streams).flatMap((name) => name.split('/').slice(0, -1))),
  ];
  const entries: Buffer[] = [];
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const add = (bytes: Uint8Array): number => {
    const start = sectors.length;
    const count = Math.max(1, Math.ceil(bytes.length / SECTOR));
    for (let at = 0; at < count; at++) {
      const sector = Buffer.alloc(SECTOR);
      Buffer.from(bytes.subarray(at * SECTOR, (at + 1) * SECTOR)).copy(sector);
      sectors.push(sector);
      fat.push(at === count - 1 ? 0xfffffffe : start + at + 1);
    }
    return start;
  };
  const names = Object.entries(streams);
  const inRoot = [
    ...storages,
    ...names.filter(([name]) => !name.includes('/')).map(([name]) => name),
  ];
  const order = ['Root Entry', ...storages, ...names.map(([name]) => name)];
  const chainOf = (list: readonly string[], name: string) => {
    const next = list[list.indexOf(name) + 1];
    return next === undefined ? -1 : order.indexOf(next);
  };
  const inside = (storage: string) =>
    names.filter(([name]) => name.startsWith(`${storage}/`)).map(([name]) => name);
  for (const name of order) {
    const entry = Buffer.alloc(128);
    const stream = streams[name];
    const own = name.split('/').at(-1) ?? name;
    entry.write(own, 0, 'utf16le');
    entry.writeUInt16LE((own.length + 1) * 2, 64);
    entry[66] = name === 'Root Entry' ? 5 : stream ? 2 : 1;
    const siblings = name.includes('/') ? inside(name.split('/')[0] as string) : inRoot;
    entry.writeInt32LE(-1, 68);
    entry.writeInt32LE(name === 'Root Entry' ? -1 : chainOf(siblings, name), 72);
    const first = name === 'Root Entry' ? inRoot[0] : stream ? undefined : inside(name)[0];
    entry.writeInt32LE(first === undefined ? -1 : order.indexOf(first), 76);
    if (stream) {
      const padded = Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))]);
      entry.writeUInt32LE(add(padded), 116);
      entry.writeUInt32LE(padded.length, 120);
    } else entry.writeInt32LE(-2, 116);
    entries.push(entry);
  }
  const directory = add(Buffer.concat(entries));
  const fatSectors = Math.ceil((sectors.length + 2) / (SECTOR / 4));
  const fatStart = sectors.length;
  for (let at = 0; at < fatSectors; at++) fat.push(0xfffffffd);
  const table = Buffer.alloc(fatSectors * SECTOR, 0xff);
  for (const [at, next] of fat.entries()) table.writeUInt32LE(next, at * 4);
  const head = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 24);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.fill(0, 34, 44);
  head.writeUInt32LE(fatSectors, 44);
  head.writeUInt32LE(directory, 48);
  head.writeUInt32LE(0, 52);
  head.writeUInt32LE(4096, 56);
  head.writeInt32LE(-2, 60);
  head.writeUInt32LE(0, 64);
  head.writeInt32LE(-2, 68);
  head.writeUInt32LE(0, 72);
  for (let at = 0; at < fatSectors; at++) head.writeUInt32LE(fatStart + at, 76 + at * 4);
  return Uint8Array.from(Buffer.concat([head, ...sectors, table]));
}

/** An old Office file with a text in it that is found among its bytes alone: as Word 95 begins, no reader turns it. */
export function legacy(
  text: string,
  { vba = false, number }: { vba?: boolean; number?: number } = {},
): Uint8Array {
  const record = Buffer.alloc(18);
  Buffer.from([0x03, 0x02, 0x0e, 0x00]).copy(record);
  record.writeDoubleLE(number ?? 0, 10);
  return compound({
    WordDocument: Buffer.concat([
      Buffer.from([0xdc, 0xa5]),
      Buffer.alloc(62),
      Buffer.from(text, 'utf16le'),
      Buffer.alloc(8),
    ]),
    ...(number === undefined ? {} : { Workbook: record }),
    ...(vba ? { 'VBA/_VBA_PROJECT': Buffer.from('Attribute VB_Name') } : {}),
  });
}
