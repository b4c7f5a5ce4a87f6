import { escapedValue as escaped, packed } from './package.ts';

/** Rows of texts below the names of their columns. */
export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One sheet of a workbook that is written. */
export interface TableSheet {
  /** As the tab says it: at most 31 characters, without `[ ] : * ? / \`. */
  readonly name: string;
  readonly table: PlainTable;
  /** Columns whose cells are numbers where they look like one; all other cells are text. */
  readonly numbers?: readonly string[];
}

/** What Excel holds at most: rows of a sheet with its head, and characters of a cell. */
const MOST_ROWS = 1_048_576;
const LONGEST = 32_767;

/**
 * A workbook (ECMA-376) of plain tables: a bold head that stays in view, text cells, no formulas, so
 * nothing in a cell is ever run. Our own, for the libraries that write xlsx carry a reader and styles
 * of many hundred kilobytes or are no longer kept.
 *
 * @throws Error when a sheet has more rows than Excel opens.
 */
export function toXlsx(sheets: readonly TableSheet[]): Uint8Array {
  const files: Record<string, string> = {};
  const put = (path: string, text: string) => {
    files[path] = text;
  };
  put('[Content_Types].xml', contentTypes(sheets.length));
  put('_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]));
  put('xl/workbook.xml', workbook(sheets));
  put(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
  );
  put('xl/styles.xml', STYLES);
  for (const [i, sheet] of sheets.entries())
    put(`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet));
  return packed(files);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 0 is plain text (`@` keeps leading zeros), 1 the head, 2 a number. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...parts,
    '</Types>',
  ].join('');
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheets: readonly TableSheet[]): string {
  const names = sheetNames(sheets);
  const list = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

/** Names as Excel takes them: cleaned, cut, each once, case apart. */
function sheetNames(sheets: readonly TableSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const clean = name.replaceAll(/[[\]:*?/\\]/g, ' ').trim() || '表';
    let unique = clean.slice(0, 31);
    for (let i = 2; taken.has(unique.toLowerCase()); i += 1) {
      unique = `${clean.slice(0, 28)} ${i}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function worksheet({ name, table, numbers = [] }: TableSheet): string {
  const { columns, rows } = table;
  if (rows.length >= MOST_ROWS) {
    throw new Error(`The sheet ${name} has ${rows.length} rows; Excel opens ${MOST_ROWS - 1}.`);
  }
  const numeric = new Set(numbers.map((column) => columns.indexOf(column)));
  const widths = columns.map(
    (column, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column, i, rows)}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, row) => {
    const parts = columns.map((_, i) => cell(cells[i] ?? '', address(i, row + 2), numeric.has(i)));
    return `<row r="${row + 2}">${parts.join('')}</row>`;
  });
  const head = columns.map((column, i) => textCell(column, address(i, 1), 1));
  return [
    `<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns.length === 0 ? '' : `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${head.join('')}</row>${lines.join('')}</sheetData>`,
    '</worksheet>',
  ].join('');
}

/** Wide enough for the head and the first rows, never wider than a screen can use. */
function widthOf(column: string, index: number, rows: PlainTable['rows']): number {
  const seen = [column, ...rows.slice(0, 50).map((cells) => cells[index] ?? '')];
  const longest = seen.reduce((most, text) => Math.max(most, widthOfText(text)), 0);
  return Math.min(60, Math.max(8, longest + 2));
}

function widthOfText(text: string): number {
  let width = 0;
  for (const char of text.slice(0, 60)) width += char > '\u2e7f' ? 2 : 1;
  return width;
}

function cell(text: string, at: string, numeric: boolean): string {
  if (text === '') return '';
  if (numeric && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text))
    return `<c r="${at}" s="2"><v>${text}</v></c>`;
  return textCell(text, at, 0);
}

function textCell(text: string, at: string, style: number): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut)}</t></is></c>`;
}

/** 0, 1 → `A1`; 26, 3 → `AA3`. */
function address(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters + row;
}
