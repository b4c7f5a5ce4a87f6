import type { Block, Cell, Inline } from '@columns/office/paper';
import { isParagraph, plain } from '@columns/office/paper';
import type { Element, Node, PageReader } from './html.ts';
import { attribute, isElement, words } from './html.ts';

/** A table of a page: data become a table, a table that only places things becomes its contents. */
export function readHtmlTable(table: Element, reader: PageReader): Block[] {
  const caption = parts(table, ['caption']).flatMap((each) => reader.blocks(each.childNodes));
  const lines = rowsOf(table).filter((line) => !reader.hides(line));
  if (isLayout(lines)) {
    return [
      ...caption,
      ...lines.flatMap((line) => cellsOf(line).flatMap((cell) => reader.blocks(cell.childNodes))),
    ];
  }
  const filled = lines.filter((line) => cellsOf(line).length > 0);
  const rows = filled.map((line, index) =>
    cellsOf(line).map((cell): Cell => {
      const rowspan = span(cell, 'rowspan');
      return {
        content: cellContent(cell, reader),
        colspan: span(cell, 'colspan'),
        // Rows without cells are gone; a span must not reach beyond the last one.
        rowspan: Math.min(rowspan, filled.length - index),
        ...(cell.tagName === 'th' ? { head: true } : {}),
      };
    }),
  );
  const shown = rows.filter(
    (row) =>
      row.some(({ rowspan }) => rowspan > 1) ||
      row.some(({ content }) =>
        content.some(
          (line) => plain(line).trim() !== '' || line.some(({ type }) => type === 'picture'),
        ),
      ),
  );
  if (shown.length === 0) return caption;
  const spansKeep = shown.length === rows.length ? shown : rows;
  let headRows = 0;
  while (headRows < spansKeep.length && spansKeep[headRows]?.every(({ head }) => head)) headRows++;
  return [...caption, { type: 'table', rows: spansKeep, headRows }];
}

/** One cell, or cells that hold tables of their own: old pages place everything in tables. */
function isLayout(lines: readonly Element[]): boolean {
  const cells = lines.flatMap(cellsOf);
  if (cells.length <= 1) return true;
  if (!cells.some((cell) => holdsTable(cell) && words(cell).trim().length > 200)) return false;
  // Heads, or rows of several short cells, are data, even where one cell holds much.
  const data = lines.filter((line) => {
    const filled = cellsOf(line).filter((cell) => words(cell).trim() !== '');
    return (
      filled.length > 1 && filled.every((cell) => !holdsTable(cell) && words(cell).length <= 200)
    );
  });
  return data.length < 2 && !cells.some(({ tagName }) => tagName === 'th');
}

/** The rows as a browser shows them: heads first, feet last, wherever they are written. */
function rowsOf(table: Element): Element[] {
  const sections = table.childNodes.filter(isElement);
  const rows = (name: string) =>
    sections.filter(({ tagName }) => tagName === name).flatMap((each) => parts(each, ['tr']));
  const middle = sections.flatMap((each) =>
    each.tagName === 'tr' ? [each] : each.tagName === 'tbody' ? parts(each, ['tr']) : [],
  );
  return [...rows('thead'), ...middle, ...rows('tfoot')];
}

function holdsTable(element: Element): boolean {
  return element.childNodes.some(
    (node) => isElement(node) && (node.tagName === 'table' || holdsTable(node)),
  );
}

/** Elements of a table, through `thead`, `tbody` and `tfoot`. */
function parts(table: Element, names: readonly string[]): Element[] {
  return table.childNodes.filter(isElement).flatMap((node) => {
    if (names.includes(node.tagName)) return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.tagName) ? parts(node, names) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(
    (node: Node): node is Element => isElement(node) && ['td', 'th'].includes(node.tagName),
  );
}

function span(cell: Element, name: string): number {
  const number = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isInteger(number) && number > 1 ? Math.min(number, 500) : 1;
}

function cellContent(cell: Element, reader: PageReader): (readonly Inline[])[] {
  const stored = attribute(cell, 'x:num');
  // WPS and Excel write the value beside what is shown; a long number may be shown as 3.5E+17.
  if (stored !== undefined && /\dE\+?\d/i.test(words(cell)) && /^\d{12,}$/.test(stored)) {
    reader.shortened(words(cell));
    return [[{ type: 'text', text: stored }]];
  }
  return reader
    .blocks(cell.childNodes)
    .flatMap((block) =>
      isParagraph(block)
        ? [block.content]
        : block.rows.map((row) =>
            row.flatMap(({ content }, index): Inline[] => [
              ...(index > 0 ? [{ type: 'text' as const, text: ' ' }] : []),
              ...content.flatMap((line, at) =>
                at > 0 ? [{ type: 'break' as const }, ...line] : line,
              ),
            ]),
          ),
    );
}
