import type { Block, Cell, Inline, Table } from '../paper/paper.ts';
import { isParagraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, elements, isOn, value, words } from '../tree.ts';
import type { Body } from './body.ts';
import type { Tally } from './tally.ts';

type Open = { content: (readonly Inline[])[]; colspan: number; rowspan: number };

/** A Word table with its merged cells (ECMA-376 part 1, 17.4: gridSpan, vMerge). */
export function readTable(element: XmlElement, body: Body, tally: Tally): Block[] {
  const rows: Open[][] = [];
  /** The cell that a vertical merge goes on from, by the column where it begins. */
  const above = new Map<number, Open>();
  let headRows = 0;
  const lines = rowsOf(element);
  for (const [index, row] of lines.entries()) {
    const properties = child(row, 'trPr');
    if (isOn(properties, 'hidden')) {
      tally.hiddenRow(words(row));
      continue;
    }
    if (child(properties, 'del')) {
      tally.deleted(words(row));
      continue;
    }
    if (isOn(properties, 'tblHeader') && headRows === index) headRows++;
    const cells: Open[] = [];
    let column = 0;
    const skip = (name: string) => {
      const count = Number(value(properties, name) ?? 0);
      if (count > 0) cells.push({ content: [], colspan: count, rowspan: 1 });
      column += count;
    };
    skip('gridBefore');
    for (const cell of cellsOf(row)) {
      const own = child(cell, 'tcPr');
      const colspan = Math.max(1, Number(value(own, 'gridSpan') ?? 1));
      if (child(own, 'cellIns') || child(own, 'cellDel')) tally.changedCell();
      const merge = child(own, 'vMerge');
      const begun = above.get(column);
      if (merge && merge.attributes['val'] !== 'restart' && begun) {
        begun.rowspan++;
        const under = words(cell).trim();
        if (under !== '') tally.covered(under);
      } else {
        const open: Open = {
          content: cellContent(body.read(cell, true), tally),
          colspan,
          rowspan: 1,
        };
        cells.push(open);
        if (merge) above.set(column, open);
        else above.delete(column);
      }
      column += colspan;
    }
    rows.push(cells);
  }
  if (rows.every((row) => row.every(({ content }) => content.length === 0))) return [];
  return unwrapped({ type: 'table', rows: rows as readonly (readonly Cell[])[], headRows });
}

/** A table of one cell is a frame around text. */
function unwrapped(table: Table): Block[] {
  const [only, ...others] = table.rows.flat();
  if (only === undefined || others.length > 0) return [table];
  return only.content.map((content) => ({ type: 'paragraph', content }));
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((each) =>
    each.name === 'tr'
      ? [each]
      : ['sdt', 'sdtContent', 'customXml', 'ins'].includes(each.name)
        ? rowsOf(each)
        : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((each) =>
    each.name === 'tc'
      ? [each]
      : ['sdt', 'sdtContent', 'customXml'].includes(each.name)
        ? cellsOf(each)
        : [],
  );
}

/** A cell holds lines of text; lists keep their labels, a table inside becomes its words. */
function cellContent(blocks: readonly Block[], tally: Tally): (readonly Inline[])[] {
  return blocks.flatMap((block): (readonly Inline[])[] => {
    if (!isParagraph(block)) {
      tally.nested();
      return block.rows.map((row) =>
        row.flatMap(({ content }, index): Inline[] => [
          ...(index > 0 ? [{ type: 'text' as const, text: ' ' }] : []),
          ...content.flatMap((line, at) => (at > 0 ? [{ type: 'break' as const }, ...line] : line)),
        ]),
      );
    }
    const { list, content } = block;
    if (list?.number !== undefined) {
      const label = content.length === 0 ? String(list.number) : `${list.number}.`;
      return [[{ type: 'text', text: label }, ...content]];
    }
    return content.length === 0 ? [] : [content];
  });
}
