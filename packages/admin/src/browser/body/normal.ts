import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { markType, schema, type } from './schema.ts';
import { headRows, isPiped } from './table-shape.ts';
import { linesOf } from './words.ts';

/*
 * The form of a document that a text can say. An editor holds a little more than that: empty paragraphs, marks
 * on spaces, two lists in a row. Two documents are the same to readers where their normal forms are.
 */

/** A document, or one block of it, without what no text says. */
export function normal(doc: Node): Node {
  return doc.copy(Fragment.from(blocksOf(doc)));
}

/** The blocks of a document as a text says them. */
export function blocksOf(parent: Node): Node[] {
  return joinedLists(children(parent).flatMap(block));
}

export const children = (node: Node): Node[] =>
  Array.from({ length: node.childCount }, (_, index) => node.child(index));

function block(node: Node): Node[] {
  switch (node.type.name) {
    case 'paragraph': {
      const content = words(children(node));
      return content.length === 0 ? [] : [node.copy(Fragment.from(content))];
    }
    case 'heading': {
      const content = words(children(node));
      return content.length === 0 ? [] : [node.copy(Fragment.from(content))];
    }
    case 'blockquote': {
      const inside = blocksOf(node);
      return inside.length === 0 ? [] : [node.copy(Fragment.from(inside))];
    }
    case 'bullet_list':
    case 'ordered_list': {
      const items = children(node).flatMap((item) => itemsOf(item, node));
      return items.length === 0 ? [] : [node.type.create(node.attrs, items)];
    }
    case 'table':
      return [table(node)];
    case 'note': {
      const inside = blocksOf(node);
      return [node.copy(Fragment.from(inside.length > 0 ? inside : [type('paragraph').create()]))];
    }
    case 'source':
      return /[^ \t\r\n]/.test(node.textContent) ? [node] : [];
    default:
      return [node];
  }
}

/** An item begins with words; what has none gives its place to what it holds. */
function itemsOf(item: Node, list: Node): Node[] {
  const inside = blocksOf(item);
  const [first] = inside;
  if (first?.type.name === 'paragraph') return [item.copy(Fragment.from(inside))];
  const paragraphs = inside.flatMap((each) =>
    each.type.name === 'paragraph'
      ? [type('list_item').create(item.attrs, each)]
      : each.type === list.type
        ? children(each)
        : each.type.name === 'bullet_list' || each.type.name === 'ordered_list'
          ? children(each).map((one) => type('list_item').create(item.attrs, one.content))
          : [type('list_item').create(item.attrs, [spaced(), each])],
  );
  return paragraphs;
}

/** A paragraph that shows nothing and yet is there. */
const spaced = (): Node => type('paragraph').create(null, schema.text('\u00a0'));

/** Two lists of one sort in a row are one. */
function joinedLists(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last && last.type === node.type && node.type.name.endsWith('_list'))
      result[result.length - 1] = last.copy(last.content.append(node.content));
    else result.push(node);
  }
  return result;
}

function table(node: Node): Node {
  const piped = isPiped(node);
  const head = piped ? 1 : headRows(node);
  const rows = children(node).map((row, index) =>
    row.copy(
      Fragment.from(
        children(row).map((cell) => {
          const isHead = cell.type.name === 'table_header';
          const { colspan, rowspan, scope, align } = cell.attrs;
          const attrs = {
            colspan,
            rowspan,
            align: piped ? align : null,
            scope: piped || !isHead ? null : index < head ? (scope ?? scopeOf(cell)) : scope,
          };
          return cell.type.create(attrs, cellLines(children(cell)));
        }),
      ),
    ),
  );
  return node.copy(Fragment.from(rows));
}

/** What a head says of the cells below it. */
export const scopeOf = (cell: Node): string => (cell.attrs['colspan'] > 1 ? 'colgroup' : 'col');

function cellLines(lines: readonly Node[]): Node[] {
  const made = lines.map((line) => line.copy(Fragment.from(lineWords(children(line)))));
  const filled = (line: Node) => line.childCount > 0;
  const from = made.findIndex(filled);
  if (from === -1) return made.slice(0, 1);
  return made.slice(from, made.findLastIndex(filled) + 1);
}

