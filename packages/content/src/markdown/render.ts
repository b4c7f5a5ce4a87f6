import type { Element, Root as HastRoot, Nodes, Parents } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from 'mdast';
import { markAddressed } from './addressed.ts';
import { toElements } from './elements.ts';
import { htmlParts } from './html.ts';
import { linkTarget } from './links.ts';
import { parseQuickly } from './quick.ts';
import { markSigned } from './signed.ts';

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

export interface RenderedBody {
  readonly html: string;
  readonly headings: readonly Heading[];
}

export interface RenderOptions {
  /** The address for a link or image target inside the site; `undefined` drops the link. */
  readonly resolve?: (url: string) => string | undefined;
}

/**
 * A `.md` body as HTML. Safe for any input: text is escaped, tags outside the dialect and link
 * targets with a foreign scheme and pictures of other sites are left out (the rules report them;
 * here they are only dropped).
 */
export function renderMarkdown(text: string, options: RenderOptions = {}): RenderedBody {
  const root = parseQuickly(text);
  markSigned(root);
  markAddressed(root);
  const tree = toElements(root, {
    allowDangerousHtml: true,
    clobberPrefix: 'note-',
    footnoteLabel: '注释',
    footnoteBackLabel: (index: number) => `回到注释 ${index + 1} 的位置`,
    handlers: {
      html: (_state: unknown, node: Html) => ({ type: 'raw', value: safeHtml(node.value) }),
    },
  });
  const headings = finish(tree, options);
  return { html: toHtml(tree, { allowDangerousHtml: true }), headings };
}

function safeHtml(html: string): string {
  return htmlParts(html)
    .map((part) => {
      if (part.type === 'refused') return '';
      return part.type === 'text' ? escapeText(part.text) : part.text;
    })
    .join('');
}

/**
 * Character references in raw HTML stay what they are; only loose signs are escaped. A line's end
 * between words is a line's end there, too.
 */
function escapeText(text: string): string {
  return text
    .replaceAll(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('>', '&gt;')
    .replaceAll(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, '<br>\n');
}

/** Heading ids, link targets, cell alignment, and a box around each table, in one walk. */
function finish(tree: HastRoot, options: RenderOptions): Heading[] {
  const headings: Heading[] = [];
  const shift = hasTopHeading(tree) ? 1 : 0;
  finishChildren(tree, false);
  return headings;

  function finishChildren(parent: Parents, inTable: boolean): void {
    for (const [index, node] of parent.children.entries()) {
      if (node.type !== 'element') continue;
      finishElement(node, inTable);
      if (node.tagName === 'table' && !inTable) parent.children[index] = scrollBox(node);
    }
  }

  function finishElement(node: Element, inTable: boolean): void {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth !== undefined && node.properties.id === undefined) {
      const level = Math.min(6, Number(depth) + shift);
      const id = `s-${headings.length + 1}`;
      node.tagName = `h${level}`;
      node.properties.id = id;
      headings.push({ depth: level, id, text: textOf(node) });
    }
    if (node.tagName === 'a') resolveTarget(node, 'href', options);
    if (node.tagName === 'img') resolveTarget(node, 'src', options);
    if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
    if (node.tagName === 'th') node.properties.scope = 'col';
    finishChildren(node, inTable || node.tagName === 'table');
  }
}

/** So many columns need more than a column of text, and on paper a sheet that is turned. */
const WIDE = 8;

/** How many columns the first row has. */
function columnsOf(table: Element): number {
  return firstRow(table)?.children.filter(({ type }) => type === 'element').length ?? 0;
}

function firstRow(parent: Element): Element | undefined {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    const row = node.tagName === 'tr' ? node : firstRow(node);
    if (row) return row;
  }
  return undefined;
}

/** A wide table scrolls inside its own box, reachable by keyboard, not the page. */
function scrollBox(table: Element): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: columnsOf(table) < WIDE ? ['table'] : ['table', 'wide'],
      tabIndex: 0,
      role: 'region',
      ariaLabel: '表格',
    },
    children: [table],
  };
}

function hasTopHeading(tree: HastRoot): boolean {
  return tree.children.some((node) => node.type === 'element' && node.tagName === 'h1');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function resolveTarget(node: Element, property: 'href' | 'src', options: RenderOptions): void {
  const url = String(node.properties[property] ?? '');
  if (url.startsWith('#')) return;
  const target = linkTarget(url);
  const resolved = target === 'inside' && options.resolve ? options.resolve(url) : url;
  const dropped = target === 'refused' || (property === 'src' && target !== 'inside');
  if (dropped || resolved === undefined) delete node.properties[property];
  else node.properties[property] = resolved;
  if (target === 'outside' && property === 'href') node.properties.rel = ['noopener'];
}

/** `align` is not HTML any more, and a style attribute would not pass a strict content policy. */
function alignByClass(node: Element): void {
  const { align } = node.properties;
  if (typeof align !== 'string') return;
  delete node.properties.align;
  node.properties.className = [`align-${align}`];
}
