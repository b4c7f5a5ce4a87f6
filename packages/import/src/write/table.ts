import type { Cell, Inline, Table } from '@columns/office/paper';
import { plain } from '@columns/office/paper';

export type WriteCell = (content: Cell['content'], html: boolean) => string;

/** A table as GFM where it is plain, else in the dialect's HTML with its merged cells (contract 7). */
export function tableMarkdown(table: Table, write: WriteCell): string {
  const rows = table.rows.filter((row) => row.length > 0);
  if (rows.length === 0) return '';
  return isPlain(rows) && !isBlankForm(table)
    ? pipes(rows, write)
    : html({ ...table, rows: table.rows }, write);
}

function isPlain(rows: Table['rows']): boolean {
  const width = rows[0]?.length ?? 0;
  return (
    width > 0 &&
    rows.every(
      (row) =>
        row.length === width && row.every((cell) => cell.colspan === 1 && cell.rowspan === 1),
    ) &&
    // A head of nothing is no head; such a table is set in HTML without one.
    (rows[0] ?? []).some(({ content }) => content.some((line) => plain(line).trim() !== ''))
  );
}

function pipes(rows: Table['rows'], write: WriteCell): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows.map((row) => row.map(({ content }) => write(content, false)));
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A form to fill in, 姓名 | | 性别 | |: its first row are labels with room beside each, and no head. */
function isBlankForm({ rows, headRows }: Table): boolean {
  const first = rows[0] ?? [];
  const filled = first.map(({ content }) => content.some((line) => plain(line).trim() !== ''));
  const even = first.length % 2 === 0 || first.some(({ rowspan }) => rowspan > 1);
  return (
    headRows === 0 && first.length > 1 && even && filled.every((is, at) => is === (at % 2 === 0))
  );
}

function html(table: Table, write: WriteCell): string {
  const head = headRows(table);
  const lines = ['<table>'];
  for (const [index, row] of table.rows.entries()) {
    if (index === 0 && head > 0) lines.push('<thead>');
    if (index === head) lines.push('<tbody>');
    lines.push('<tr>');
    for (const cell of row) lines.push(tag(cell, index < head, write));
    lines.push('</tr>');
    if (index === head - 1) lines.push('</thead>');
  }
  if (table.rows.length > head) lines.push('</tbody>');
  lines.push('</table>');
  return lines.join('\n');
}

function tag(cell: Cell, head: boolean, write: WriteCell): string {
  const name = head || cell.head ? 'th' : 'td';
  const spans = [
    ...(cell.rowspan > 1 ? [` rowspan="${Math.min(cell.rowspan, 999)}"`] : []),
    ...(cell.colspan > 1 ? [` colspan="${Math.min(cell.colspan, 999)}"`] : []),
    ...(head ? [` scope="${cell.colspan > 1 ? 'colgroup' : 'col'}"`] : []),
  ];
  return `<${name}${spans.join('')}>${write(cell.content, true)}</${name}>`;
}

/**
 * Head rows as the file says, or the rows that a grouped head reaches into. A head ends where no merged
 * cell goes on below it: HTML ends a span with its part of the table, and what follows would slide.
 */
function headRows(table: Table): number {
  if (isBlankForm(table)) return 0;
  const most = Math.max(table.headRows, guessedHead(table));
  for (let head = Math.min(most, table.rows.length - 1); head > 0; head--) {
    const above = table.rows.slice(0, head);
    if (above.every((row, index) => row.every(({ rowspan }) => index + rowspan <= head)))
      return head;
  }
  return 0;
}

/** One row; more where its cells are groups whose parts stand below, each in one column. */
function guessedHead({ rows }: Table): number {
  const first = rows[0] ?? [];
  const deep = Math.max(1, ...first.map(({ rowspan }) => rowspan));
  if (deep === 1 || first.every(({ rowspan }) => rowspan === deep)) return deep <= 4 ? deep : 0;
  // A cell over many rows beside a label and its value is a form: 基本情况 | 单位名称 | ….
  const grouped = first.some(({ colspan }) => colspan > 1);
  const parts = rows[deep - 1] ?? [];
  return deep <= 4 && grouped && parts.every(({ colspan }) => colspan === 1) ? deep : 0;
}

export type { Inline };
