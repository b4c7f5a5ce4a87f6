import type { RegisterForm } from '@columns/standard';
import type { Position } from '../../problem.ts';
import { isTotal } from '../../tables/totals.ts';
import type { CsvTable } from '../table.ts';
import type { Reading } from './reading.ts';

/** Where a cell stands in its file. */
type At = (row: number, column: number) => Position;

/** What an officer sees at once in a sheet, and no reader of the page: of each sort one finding, at its first place. */
export function rowSlips(
  reading: Reading,
  file: string,
  { columns, rows }: CsvTable,
  form: RegisterForm | undefined,
  at: At,
): void {
  if (rows.length === 0) {
    reading.report('text/no-rows', { line: 1, column: 1 }, { file });
    return;
  }
  const counted = rows.map(
    (cells) => form !== undefined && isTotal(form, { columns, rows }, cells),
  );
  const tell = (code: Slip, found: readonly (readonly [number, number])[], more: object = {}) => {
    const [first] = found;
    if (!first) return;
    const [row, column] = first;
    const value = rows[row]?.[column] ?? '';
    const field = columns[column];
    reading.report(code, at(row, column), {
      file,
      ...(field === undefined || field === '' ? {} : { field }),
      value: value === '' ? (rows[row] ?? []).filter((cell) => cell !== '').join('、') : value,
      ...(found.length > 1 ? { other: String(found.length) } : {}),
      ...more,
    });
  };

  tell('text/total-row', notRows(rows, counted, TOTAL));
  tell('text/note-row', notRows(rows, counted, NOTE));
  tell('text/merged-cells', mergedCells(columns, rows, form));
  const twice = repeatedRows(columns, rows);
  tell(
    'text/repeated-row',
    twice.map(({ row }) => [row, 0] as const),
    {
      ...(twice[0] === undefined
        ? {}
        : { expected: `与第 ${at(twice[0].first, 0).line} 行不同的内容` }),
    },
  );
  for (const [column, name] of columns.entries()) {
    const cells = (wrong: (text: string) => boolean) =>
      rows.flatMap((row, index) => (wrong(row[column] ?? '') ? [[index, column] as const] : []));
    const wide = cells((text) => FULL_WIDTH.test(text));
    const half = halfWidth(rows[wide[0]?.[0] ?? -1]?.[column] ?? '');
    tell('text/full-width', wide, half === '' ? {} : { expected: half });
    tell(
      'text/spoilt-cell',
      cells((text) => SPOILT.test(text)),
    );
    if (TELEPHONE.test(name)) tell('text/telephone-zero', cells(lacksZero));
  }
}

type Slip = Extract<Parameters<Reading['report']>[0], `text/${string}`>;

const TOTAL = /^(?:合计|总计|小计|共计|合 计|总 计)[:：]?$/;
const NOTE = /^(?:注|备注|说明|填表人|填报人|制表人?|制表单位|审核人|单位负责人|填报日期)[:：]/;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/;
/** What Excel makes of long numbers, of columns that are too narrow, and of references that lead nowhere. */
const SPOILT = /^(?:\d(?:\.\d+)?E\+\d{2}|#{4,}|#(?:REF|N\/A|VALUE|NAME|DIV\/0)[!?]?)$/i;
const TELEPHONE = /电话|联系方式|传真/;
/** Columns that only count. */
const COUNTING = /^(?:序号|编号|序|No\.?)$/i;

/** Full-width figures and letters in half width; the marks of a sentence stay. */
export function halfWidth(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ．－]/g, (sign) => sign.normalize('NFKC'));
}

/** Rows that say of themselves that they are none: their first cells are such a word. */
function notRows(
  rows: CsvTable['rows'],
  counted: readonly boolean[],
  word: RegExp,
): (readonly [number, number])[] {
  return rows.flatMap((row, index) => {
    const column = row.findIndex((cell) => cell !== '');
    return !counted[index] && column >= 0 && column < 2 && word.test(row[column] ?? '')
      ? [[index, column] as const]
      : [];
  });
}

/** First cells that are empty below one that is not: the cell was merged in Excel. What the form asks for is told already. */
function mergedCells(
  columns: readonly string[],
  rows: CsvTable['rows'],
  form: RegisterForm | undefined,
): (readonly [number, number])[] {
  const asked = form?.columns.find(({ name }) => name === columns[0]);
  if (columns.length < 2 || (rows[0]?.[0] ?? '') === '' || asked !== undefined) return [];
  return rows.flatMap((row, index) =>
    row[0] === '' && row.filter((cell) => cell !== '').length >= 2 ? [[index, 0] as const] : [],
  );
}

/** Rows that say the same as one above, whatever their number. */
function repeatedRows(
  columns: readonly string[],
  rows: CsvTable['rows'],
): { row: number; first: number }[] {
  const counting = columns.findIndex((name) => COUNTING.test(name));
  const seen = new Map<string, number>();
  return rows.flatMap((cells, row) => {
    const own = counting < 0 ? cells : cells.filter((_, column) => column !== counting);
    // Two words may well stand together twice.
    if (own.filter((cell) => cell !== '').length < 3) return [];
    const key = own.join('\u0000');
    const first = seen.get(key);
    if (first !== undefined) return [{ row, first }];
    seen.set(key, row);
    return [];
  });
}

/** 2824520001: an area code without its 0, as Excel leaves it. Mobile and short numbers begin otherwise. */
function lacksZero(text: string): boolean {
  return text
    .split(/[、，,;；/\s]+/)
    .some(
      (number) =>
        /^[2-9]\d{1,2}-?\d{7,8}$/.test(number) &&
        !/^(?:400|800)/.test(number) &&
        number.replace('-', '').length >= 10,
    );
}
