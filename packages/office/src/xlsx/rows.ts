import { OfficeFailure } from '../failure.ts';
import { clean } from '../words/spaces.ts';
import type { CellLink } from './beside.ts';
import type { Shown } from './formats.ts';
import { serialOf, showNumber, showText } from './formats.ts';
import type { Area } from './sheet.ts';
import { columnName, place } from './sheet.ts';
import type { CellRun, StoredCell } from './walk.ts';
import { walkSheet } from './walk.ts';
import { xstring } from './xstring.ts';

/** More rows than a page, a CSV in a repository and an officer can take. */
export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;

export interface RawSheet {
  /** Cells by row and column of the file, from 0; only rows with something in them. */
  readonly rows: ReadonlyMap<number, readonly (string | undefined)[]>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: (column: number) => boolean;
  /** Numbers that lost digits in Excel, formulas without a result, errors: `B5`. */
  readonly cut: readonly string[];
  readonly unresolved: readonly string[];
  /** Cells that need a word to the officer, by what that is: `D2`. */
  readonly told: Readonly<Record<Told, readonly string[]>>;
  /** Values that their formats hide. */
  readonly values: readonly string[];
  readonly links: readonly CellLink[];
  /** Printed heads and feet, as written. */
  readonly margins: readonly string[];
}

/** Cells with a picture; with a number that their format hides, whose sign was a colour; TRUE; struck. */
export type Told = 'picture' | 'unshown' | 'coloured' | 'logical' | 'struck';

export interface Workbook {
  readonly strings: readonly string[];
  readonly formatOf: (style: number) => string;
  readonly date1904: boolean;
  readonly struck: ReadonlySet<number>;
}

/** Streams a sheet's part; a large sheet is never one string or one tree. */
export function readRows(
  bytes: Uint8Array,
  { strings, formatOf, date1904, struck }: Workbook,
): RawSheet {
  const rows = new Map<number, (string | undefined)[]>();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hidden: [number, number][] = [];
  const cut: string[] = [];
  const unresolved: string[] = [];
  const told: Record<Told, string[]> = {
    picture: [],
    unshown: [],
    coloured: [],
    logical: [],
    struck: [],
  };
  const links: CellLink[] = [];
  const values: string[] = [];
  const margins: string[] = [];
  walkSheet(bytes, {
    row(row, hidden) {
      if (hidden) hiddenRows.add(row);
    },
    hiddenColumns: (from, to) => hidden.push([from, to]),
    open(name, attributes) {
      if (name === 'hyperlink') {
        const { ref = '', id, location } = attributes;
        links.push({ ref, ...(id ? { id } : {}), ...(location ? { location } : {}) });
      } else if (name === 'mergeCell') {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(place);
        if (from && to)
          merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    words(name, text) {
      if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) margins.push(text);
    },
    cell(cell) {
      const { row, column, formula: code } = cell;
      const at = `${columnName(column)}${row + 1}`;
      const { text, lost, ...more } = show(cell);
      const formula = code !== '' || text.startsWith('=');
      const picture =
        (cell.pointing && cell.type === 'e') ||
        (formula && /DISPIMG\s*\(/i.test(`${code} ${text}`));
      if (lost) cut.push(at);
      if (picture) told.picture.push(at);
      else if ((cell.computed && cell.value === '' && cell.type !== 'str') || cell.type === 'e')
        unresolved.push(at);
      const address = code === '' ? undefined : /^\s*HYPERLINK\s*\(\s*"([^"]+)"/i.exec(code)?.[1];
      if (address !== undefined) links.push({ ref: at, location: address });
      if (more.coloured) told.coloured.push(at);
      if (cell.type === 'b') told.logical.push(at);
      if (text === '' && stored(cell).trim() !== '') {
        told.unshown.push(at);
        values.push(stored(cell));
      }
      const gone = struck.has(cell.style) && text !== '';
      if (gone || text.includes(STRUCK)) told.struck.push(at);
      if (text !== '' && !picture) put(row, column, gone ? struckOut(text) : text);
    },
  });
  return {
    rows,
    merges,
    hiddenRows,
    hiddenColumns: (index) => hidden.some(([from, to]) => index >= from && index <= to),
    cut,
    unresolved,
    told,
    values,
    links,
    margins,
  };

  /** What a cell holds, shown or not. */
  function stored({ type, value, runs }: StoredCell): string {
    if (type === 's') return strings[Number(value)] ?? '';
    return type === 'inlineStr' ? wordsOf(runs) : value;
  }

  function put(row: number, column: number, text: string): void {
    if (column >= MOST_COLUMNS) {
      throw new OfficeFailure(
        'too-large',
        `表格超过 ${MOST_COLUMNS} 列`,
        '删去多余的列，或分成几张表',
      );
    }
    const cells = rows.get(row) ?? [];
    if (!rows.has(row)) {
      if (rows.size >= MOST_ROWS) throw tooManyRows();
      rows.set(row, cells);
    }
    cells[column] = text;
  }

  function show(cell: StoredCell): Show {
    return (SHOWN[cell.type] ?? number)(cell, { strings, formatOf, date1904 });
  }
}

interface Show {
  readonly text: string;
  readonly lost: boolean;
  readonly coloured?: boolean;
}

type Book = Pick<Workbook, 'strings' | 'formatOf' | 'date1904'>;

const plain = (text: string): Show => ({ text: clean(text).trim(), lost: false });

const typed = (text: string, { style }: StoredCell, { formatOf }: Book): Show =>
  plain(showText(xstring(text), formatOf(style)));

function number({ value, style }: StoredCell, { formatOf, date1904 }: Book): Show {
  if (value === '') return plain('');
  const shown: Shown = showNumber(value, formatOf(style), date1904);
  return {
    text: shown.text,
    lost: shown.cut === true,
    ...(shown.coloured ? { coloured: true } : {}),
  };
}

/** What a cell shows, by its type; another one is a number. */
export const SHOWN: Record<string, (cell: StoredCell, book: Book) => Show> = {
  n: number,
  s: (cell, book) => typed(book.strings[Number(cell.value)] ?? '', cell, book),
  inlineStr: (cell, book) => typed(wordsOf(cell.runs), cell, book),
  str: (cell, book) => typed(cell.value, cell, book),
  d: ({ value, style }, { formatOf }) => {
    const serial = serialOf(value);
    if (serial === undefined) return plain(value);
    const pattern = formatOf(style);
    const whole = serial % 1 === 0 ? 'yyyy/m/d' : 'yyyy/m/d h:mm';
    return plain(showNumber(String(serial), pattern === 'General' ? whole : pattern).text);
  },
  e: ({ value }) => plain(value),
  b: ({ value }) => plain(value === '1' ? '是' : '否'),
};

/** How a table says that words no longer hold: a CSV has no looks. */
const STRUCK = '（已划去：';
export function struckOut(text: string): string {
  return text.trim() === '' ? text : `${STRUCK}${text}）`;
}

/** The words of a text; how they are said is no part of it. */
export function wordsOf(runs: readonly CellRun[]): string {
  let text = '';
  for (const run of runs) if (!run.phonetic) text += run.strike ? struckOut(run.text) : run.text;
  return text;
}

export function tooManyRows(total?: number): OfficeFailure {
  const count =
    total === undefined ? `超过 ${MOST_ROWS} 行` : `有 ${total} 行，超过 ${MOST_ROWS} 行`;
  return new OfficeFailure(
    'too-large',
    `表格${count}，一条信息放不下`,
    '按年份、乡镇或类别分成几个文件',
  );
}
