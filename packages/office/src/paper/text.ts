import type { Block, Inline, Paragraph, Table } from './paper.ts';

/** The words of inline content; a line break counts as one. */
export function plain(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
    .join('');
}

export function textOf(block: Block): string {
  if (block.type === 'paragraph') return plain(block.content).trim();
  return block.rows
    .map((row) => row.map(({ content }) => content.map(plain).join('\n')).join('\t'))
    .join('\n');
}

export function paragraph(
  text: string,
  more: Omit<Partial<Paragraph>, 'type' | 'content'> = {},
): Paragraph {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }], ...more };
}

export function isParagraph(block: Block | undefined): block is Paragraph {
  return block?.type === 'paragraph';
}

/**
 * A paragraph with its text from `start` to `end`; looks and links of what stays are kept. Notes and pictures
 * belong to what they stand behind; where nothing is said of the end, what stands at the start is kept as well.
 */
export function cut(block: Paragraph, start: number, end?: number): Paragraph {
  const last = end ?? Number.POSITIVE_INFINITY;
  const first = end === undefined || start === 0 ? start : start + 1;
  let at = 0;
  const content: Inline[] = [];
  for (const inline of block.content) {
    const size = inline.type === 'text' ? inline.text.length : inline.type === 'break' ? 1 : 0;
    const from = Math.max(0, start - at);
    const to = Math.min(size, last - at);
    if (inline.type === 'text') {
      if (to > from) content.push({ ...inline, text: inline.text.slice(from, to) });
    } else if (inline.type === 'break' ? at >= start && at < last : at >= first && at <= last)
      content.push(inline);
    at += size;
  }
  return { ...block, content: trimmed(content) };
}

const EDGE_START = /^[\s\u3000\u00a0]+/;
const EDGE_END = /[\s\u3000\u00a0]+$/;

/** Inline content without white space and breaks at its ends. */
export function trimmed(content: readonly Inline[]): Inline[] {
  const list = [...content];
  for (const [index, pattern] of [
    [0, EDGE_START],
    [-1, EDGE_END],
  ] as const) {
    for (;;) {
      const edge = list.at(index);
      if (edge === undefined) break;
      if (edge.type === 'text') {
        const text = edge.text.replace(pattern, '');
        if (text !== '') {
          list[index === 0 ? 0 : list.length - 1] = { ...edge, text };
          break;
        }
      } else if (edge.type !== 'break') break;
      if (index === 0) list.shift();
      else list.pop();
    }
  }
  return list;
}

/** A table as plain cells, each span's text repeated in every spot that it covers. */
export function grid(table: Table): string[][] {
  return spots(table).map((row) =>
    row.map((spot) => (spot === undefined ? '' : spot.cell.content.map(plain).join('\n').trim())),
  );
}

export interface Spot {
  readonly cell: Table['rows'][number][number];
  /** Whether the cell begins in this spot. */
  readonly first: boolean;
}

/** Which cell covers each spot of a table. */
export function spots(table: Table): (Spot | undefined)[][] {
  const lines: (Spot | undefined)[][] = table.rows.map(() => []);
  for (const [y, row] of table.rows.entries()) {
    let x = 0;
    for (const cell of row) {
      const line = lines[y] as (Spot | undefined)[];
      while (line[x] !== undefined) x++;
      for (let down = 0; down < cell.rowspan && y + down < lines.length; down++) {
        const target = lines[y + down] as (Spot | undefined)[];
        for (let right = 0; right < cell.colspan; right++) {
          target[x + right] = { cell, first: down === 0 && right === 0 };
        }
      }
      x += cell.colspan;
    }
  }
  const width = Math.max(0, ...lines.map((line) => line.length));
  return lines.map((line) => Array.from({ length: width }, (_, x) => line[x]));
}
