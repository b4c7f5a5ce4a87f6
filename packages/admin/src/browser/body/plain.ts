import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import { schema, type } from './schema.ts';
import { cell } from './words.ts';

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
