import type { CsvFault, CsvTable } from '../table.ts';

/** Signs that stand between cells where commas should: Excel's in some settings, tabs, a Chinese comma. */
const SEPARATORS = [
  [';', '分号“;”'],
  ['；', '分号“；”'],
  ['\t', '制表符（Tab）'],
  ['|', '竖线“|”'],
  ['，', '中文逗号“，”'],
  ['、', '顿号“、”'],
] as const;

/** It stands within the words of a cell as well: only names of columns that are known tell it apart. */
const WITHIN_WORDS = '、';

/** So many lines tell which sign parts the cells. */
const LINES = 10;

/** Above a head stand at most a title, a unit of measure and a date. */
const TITLE_ROWS = 3;

/**
 * The one thing that puts all columns out of place, so that none of what follows from it is told: cells that are parted by
 * another sign than a comma, or rows above the column names.
 *
 * @param needed columns that the table must have, where that is known
 */
export function headFault(
  text: string,
  table: CsvTable,
  needed: readonly string[],
): CsvFault | undefined {
  return separatorFault(text, needed) ?? titleFault(table, needed);
}

function separatorFault(text: string, needed: readonly string[]): CsvFault | undefined {
  const lines = text
    .split('\n', LINES * 2)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const [head = '', ...rows] = lines;
  const named = /^sep=(.)$/i.exec(head)?.[1];
  const count = (line: string, sign: string) => line.split(sign).length - 1;
  for (const [sign, name] of SEPARATORS) {
    const columns = count(head, sign);
    const names = head.split(sign).map((cell) => cell.trim());
    const known = needed.filter((name) => names.includes(name)).length;
    const parts =
      named === sign ||
      (columns > 0 && known > 0 && known * 2 >= needed.length) ||
      // What follows may hold commas in its words; the head decides, and most rows have as many cells.
      (columns > 0 &&
        sign !== WITHIN_WORDS &&
        !head.includes(',') &&
        rows.filter((row) => count(row, sign) === columns).length * 2 >= rows.length);
    if (parts) return { code: 'shape/csv-separator', line: 1, column: 1, value: name };
  }
  return undefined;
}

function titleFault(
  { columns, rows, lines }: CsvTable,
  needed: readonly string[],
): CsvFault | undefined {
  const all = [columns, ...rows.slice(0, TITLE_ROWS)];
  const at = all.findIndex((row, index) => index > 0 && isHead(row, all[0] ?? [], needed));
  if (at < 1) return undefined;
  const line = lines[at - 1] ?? 1;
  return {
    ...{ code: 'shape/csv-title-row', line: 1, column: 1 },
    value: filled(columns).join('、').slice(0, 60),
    expected: `第一行是列名：${filled(all[at] ?? []).join('、')}`,
    other: String(line),
  };
}

/** Whether a row has the column names, and the first one a title. */
function isHead(
  row: readonly string[],
  first: readonly string[],
  needed: readonly string[],
): boolean {
  const has = (cells: readonly string[]) => needed.filter((name) => cells.includes(name)).length;
  if (has(first) > 0) return false;
  if (has(row) > 0 && has(row) * 2 >= needed.length) return true;
  // A line that is one cell wide beside a table of several columns names none of them.
  return filled(first).length === 1 && filled(row).length >= 3;
}

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell !== '');
