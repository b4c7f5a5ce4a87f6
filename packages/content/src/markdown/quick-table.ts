import type { AlignType, Table, TableRow } from 'mdast';
import { type Notes, phrases } from './quick-words.ts';

const RULE = /^(:?)-+(:?)$/;

/**
 * A table as officers write one: a bar at both ends of each line, as many cells in each as in the
 * first, plain words in them. Nothing where it is not surely that.
 */
export function readTable(lines: readonly string[], notes: Notes): Table | undefined {
  const [head, rule, ...rows] = lines.map(cells);
  const align = rule?.map(alignOf);
  if (!head || !align || align.length !== head.length || align.includes(undefined))
    return undefined;
  const children: TableRow[] = [];
  for (const row of [head, ...rows]) {
    const read = row?.length === head.length ? readRow(row, notes) : undefined;
    if (!read) return undefined;
    children.push(read);
  }
  return { type: 'table', align: align as AlignType[], children };
}

/** The cells of one line, without the spaces around them. */
function cells(line: string): string[] | undefined {
  if (line.length < 3 || !line.startsWith('|') || !line.endsWith('|')) return undefined;
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replace(/^ +| +$/g, ''));
}

function alignOf(cell: string): AlignType | undefined {
  const [rule, left, right] = RULE.exec(cell) ?? [];
  if (rule === undefined) return undefined;
  if (left && right) return 'center';
  return (left && 'left') || (right && 'right') || null;
}

function readRow(row: readonly string[], notes: Notes): TableRow | undefined {
  const read: TableRow = { type: 'tableRow', children: [] };
  for (const cell of row) {
    const words = cell === '' ? [] : phrases(cell, notes);
    if (!words) return undefined;
    read.children.push({ type: 'tableCell', children: words });
  }
  return read;
}
