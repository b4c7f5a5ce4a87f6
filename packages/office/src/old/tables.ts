import type { CellShape, Place } from './looks.ts';
import type { OldParagraph } from './story.ts';

interface Cell {
  readonly xml: string;
  readonly empty: boolean;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly place: Place;
}

/**
 * Paragraphs as they stand, those of tables put into rows and cells: in an old document a table is only
 * said by marks at the ends of cells and rows.
 *
 * @param depth how many tables the paragraphs stand in already
 */
export function tableXml(paragraphs: readonly OldParagraph[], depth: number): string {
  let xml = '';
  for (let at = 0; at < paragraphs.length; ) {
    const start = at;
    while (at < paragraphs.length && depthOf(paragraphs[at]) > depth) at++;
    if (at > start) xml += oneTable(paragraphs.slice(start, at), depth + 1);
    else {
      xml += paragraphs[at]?.xml ?? '';
      at++;
    }
  }
  return xml;
}

/** A file can claim any depth; ten tables in one another are more than anybody makes. */
function depthOf(paragraph: OldParagraph | undefined): number {
  return Math.min(10, paragraph?.place.depth ?? 0);
}

function oneTable(paragraphs: readonly OldParagraph[], depth: number): string {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  let open: OldParagraph[] = [];
  const close = () => {
    cells.push({
      xml: tableXml(open, depth),
      empty: !open.some(({ xml }) => xml.includes('<w:r>')),
    });
    open = [];
  };
  for (const paragraph of paragraphs) {
    const { place, cellEnd } = paragraph;
    const own = depthOf(paragraph) === depth;
    if (own && (depth === 1 ? place.rowEnd === true : place.innerRowEnd === true)) {
      if (open.length > 0) close();
      rows.push({ cells, place });
      cells = [];
    } else {
      open.push(paragraph);
      if (own && (depth === 1 ? cellEnd : place.innerCellEnd === true)) close();
    }
  }
  if (open.length > 0) close();
  if (cells.length > 0) rows.push({ cells, place: {} });
  return `<w:tbl>${rowsXml(rows)}</w:tbl>`;
}

/** Edges that lie this near (in twentieths of a point) are one. */
const NEAR = 25;

function rowsXml(rows: readonly Row[]): string {
  const edges: number[] = [];
  for (const edge of rows
    .flatMap(({ place }) => place.cells ?? [])
    .flatMap(({ left, right }) => [left, right])
    .sort((a, b) => a - b)) {
    if (edges.length === 0 || edge - (edges.at(-1) as number) > NEAR) edges.push(edge);
  }
  const column = (edge: number) => {
    const found = edges.findIndex((each) => each >= edge - NEAR);
    return found < 0 ? edges.length : found;
  };
  return rows.map((row) => rowXml(row, column)).join('');
}

function rowXml({ cells, place }: Row, column: (edge: number) => number): string {
  const shapes = place.cells?.length === cells.length ? place.cells : undefined;
  const before = shapes?.[0] ? column(shapes[0].left) : 0;
  const head = place.headRow === true ? '<w:tblHeader/>' : '';
  const properties = `${before > 0 ? `<w:gridBefore w:val="${before}"/>` : ''}${head}`;
  let xml = '';
  for (let at = 0; at < cells.length; at++) {
    const shape = shapes?.[at];
    let right = shape?.right ?? 0;
    let inside = cells[at]?.xml ?? '';
    while (shape?.across && isJoined(shapes?.[at + 1], cells[at + 1])) {
      at++;
      right = shapes?.[at]?.right ?? right;
      inside += cells[at]?.xml ?? '';
    }
    xml += cellXml(inside, shape, shape ? column(right) - column(shape.left) : 1);
  }
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${xml}</w:tr>`;
}

function isJoined(shape: CellShape | undefined, cell: Cell | undefined): boolean {
  return shape?.across === true && cell?.empty === true;
}

function cellXml(inside: string, shape: CellShape | undefined, span: number): string {
  const properties =
    (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
    (shape?.down === undefined ? '' : `<w:vMerge w:val="${shape.down}"/>`);
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
}
