import { oneLine } from '@columns/office/words';
import type { Area, Sheet } from '@columns/office/xlsx';
import { columnName } from '@columns/office/xlsx';

/** A table with its head found: what stands above it, its columns, its rows, what stands below. */
export interface HeadedTable {
  /** Lines above the head: the title, 填报单位, 单位：万元. */
  readonly above: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines below the data: 说明, 备注. */
  readonly below: readonly string[];
  /** How many rows the head takes. */
  readonly depth: number;
  /** Rows that only repeat the head, as on every printed page. */
  readonly repeated: readonly (readonly string[])[];
  /** The row, from 0, where another table seems to begin below this one. */
  readonly second?: number;
  /** Columns that had no name and got one. */
  readonly unnamed: readonly string[];
  /** Columns whose name another one has already, as they are told apart. */
  readonly doubled: readonly string[];
  /** Cells of the head that say the same as the one above them: a name says it once. */
  readonly echoed: readonly string[];
}

const NOTE = /^(?:说明|备注|注|填表说明|附注|填报说明)\s*[：:]|^注\s*\d?[.、]/;

/** Finds the head of a sheet: several rows with merged groups become one name for each column. */
export function findHead({
  rows,
  merges,
  numbers,
}: Pick<Sheet, 'rows' | 'merges'> & Partial<Pick<Sheet, 'numbers'>>): HeadedTable | undefined {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const start = rows.findIndex((row, index) => beginsHead(row, index, width, rows.length));
  if (start === -1) return undefined;
  const depth = headDepth(rows, merges, start);
  const head = rows.slice(start, start + depth);
  const within = (row: number, column: number) => isWithin(rows, merges, row, column);
  const { names, unnamed, doubled, echoed } = columnNames(head, width, rows.slice(start + depth), {
    within: (row, column) => within(start + row, column),
  });
  const body = rows.slice(start + depth);
  const end = lastDataRow(body, merges, start + depth);
  const repeats = (row: readonly string[]) =>
    head.some((each) => each.join('\t') === row.join('\t'));
  const data = body.slice(0, end).filter((row) => !repeats(row));
  const second = secondTable(body.slice(0, end), numbers?.slice(start + depth) ?? [], repeats);
  return {
    ...(second === undefined ? {} : { second: start + depth + second }),
    above: linesOf(rows, 0, start, within),
    columns: names,
    rows: data,
    below: linesOf(rows, start + depth + end, rows.length, within),
    depth,
    repeated: body.slice(0, end).filter(repeats),
    unnamed,
    doubled,
    echoed,
  };
}

/** The cells of rows as lines of text; a merged area says its own once. */
function linesOf(
  rows: Sheet['rows'],
  from: number,
  to: number,
  within: (row: number, column: number) => boolean,
): string[] {
  return rows
    .slice(from, to)
    .flatMap((row, index) =>
      row.filter((cell, column) => cell !== '' && !within(from + index, column)),
    );
}

/** Whether a cell only repeats the one at which its merged area begins. */
function isWithin(
  rows: Sheet['rows'],
  merges: readonly Area[],
  row: number,
  column: number,
): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      top <= row &&
      row <= bottom &&
      left <= column &&
      column <= right &&
      (top < row || left < column) &&
      rows[top]?.[left] === rows[row]?.[column],
  );
}

/** A head names at least half of the columns, each by another word, and none by a number. */
function beginsHead(row: readonly string[], index: number, width: number, count: number): boolean {
  const texts = distinct(row);
  const filled = row.filter((cell) => cell !== '').length;
  if (width === 1) return index < count - 1 && texts.length === 1 && !NOTE.test(texts[0] ?? '');
  if (texts.length < 2 || filled < width / 2) return false;
  // 填报单位：… 填报日期：… stand above a head.
  if (texts.every((text) => /[：:]./.test(text))) return false;
  if (texts.length > 2) return true;
  // 填报日期： with its day beside it.
  const open = texts.filter((text) => /[：:]$/.test(text)).length;
  if (open > 0 && open < texts.length) return false;
  return !(width > 3 && texts.some((text) => /[：:]/.test(text)));
}

