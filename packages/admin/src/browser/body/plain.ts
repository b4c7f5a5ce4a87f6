import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { around } from './commands.ts';
import { schema, type } from './schema.ts';
import { cell, linesOf } from './words.ts';

/** A number before words is no cell of a table. */
const NUMBERED = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]\t/;

/**
 * Plain text that is pasted: each line is a paragraph, without the blanks before it; lines that tabulators cut into
 * as many parts each are a table. In a table's cell, lines are lines of the cell.
 */
export function plainSlice(text: string, $at?: ResolvedPos): Slice {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replaceAll(/^[ \t]+|[ \t]+$/g, ''));
  const filled = lines.filter((line) => line !== '');
  if ($at?.parent.type.name === 'source')
    return new Slice(Fragment.from(words(text.replaceAll(/\r\n?/g, '\n'))), 0, 0);
  const rows = text
    .replaceAll(/(?:\r\n?|\n)+$/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.split('\t'));
  const width = rows[0]?.length ?? 0;
  const isTable =
    rows.length > 1 &&
    width > 1 &&
    rows.every((row) => row.length === width) &&
    !filled.some((line) => NUMBERED.test(line));
  if (isTable) return new Slice(Fragment.from(tableOf(rows)), 0, 0);
  const inCell = $at?.parent.type.name === 'cell_line';
  const nodes = filled.map((line) =>
    type(inCell ? 'cell_line' : 'paragraph').create(null, words(line)),
  );
  return nodes.length === 0 ? Slice.empty : new Slice(Fragment.from(nodes), 1, 1);
}

/** A table of plain cells, the first row its head. */
export function tableOf(rows: readonly (readonly string[])[]): Node {
  return type('table').create(
    null,
    rows.map((row, index) =>
      type('table_row').create(
        null,
        row.map((text) => cell([words(text.trim())], {}, index === 0)),
      ),
    ),
  );
}

const words = (text: string): Node[] => (text === '' ? [] : [schema.text(text)]);

/** Blocks as they fit at the cursor: a cell takes their lines, a note their paragraphs, unless it is cells that come. */
export function sliceFor(state: EditorState, nodes: readonly Node[]): Slice {
  const inCell = around(state, 'cell_line') !== undefined;
  const isTable = nodes.length === 1 && nodes[0]?.type.name === 'table';
  if ((inCell && !isTable) || around(state, 'note')) {
    const lines = nodes.flatMap((node) => linesIn(node));
    const name = inCell ? 'cell_line' : 'paragraph';
    return new Slice(Fragment.from(lines.map((line) => type(name).create(null, line))), 1, 1);
  }
  const [first, last] = [nodes[0], nodes.at(-1)];
  const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from(nodes as Node[]), open(first), open(last));
}

function linesIn(node: Node): Node[][] {
  const inside = Array.from({ length: node.childCount }, (_, at) => node.child(at));
  return node.isTextblock ? linesOf(inside) : inside.flatMap(linesIn);
}
