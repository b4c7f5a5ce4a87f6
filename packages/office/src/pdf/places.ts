/*
 * Where figures stand on a page. A program may draw them in any order; a reader sees them side by side.
 */

/** A piece of text as pdfjs-dist gives it: `transform` places it, sizes are in points. */
export interface Placed {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
}

interface Figures {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** No piece of a number that is drawn in pieces is longer. */
const LONGEST = 10;
const SHORTEST = 11;
/** How far apart, in parts of their size, single figures and groups of them stand in one number. */
const GAP_OF_SIGNS = 1.5;
const GAP_OF_GROUPS = 0.6;

/** Numbers whose pieces are drawn in another order than they stand in on their line. */
export function numbersByPlace(items: readonly Placed[]): string[] {
  const pieces = items.flatMap(figuresOf);
  if (!pieces.some((piece, index) => isBefore(piece, pieces[index - 1]))) return [];
  const placed = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const numbers: string[] = [];
  let run = '';
  let before: Figures | undefined;
  for (const piece of placed) {
    if (run !== '' && before && !hangTogether(before, piece)) {
      numbers.push(run);
      run = '';
    }
    run += piece.text;
    before = piece;
  }
  return [...numbers, run].filter(({ length }) => length >= SHORTEST);
}

function figuresOf({ str = '', transform, width = 0 }: Placed): Figures[] {
  const text = str.trim();
  if (text.length > LONGEST || !/^\d+[Xx]?$|^[Xx]$/.test(text) || !transform) return [];
  const [scale = 0, , , , x = 0, y = 0] = transform;
  return [{ text, x, y: Math.round(y), width, size: Math.abs(scale) }];
}

function isBefore(piece: Figures, last: Figures | undefined): boolean {
  return last !== undefined && piece.y === last.y && piece.x < last.x;
}

function hangTogether(a: Figures, b: Figures): boolean {
  const single = a.text.length === 1 && b.text.length === 1;
  const gap = Math.abs(b.x - (a.x + a.width));
  return a.y === b.y && gap < a.size * (single ? GAP_OF_SIGNS : GAP_OF_GROUPS);
}
