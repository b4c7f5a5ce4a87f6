import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { Block, Inline, LabelKey, Labels, Paper, Paragraph, TextRun } from '../paper/paper.ts';
import { plain, trimmed } from '../paper/text.ts';
import { readLabels } from '../shape/labels.ts';
import { clean, oneLine } from '../shape/spaces.ts';
import { type ListNumber, numbersOf } from './html-list.ts';
import { readHtmlTable } from './html-table.ts';
import { Pictures, type Resource } from './pictures.ts';
import { textOfBytes } from './text-file.ts';

export type Node = Tree.ChildNode;
export type Element = Tree.Element;

/** Page tags of government sites (国办发〔2017〕47号) that say what the header says. */
const META: Readonly<Record<string, LabelKey>> = {
  articletitle: 'title',
  pubdate: 'published',
  contentsource: 'publisher',
  columnname: 'column',
  url: 'source',
};
/** Where the common publishing systems put the text, the surest first. */
const CONTENT = [
  /\btrs_editor\b|\bview trs_/i,
  /\bucap-content\b|\bwp_articlecontent\b|\bvsb_content\w*/i,
  /\barticle[_-]?content\w*|\bcontent[_-]?article\b|\barticlecon\w*/i,
  /\bpages_content\b|\bxxgk[_-]?content\b|\bnews[_-]?content\b|\bcon[_-]?text\b|\bzoom\b/i,
  /\barticle\b|\bdetail[_-]?(?:content|con)\b|\bmain[_-]?(?:content|text)\b/i,
];
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'iframe',
  'object',
  'embed',
  'form',
  'select',
  'button',
  'input',
  'svg',
  'template',
  'head',
  'link',
  'meta',
  'colgroup',
]);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'o:p',
  'st1:chsdate',
  'img',
  'br',
]);

/** Reads a page of an old site, or a part of one, however its tags are written. */
export function readHtml(bytes: Uint8Array, resource: Resource = () => undefined): Paper {
  const document = parse(textOfBytes(bytes));
  const labels = metaLabels(document);
  const body = findElement(document, (element) => element.tagName === 'body') ?? document;
  const main = mainElement(body);
  const pictures = new Pictures(resource);
  const reader = new PageReader(pictures);
  const blocks = reader.blocks(main.childNodes);
  const title = labels.title ?? headline(body, main);
  const beside = main === body ? {} : labelTable(body, main);
  return {
    page: true,
    blocks,
    notes: new Map(),
    pictures: pictures.list,
    labels: { ...beside, ...labels, ...(title === undefined ? {} : { title }) },
    remarks: [...reader.remarks(), ...pictures.remarks()],
  };
}

function metaLabels(document: Tree.Document): Labels {
  const labels: Partial<Record<LabelKey, string>> = {};
  walk(document, (element) => {
    if (element.tagName !== 'meta') return;
    const key = META[(attribute(element, 'name') ?? '').toLowerCase()];
    const value = oneLine(attribute(element, 'content') ?? '');
    if (key !== undefined && value !== '') labels[key] ??= value;
  });
  return labels;
}

