import type { TextPassage } from './passage.ts';
import { Words } from './passage.ts';
import { tablePassages } from './table.ts';

/**
 * The cells of a table kept as text, its first row too, whatever parts them. Nothing is refused: a quotation
 * mark that stands alone, `="…"`, rows of other lengths. `names` gives columns the names they had elsewhere.
 */
export function csvPassages(text: string, names?: ReadonlyMap<string, string>): TextPassage[] {
  const rows = csvCells(text);
  const [head = []] = rows;
  const isHead = !head.some(({ text: name }) => /\d{5}/.test(name));
  const cells = rows.map((row, index) =>
    row.map((cell) => {
      const name = index === 0 ? names?.get(cell.text.trim()) : undefined;
      const words = new Words();
      if (name === undefined) words.append(cell);
      else words.add(name, cell.placeAt(0));
      return { words, columns: 1, rows: 1, head: index === 0 && isHead };
    }),
  );
  return [...tablePassages(cells)];
}

function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const counts = [',', '\t', ';'].map((sign) => [line.split(sign).length, sign] as const);
  return counts.reduce((most, one) => (one[0] > most[0] ? one : most))[1];
}

/** Cells of each row, each at its place; a quoted one may hold line ends. */
function csvCells(text: string): Words[][] {
  const separator = separatorOf(text);
  const rows: Words[][] = [];
  let row: Words[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  // Beyond the last quotation mark none can end: each is looked for only once.
  const lastQuote = text.lastIndexOf('"');
  while (at < text.length) {
    const place = { line, column: at - lineStart + 1 };
    const quoted = text[at] === '"' ? quotedCell(text, at, lastQuote) : undefined;
    const words = new Words();
    if (quoted) {
      words.add(quoted.value, { ...place, column: place.column + 1 }, true);
      for (
        let end = text.indexOf('\n', at);
        end !== -1 && end < quoted.end;
        end = text.indexOf('\n', end + 1)
      ) {
        line++;
        lineStart = end + 1;
      }
      at = quoted.end;
    }
    const end = nextOf(text, at, separator);
    words.add(text.slice(at, end), { line, column: at - lineStart + 1 });
    row.push(words);
    at = end + 1;
    if (end >= text.length || text[end] === '\n') {
      rows.push(row);
      row = [];
      line++;
      lineStart = at;
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function quotedCell(
  text: string,
  start: number,
  last: number,
): { value: string; end: number } | undefined {
  let value = '';
  let from = start + 1;
  while (from <= last) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
  return undefined;
}

function nextOf(text: string, start: number, separator: string): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === separator || text[at] === '\n') return at;
  }
  return text.length;
}