function headDepth(rows: Sheet['rows'], merges: readonly Area[], start: number): number {
  let bottom = start;
  for (let row = start; row <= bottom && row < rows.length - 1; row++) {
    for (const area of merges) {
      if (area.top > row || area.bottom < row || area.top < start) continue;
      // A group over several columns has its parts in the next row.
      const group = area.right > area.left && area.bottom === row;
      bottom = Math.max(bottom, area.bottom, group ? row + 1 : row);
    }
    if (bottom - start >= 5) break;
  }
  if (bottom === start && hasSecondRow(rows[start] ?? [], rows[start + 1])) bottom = start + 1;
  return Math.min(bottom, rows.length - 1) - start + 1;
}

/** Without merges (CSV): the second row names what the first leaves open, and nothing else. */
function hasSecondRow(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (second === undefined) return false;
  const open = first.flatMap((cell, index) => (cell === '' && index > 0 ? [index] : []));
  if (open.length === 0 || !open.every((index) => (second[index] ?? '') !== '')) return false;
  if (second.some((cell) => /^[\d.,%]+$/.test(cell))) return false;
  return first.some((cell, index) => cell !== '' && (second[index] ?? '') === '');
}

function columnNames(
  head: Sheet['rows'],
  width: number,
  body: Sheet['rows'],
  { within }: { readonly within: (row: number, column: number) => boolean },
): Pick<HeadedTable, 'unnamed' | 'doubled' | 'echoed'> & { readonly names: string[] } {
  const filled = head.map((row, index) =>
    index === head.length - 1 ? row : spread(row, head[index + 1] ?? []),
  );
  const unnamed: string[] = [];
  const doubled: string[] = [];
  const echoed: string[] = [];
  const seen = new Map<string, number>();
  const names = Array.from({ length: width }, (_, column) => {
    const unique: string[] = [];
    for (const [row, cells] of filled.entries()) {
      const part = oneLine(cells[column] ?? '');
      if (part === '') continue;
      if (part !== unique.at(-1)) unique.push(part);
      else if ((head[row]?.[column] ?? '') !== '' && !within(row, column)) echoed.push(part);
    }
    let name = unique.join('：');
    if (name === '' && body.some((row) => (row[column] ?? '') !== '')) {
      name = `第${columnName(column)}列`;
      unnamed.push(name);
    }
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1 || name === '') return name;
    doubled.push(`${name}（${times}）`);
    return `${name}（${times}）`;
  });
  return { names, unnamed, doubled, echoed };
}

/** A group's name over the columns that it covers, where the file has no merged cells. */
function spread(row: readonly string[], next: readonly string[]): string[] {
  let last = '';
  return row.map((cell, index) => {
    if (cell !== '') last = cell;
    return cell === '' && (next[index] ?? '') !== '' ? last : cell;
  });
}

/** Behind empty rows: a line on its own, or words only above figures, begin a table of their own. */
function secondTable(
  rows: Sheet['rows'],
  numbers: readonly number[],
  repeats: (row: readonly string[]) => boolean,
): number | undefined {
  const figure = (cell: string) => /^[\d.,%％-]+$/.test(cell);
  const found = rows.findIndex((row, index) => {
    const gap = index > 0 && (numbers[index] ?? 0) - (numbers[index - 1] ?? 0) > 1;
    const next = rows[index + 1];
    if (!gap || next === undefined || repeats(row)) return false;
    const texts = distinct(row);
    if (texts.some(figure)) return false;
    return texts.length === 1 || next.some(figure);
  });
  return found === -1 ? undefined : found;
}

/**
 * Where the data end: rows below that are one cell are notes. A row of 无 or 0 in each cell is data: only a
 * merged cell, or one that stands alone, is a line of text.
 */
function lastDataRow(rows: Sheet['rows'], merges: readonly Area[], offset: number): number {
  let end = rows.length;
  while (end > 0) {
    const row = rows[end - 1] as readonly string[];
    const texts = distinct(row);
    const filled = row.filter((cell) => cell !== '').length;
    const at = offset + end - 1;
    const merged = merges.some(
      ({ top, bottom, left, right }) => top <= at && at <= bottom && right - left + 1 >= filled,
    );
    const whole =
      texts.length === 1 &&
      row.length > 2 &&
      (NOTE.test(texts[0] ?? '') ||
        (filled === 1 && (texts[0] ?? '').length > 20) ||
        (merged && filled > 1));
    if (!whole && !(texts.length <= 2 && NOTE.test(texts[0] ?? ''))) break;
    end--;
  }
  return end;
}

/** The different texts of a row: a merged cell repeats its own. */
export function distinct(row: readonly string[]): string[] {
  return [...new Set(row.filter((cell) => cell !== ''))];
}