function mainElement(body: Element | Tree.Document): Element | Tree.Document {
  for (const pattern of CONTENT) {
    const found: Element[] = [];
    walk(body, (element) => {
      if (pattern.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`))
        found.push(element);
    });
    const full = found
      .map((element) => ({
        element,
        size: words(element).length + 40 * count(element, ['img', 'table']),
      }))
      .filter(({ size }) => size >= 20)
      .sort((a, b) => b.size - a.size)[0];
    if (full) return full.element;
  }
  return body;
}

/** The page's own headline, outside the text. */
function headline(
  body: Element | Tree.Document,
  main: Element | Tree.Document,
): string | undefined {
  if (main === body) return undefined;
  const found = findElement(body, (element) => {
    const named = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    return (
      element.tagName === 'h1' ||
      (/\b(?:article|content|news|detail|xxgk)[_-]?title\b/i.test(named) &&
        !/column|site/i.test(named))
    );
  });
  const text = found === undefined ? '' : oneLine(words(found));
  return text.length >= 4 && text.length <= 150 ? text : undefined;
}

/** 索引号, 发文机关, 有效性 … in a table above the text. */
function labelTable(body: Element | Tree.Document, main: Element | Tree.Document): Labels {
  let labels: Labels = {};
  walk(body, (element) => {
    if (element === main || !['table', 'ul', 'div'].includes(element.tagName)) return;
    const text = words(element, ' ');
    if (text.length > 800 || !/索\s*引\s*号/.test(text)) return;
    labels = { ...labels, ...readLabels(text).labels };
  });
  return labels;
}

/** Reads the parts of a page. */
export class PageReader {
  readonly #pictures: Pictures;
  readonly #files = new Set<string>();
  #hidden = 0;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  /** Blocks of child nodes: a run of inline nodes is a paragraph, and `br` ends one. */
  blocks(
    nodes: readonly Node[],
    inherited: Omit<Partial<Paragraph>, 'type' | 'content'> = {},
  ): Block[] {
    const blocks: Block[] = [];
    let line: Inline[] = [];
    const end = () => {
      for (const content of splitAtBreaks(line)) {
        if (content.length > 0) blocks.push({ type: 'paragraph', content, ...inherited });
      }
      line = [];
    };
    for (const node of nodes) {
      if (node.nodeName === '#text') line.push(...this.#text(node as Tree.TextNode, {}));
      else if (isElement(node)) {
        if (this.#isSkipped(node)) continue;
        if (isInline(node)) line.push(...this.inline([node]));
        else {
          end();
          blocks.push(...this.#block(node, inherited));
        }
      }
    }
    end();
    return blocks;
  }

  #block(element: Element, inherited: Omit<Partial<Paragraph>, 'type' | 'content'>): Block[] {
    const align = alignOf(element);
    const own = { ...inherited, ...(align === undefined ? {} : { align }) };
    if (element.tagName === 'table') return readHtmlTable(element, this);
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level !== undefined)
      return this.blocks(element.childNodes, { ...own, level: Number(level) });
    if (element.tagName === 'ul' || element.tagName === 'ol') return this.#list(element, 0);
    return this.blocks(element.childNodes, own);
  }

  #list(list: Element, depth: number): Block[] {
    const numbers = list.tagName === 'ol' ? numbersOf(list) : undefined;
    return list.childNodes.filter(isElement).flatMap((item): Block[] => {
      if (isList(item)) return this.#list(item, depth + 1);
      if (item.tagName !== 'li') return this.blocks([item]);
      const inner = item.childNodes.filter((node) => !isElement(node) || !isList(node));
      const nested = item.childNodes.filter(isElement).filter(isList);
      const [first, ...rest] = this.blocks(inner);
      const head = first?.type === 'paragraph' ? [asItem(first, item, depth, numbers)] : [];
      const others = first === undefined || head.length > 0 ? [] : [first];
      return [
        ...[...head, ...others, ...rest],
        ...nested.flatMap((each) => this.#list(each, depth + 1)),
      ];
    });
  }

  inline(nodes: readonly Node[], look: Omit<TextRun, 'type' | 'text'> = {}): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.nodeName === '#text') return this.#text(node as Tree.TextNode, look);
      if (!isElement(node) || this.#isSkipped(node)) return [];
      if (node.tagName === 'br') return [{ type: 'break' }];
      if (node.tagName === 'img') return this.#picture(node);
      return this.inline(node.childNodes, { ...look, ...lookOf(node), ...this.#link(node) });
    });
  }

  #text(node: Tree.TextNode, look: Omit<TextRun, 'type' | 'text'>): Inline[] {
    const text = clean(node.value).replaceAll(/[ \t\r\n]+/g, ' ');
    return text === '' ? [] : [{ type: 'text', text, ...look }];
  }

  #link(element: Element): { link?: string } {
    if (element.tagName !== 'a') return {};
    const target = (attribute(element, 'href') ?? '').trim();
    if (/^(?:https?:\/\/|mailto:)/i.test(target)) return { link: target };
    if (/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?:$|[?#])/i.test(target))
      this.#files.add(oneLine(words(element)) || target);
    return {};
  }

  #picture(element: Element): Inline[] {
    const source = (attribute(element, 'src') ?? '').trim();
    // Icons of file types stand before every link of some editors.
    if (source === '' || /(?:icon|fileTypeImages|\bspacer\b|blank\.gif)/i.test(source)) return [];
    return this.#pictures.take(
      source,
      attribute(element, 'alt') ?? attribute(element, 'title') ?? '',
    );
  }

  #isSkipped(element: Element): boolean {
    if (SKIPPED.has(element.tagName)) return true;
    const style = attribute(element, 'style') ?? '';
    if (!/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return false;
    if (words(element).trim() !== '') this.#hidden++;
    return true;
  }

  remarks(): Remark[] {
    const found: Remark[] = [];
    if (this.#hidden > 0)
      found.push(remark('left-out', `网页中看不见的 ${this.#hidden} 处文字没有写入（可能是暗链）`));
    for (const name of this.#files)
      found.push(remark('left-out', `网页链接的附件“${name}”不在所给文件中，请另行放入`));
    return found;
  }
}

const isList = ({ tagName }: Element): boolean => tagName === 'ul' || tagName === 'ol';

/** An item as a list of ours shows it; a number of another form becomes part of the text. */
function asItem(
  block: Paragraph,
  item: Element,
  depth: number,
  numbers: ReadonlyMap<Element, ListNumber> | undefined,
): Paragraph {
  const found = numbers?.get(item);
  if (!found) return { ...block, list: { ordered: false, depth } };
  const { number, printed } = found;
  if (printed === undefined) return { ...block, list: { ordered: true, depth, number } };
  if (printed === '') return block;
  return { ...block, content: [{ type: 'text', text: printed }, ...block.content] };
}

function splitAtBreaks(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const each of content) {
    if (each.type === 'break') lines.push([]);
    else lines.at(-1)?.push(each);
  }
  return lines
    .map(trimmed)
    .filter((line) => plain(line).trim() !== '' || line.some(({ type }) => type === 'picture'));
}

function isInline(element: Element): boolean {
  if (!INLINE.has(element.tagName)) return false;
  // A span around paragraphs or tables is a box.
  return !element.childNodes.some((node) => isElement(node) && !isInline(node));
}

function lookOf(element: Element): Omit<TextRun, 'type' | 'text'> {
  const style = attribute(element, 'style') ?? '';
  const { tagName } = element;
  return {
    ...(tagName === 'b' || tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
      ? { bold: true }
      : {}),
    ...(tagName === 'u' ? { underline: true } : {}),
    ...(tagName === 'sub' || tagName === 'sup' ? { script: tagName } : {}),
  };
}

function alignOf(element: Element): Paragraph['align'] {
  if (element.tagName === 'center') return 'center';
  const style = /text-align\s*:\s*(\w+)/i.exec(attribute(element, 'style') ?? '')?.[1];
  const align = (attribute(element, 'align') ?? style ?? '').toLowerCase();
  return align === 'center' || align === 'right' ? align : undefined;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

type Parent = Element | Tree.Document;

function walk(parent: Parent, visit: (element: Element) => void): void {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    visit(node);
    walk(node, visit);
  }
}

function findElement(parent: Parent, fits: (element: Element) => boolean): Element | undefined {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    const found = fits(node) ? node : findElement(node, fits);
    if (found) return found;
  }
  return undefined;
}

function count(parent: Parent, names: readonly string[]): number {
  let number = 0;
  walk(parent, (element) => {
    if (names.includes(element.tagName)) number++;
  });
  return number;
}

export function words(parent: Parent, between = ''): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text') return (node as Tree.TextNode).value;
      return isElement(node) && !SKIPPED.has(node.tagName) ? words(node, between) : '';
    })
    .join(between);
}
