import type { Position } from '../problem.ts';

/**
 * Finds cells in the text of a CSV. The text is walked only from the line on which the row begins,
 * and the lines are found only when a first cell is asked for.
 */
export function cellPlaces(
  text: string,
  rowLines: readonly number[],
): (row: number, column: number) => Position {
  let starts: number[] | undefined;
  return (row, column) => {
    starts ??= lineStarts(text);
    const line = rowLines[row] ?? 1;
    return walk(text, starts[line - 1] ?? 0, line, column);
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function walk(text: string, start: number, firstLine: number, wanted: number): Position {
  let line = firstLine;
  let lineStart = start;
  let cell = 0;
  let quoted = false;
  for (let at = start; at < text.length && cell < wanted; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      cell += 1;
      if (cell === wanted) return { line, column: at + 2 - lineStart };
    } else if (char === '\n') {
      if (!quoted) break;
      line += 1;
      lineStart = at + 1;
    }
  }
  return { line, column: 1 };
}