/** Words of a paragraph: no white space around its lines, no breaks around it. */
function words(content: readonly Node[]): Node[] {
  const lines = linesOf(content).map(lineWords);
  const from = lines.findIndex((line) => line.length > 0);
  if (from === -1) return [];
  return lines
    .slice(from, lines.findLastIndex((line) => line.length > 0) + 1)
    .flatMap((line, index) => (index === 0 ? line : [type('hard_break').create(), ...line]));
}

const MARKS = ['strong', 'del'] as const;

function lineWords(content: readonly Node[]): Node[] {
  let line = content.map((node) =>
    node.isText ? schema.text((node.text as string).replaceAll('\0', '\ufffd'), node.marks) : node,
  );
  line = stripped(line, /^[ \t]+/, /[ \t]+$/);
  for (const name of MARKS) line = withoutEdges(line, markType(name).create());
  return children(type('paragraph').create(null, Fragment.fromArray(merged(line))));
}

/** The same words without white space at both ends. */
function stripped(line: readonly Node[], start: RegExp, end: RegExp): Node[] {
  const result = [...line];
  const cut = (at: number, pattern: RegExp): boolean => {
    const node = result.at(at);
    if (!node?.isText) return false;
    const text = (node.text as string).replace(pattern, '');
    if (text === node.text) return false;
    result.splice(at, 1, ...(text === '' ? [] : [schema.text(text, node.marks)]));
    return text === '';
  };
  while (cut(0, start));
  while (cut(-1, end));
  return result;
}

/** Marks do not begin or end with white space: the dialect reads none that do. */
function withoutEdges(line: readonly Node[], mark: Mark): Node[] {
  const result: Node[] = [];
  for (let at = 0; at < line.length; ) {
    let to = at;
    while (to < line.length && mark.isInSet((line[to] as Node).marks)) to += 1;
    if (to === at) {
      result.push(line[at] as Node);
      at += 1;
      continue;
    }
    result.push(...trimmedRun(line.slice(at, to), mark));
    at = to;
  }
  return result;
}

function trimmedRun(run: readonly Node[], mark: Mark): Node[] {
  const isSpace = (node: Node) => node.isText && (node.text as string).trim() === '';
  const from = run.findIndex((node) => !isSpace(node));
  if (from === -1) return run.map((node) => without(node, mark));
  const to = run.findLastIndex((node) => !isSpace(node));
  return run.flatMap((node, index) => {
    if (index < from || index > to) return [without(node, mark)];
    if (!node.isText) return [node];
    const text = node.text as string;
    const lead = index === from ? (/^\s+/.exec(text)?.[0] ?? '') : '';
    const tail = index === to ? (/\s+$/.exec(text)?.[0] ?? '') : '';
    const piece = (value: string, marked: boolean) =>
      value === ''
        ? []
        : [marked ? schema.text(value, node.marks) : without(schema.text(value, node.marks), mark)];
    return [
      ...piece(lead, false),
      ...piece(text.slice(lead.length, text.length - tail.length), true),
      ...piece(tail, false),
    ];
  });
}

const without = (node: Node, mark: Mark): Node => node.mark(mark.removeFromSet(node.marks));

/** Texts with the same marks side by side are one. */
function merged(line: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of line) {
    const last = result.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node))
      result[result.length - 1] = schema.text(`${last.text}${node.text}`, node.marks);
    else result.push(node);
  }
  return result;
}

/** Whether two blocks say the same, but for addresses that become links by themselves and the room in lists. */
export function sameWords(wanted: Node, read: Node): boolean {
  if (wanted.eq(read)) return true;
  return linked(read) >= linked(wanted) && bare(wanted).eq(bare(read));
}

function linked(node: Node): number {
  let count = 0;
  node.descendants((each) => {
    if (each.isInline && markType('link').isInSet(each.marks)) count += each.nodeSize;
  });
  return count;
}

/** Whether a link shows its own address, and so needs no sign. */
export function isBare(text: string, href: string): boolean {
  return [text, `http://${text}`, `mailto:${text}`].includes(href);
}

function bare(node: Node): Node {
  if (node.isTextblock) {
    const content = children(node).map((each) => {
      const link = markType('link').isInSet(each.marks);
      return link && each.isText && isBare(each.text as string, String(link.attrs['href']))
        ? each.mark(link.removeFromSet(each.marks))
        : each;
    });
    return node.copy(Fragment.fromArray(merged(content)));
  }
  if (node.isLeaf) return node;
  const attrs = 'loose' in node.attrs ? { loose: false } : node.attrs;
  return node.type.create(attrs, children(node).map(bare));
}
