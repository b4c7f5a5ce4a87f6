import { parseMarkdown } from '@columns/content/markdown';
import type { BlockContent, Heading, List, Paragraph, RootContent, Table } from 'mdast';
import type { Node } from 'prosemirror-model';
import { isOpenTable, readHtmlTable } from './read-table.ts';
import { schema, type } from './schema.ts';
import { cell, isBreak, isLabel, readInline, readLines } from './words.ts';

/** A block of a text: its place there, and what the editor shows of it. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly node: Node;
}

/**
 * Cuts a text into its top blocks by the dialect's own parser. Each begins and ends with a line; between
 * two of them stands white space alone. What the editor has no form for is a `source` block.
 */
export function readBlocks(text: string): Block[] {
  const { children } = parseMarkdown(text);
  if (children.some(({ position }) => position?.start.offset === undefined))
    return isBlank(text) ? [] : [sourceBlock(text, 0, text.length)];
  const blocks: Block[] = [];
  for (let at = 0; at < children.length; ) {
    const group = together(children, at);
    at += group.length;
    const from = lineStart(text, offset(group[0], 'start'));
    const to = lineEnd(text, offset(group.at(-1), 'end'));
    const node = readGroup(group);
    blocks.push(node ? { from, to, node } : sourceBlock(text, from, to));
  }
  return filled(text, blocks);
}

/** Whether a text is white space to the dialect, to which a full-width space is a sign like others. */
export const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text);

const offset = (node: RootContent | undefined, side: 'start' | 'end'): number =>
  node?.position?.[side].offset ?? 0;

function lineStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && /[ \t]/.test(text[from - 1] as string)) from -= 1;
  return from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r' ? from : at;
}

function lineEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && /[ \t]/.test(text[to] as string)) to += 1;
  return to;
}

function sourceBlock(text: string, from: number, to: number): Block {
  const content = text
    .slice(from, to)
    .replaceAll('\r', '')
    .replace(/^[ \t]+/, '');
  return {
    from,
    to,
    node: type('source').create(null, content === '' ? [] : schema.text(content)),
  };
}

/** What the parser passes over between two blocks must not be lost either. */
function filled(text: string, blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  let end = 0;
  for (const block of [...blocks, undefined]) {
    const next = block?.from ?? text.length;
    const between = text.slice(end, next);
    if (!isBlank(between)) {
      const from = end + between.search(/[^ \t\r\n]/);
      all.push(sourceBlock(text, from, end + between.replace(/[ \t\r\n]+$/, '').length));
    }
    if (block) all.push(block);
    end = block?.to ?? end;
  }
  return all;
}

/** A block, or all blocks from where a table's tags open up to where they close. */
function together(children: readonly RootContent[], at: number): RootContent[] {
  const first = children[at] as RootContent;
  const group = [first];
  if (first.type !== 'html') return group;
  while (isOpenTable(group) && at + group.length < children.length)
    group.push(children[at + group.length] as RootContent);
  return group;
}

function readGroup(group: readonly RootContent[]): Node | undefined {
  const [first] = group;
  if (first?.type === 'html') return readHtmlTable(group);
  if (first?.type === 'heading') return heading(first);
  if (first?.type === 'thematicBreak') return type('rule').create();
  if (first?.type === 'footnoteDefinition') {
    const label = first.label ?? first.identifier;
    const inside = all(first.children, (each) =>
      each.type === 'paragraph' ? paragraph(each) : undefined,
    );
    if (!inside || !isLabel(label)) return undefined;
    return type('note').create(
      { label },
      inside.length === 0 ? type('paragraph').create() : inside,
    );
  }
  return first && readInner(first as BlockContent);
}

/** The blocks of an item or a quotation. */
function readInside(children: readonly RootContent[]): Node[] | undefined {
  const found: Node[] = [];
  for (let at = 0; at < children.length; ) {
    const group = together(children, at);
    at += group.length;
    const [first] = group;
    const node = first?.type === 'html' ? readHtmlTable(group) : readInner(first as BlockContent);
    if (!node) return undefined;
    found.push(node);
  }
  return found;
}

/** Blocks that may stand in lists and quotations, too. */
function readInner(node: BlockContent): Node | undefined {
  if (node.type === 'paragraph') return paragraph(node);
  if (node.type === 'list') return list(node);
  if (node.type === 'table') return pipes(node);
  if (node.type !== 'blockquote') return undefined;
  const inside = readInside(node.children);
  return inside && inside.length > 0 ? type('blockquote').create(null, inside) : undefined;
}

function paragraph({ children }: Paragraph): Node | undefined {
  const content = readInline(children);
  return content && type('paragraph').create(null, content);
}

function heading({ children, depth }: Heading): Node | undefined {
  const content = readInline(children);
  if (!content || content.some(isBreak)) return undefined;
  return type('heading').create({ level: depth }, content);
}

function list({ children, ordered, spread }: List): Node | undefined {
  const items = all(children, ({ children: inside, data }) => {
    const content = readInside(inside);
    if (content?.[0]?.type.name !== 'paragraph') return undefined;
    const number = ordered ? (data?.number ?? null) : null;
    return ordered && number === null ? undefined : type('list_item').create({ number }, content);
  });
  const loose = spread === true || children.some((item) => item.spread === true);
  return items && type(ordered ? 'ordered_list' : 'bullet_list').create({ loose }, items);
}

/** A table between bars; one with cells beyond its head stays as it was typed, where the check names them. */
function pipes({ align, children }: Table): Node | undefined {
  const width = children[0]?.children.length ?? 0;
  const rows = all(children, (row, index) => {
    if (row.children.length > width) return undefined;
    const cells = Array.from({ length: width }, (_, column) => {
      const lines = readLines(row.children[column]?.children ?? []);
      return lines && cell(lines, { align: align?.[column] ?? null }, index === 0);
    });
    return cells.some((each) => each === undefined)
      ? undefined
      : type('table_row').create(null, cells as Node[]);
  });
  return rows && type('table').create(null, rows);
}

/** Each of a list read; nothing where one cannot be. */
function all<T, R>(
  given: readonly T[],
  read: (each: T, index: number) => R | undefined,
): R[] | undefined {
  const found: R[] = [];
  for (const [index, each] of given.entries()) {
    const one = read(each, index);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return found;
}
