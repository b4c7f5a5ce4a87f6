import { aboutRows } from '../heads.ts';
import { hasLabel } from '../labelled.ts';
import type { TextPassage } from './passage.ts';
import { Words } from './passage.ts';

/** A cell of a table as it is written; a merged one spans several columns or rows. */
export interface TableCell {
  readonly words: Words;
  readonly columns: number;
  readonly rows: number;
  /** Written as a head. */
  readonly head: boolean;
}

/** Further columns are not told apart: no table that people read has as many. */
const WIDEST = 1000;
/** Heads that stand above each other, at the most. */
const HEAD_ROWS = 4;

/** Every cell with the heads above it and the words to its left, and what stands in several cells together. */
export function* tablePassages(rows: readonly (readonly TableCell[])[]): Generator<TextPassage> {
  const placed = inColumns(rows);
  const depth = headDepth(rows);
  const heads: string[] = [];
  for (const row of placed.slice(0, depth)) {
    for (const { cell, column } of row) {
      const name = cell.words.text.trim();
      for (let at = column; at < Math.min(WIDEST, column + cell.columns); at++) {
        const above = heads[at];
        heads[at] = above === undefined || above === name ? name : `${above} ${name}`.trim();
      }
    }
  }
  const about = aboutRows(heads.filter((head) => head !== undefined));
  for (const [index, row] of placed.entries()) {
    const isHead = index < depth;
    for (const [at, { cell, column }] of row.entries()) {
      if (cell.words.isEmpty) continue;
      const head = isHead ? '' : (heads[column] ?? '');
      const beside = labelBeside(row[at - 1]?.cell);
      yield cell.words.passage(
        { label: `${beside} ${head}`.trim(), ...(isHead ? {} : about) },
        head === '' ? {} : { field: head },
      );
    }
    yield* acrossCells(row.map(({ cell }) => cell.words));
  }
}

/** A cell to the left that names what stands in the next: forms have their heads there. */
function labelBeside(cell: TableCell | undefined): string {
  const text = cell?.words.text.trim() ?? '';
  return text.length <= 20 && !/\d/.test(text) && hasLabel(text) ? text : '';
}

interface PlacedCell {
  readonly cell: TableCell;
  readonly column: number;
}

/** Each cell with the column it begins in: cells merged downwards push those below to the right. */
function inColumns(rows: readonly (readonly TableCell[])[]): PlacedCell[][] {
  const busy = new Map<number, number>();
  return rows.map((row) => {
    const placed: PlacedCell[] = [];
    const lasting: [column: number, rows: number][] = [];
    let column = 0;
    for (const cell of row) {
      while ((busy.get(column) ?? 0) > 0) column++;
      placed.push({ cell, column });
      if (cell.rows > 1) {
        for (let at = column; at < Math.min(WIDEST, column + cell.columns); at++) {
          lasting.push([at, cell.rows]);
        }
      }
      column += cell.columns;
    }
    for (const [at, left] of busy) {
      if (left > 1) busy.set(at, left - 1);
      else busy.delete(at);
    }
    for (const [at, count] of lasting) busy.set(at, count - 1);
    return placed;
  });
}

/**
 * Rows that are heads: those written so, or else the first; what divides a head merged sideways, and what stands
 * below a title.
 */
function headDepth(rows: readonly (readonly TableCell[])[]): number {
  let depth = 0;
  while (depth < HEAD_ROWS && rows[depth]?.length && rows[depth]?.every(({ head }) => head))
    depth++;
  if (depth === 0) depth = (rows[0] ?? []).some(isData) ? 0 : 1;
  while (
    depth > 0 &&
    depth < HEAD_ROWS &&
    (isTitle(rows[depth - 1]) ||
      rows[depth - 1]?.some(({ columns, rows: down }) => columns > 1 || down > 1)) &&
    rows[depth] !== undefined &&
    !rows[depth]?.some(isData)
  ) {
    depth++;
  }
  return depth;
}

/** Whether one cell of a row says something, and no other. */
function isTitle(row: readonly TableCell[] | undefined): boolean {
  return row !== undefined && row.filter(({ words }) => !words.isEmpty).length === 1;
}

function isData({ words, head }: TableCell): boolean {
  return !head && /\d|[①-⑩]/.test(words.text);
}

/** The fewest cells of one figure each that are a number: forms have a box for each. */
const BOXES = 7;

/** A number that is written a figure a cell, or in two cells beside each other. */
function* acrossCells(cells: readonly Words[]): Generator<TextPassage> {
  let boxes: Words[] = [];
  for (let at = 0; at <= cells.length; at++) {
    const words = cells[at];
    const text = words?.text.trim() ?? '';
    if (words && /^[\dXx０-９Ｘ]$/.test(text)) {
      boxes.push(words);
      continue;
    }
    if (boxes.length >= BOXES) yield together(boxes, cells[at - boxes.length - 1]);
    boxes = [];
    const next = cells[at + 1];
    if (words && next && isPartOfId(text, next.text.trim())) yield together([words, next]);
  }
}

/** An identity number in two cells: of other numbers, two beside each other are two. */
function isPartOfId(first: string, second: string): boolean {
  return (
    first.length + second.length === 18 &&
    /^\d{6,17}$/.test(first) &&
    /^\d{0,11}[\dXx]$/.test(second)
  );
}

function together(cells: readonly Words[], before?: Words): TextPassage {
  const whole = new Words();
  for (const words of cells) {
    const text = words.text.trim();
    whole.add(text, words.placeAt(words.text.indexOf(text)));
  }
  return whole.passage({ label: before?.text.trim() ?? '' });
}
