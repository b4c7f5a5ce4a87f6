import type { Node } from 'prosemirror-model';
import { type Care, escapedHtml } from './escape.ts';
import { children, scopeOf } from './normal.ts';
import { type as nodeType } from './schema.ts';
import { headRows, isPiped } from './table-shape.ts';
import { lineText, paragraphText } from './write-words.ts';

/** A table between bars where it is plain, else in the dialect's HTML with its merged cells. */
export function tableText(table: Node, care: Care): string {
  const rows = children(table).map(children);
  return isPiped(table) ? pipes(rows, care) : html(rows, headRows(table), care);
}

const RULES: Readonly<Record<string, string>> = { left: ':--', right: '--:', center: ':-:' };

function pipes(rows: readonly (readonly Node[])[], care: Care): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  const words = (cell: Node) =>
    children(cell)
      .map((each) => lineText(children(each), care))
      .join('<br>')
      .replaceAll(care === 'plain' ? /\|/g : /(?<!\\)\|/g, '\\|');
  return [
    line(head.map(words)),
    line(head.map(({ attrs }) => RULES[attrs['align']] ?? '---')),
    ...body.map((cells) => line(cells.map(words))),
  ].join('\n');
}

function html(rows: readonly (readonly Node[])[], head: number, care: Care): string {
  const lines = ['<table>'];
  for (const [index, cells] of rows.entries()) {
    if (index === 0 && head > 0) lines.push('<thead>');
    if (index === head) lines.push('<tbody>');
    lines.push('<tr>', ...cells.map((cell) => cellText(cell, index < head, care)), '</tr>');
    if (index === head - 1) lines.push('</thead>');
  }
  if (rows.length > head) lines.push('</tbody>');
  return [...lines, '</table>'].join('\n');
}

function cellText(cell: Node, inHead: boolean, care: Care): string {
  const name = cell.type.name === 'table_header' ? 'th' : 'td';
  const { rowspan, colspan, scope } = cell.attrs;
  const says = name === 'th' ? (scope ?? (inHead ? scopeOf(cell) : null)) : null;
  const tag = [
    `<${name}`,
    ...(rowspan > 1 ? [` rowspan="${rowspan}"`] : []),
    ...(colspan > 1 ? [` colspan="${colspan}"`] : []),
    ...(says === null ? [] : [` scope="${says}"`]),
    '>',
  ].join('');
  const lines = children(cell).map(children);
  if (lines.flat().every(isTagged))
    return `${tag}${lines.map((line) => line.map(taggedText).join('')).join('<br>')}</${name}>`;
  // Bold, links, pictures and notes are of the dialect: it is read between empty lines.
  const words = lines.flatMap((line, at) =>
    at === 0 ? line : [nodeType('hard_break').create(), ...line],
  );
  return `${tag}\n\n${paragraphText(words, care)}\n\n</${name}>`;
}

/** Words that HTML has tags for. */
const isTagged = (node: Node): boolean =>
  node.isText && node.marks.every(({ type }) => ['u', 'sub', 'sup'].includes(type.name));

function taggedText(node: Node): string {
  return node.marks.reduceRight(
    (text, { type }) => `<${type.name}>${text}</${type.name}>`,
    escapedHtml(node.text as string),
  );
}
