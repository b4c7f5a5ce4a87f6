import type { Block, Covers, Inline, OfferedFile, Paragraph, TextRun } from '@columns/office/paper';
import {
  isParagraph,
  Pictures,
  plain,
  type Resource,
  textOf,
  trimmed,
} from '@columns/office/paper';
import { clean, oneLine, squeeze } from '@columns/office/words';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import { endsLikeTitle } from '../facts/title.ts';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';
import type { LabelKey, LabelledPaper, Labels } from '../shape/labels.ts';
import { readLabels } from '../shape/labels.ts';
import { pictureInAddress } from './data-picture.ts';
import { type ListNumber, numbersOf } from './html-list.ts';
import { readHtmlTable } from './html-table.ts';
import { textOfPage } from './text-file.ts';

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
/** What no reader of a page sees, whatever stands in it. */
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'head',
  'link',
  'meta',
  'base',
  'colgroup',
  'source',
  'track',
  'param',
  'rp',
  'area',
  'datalist',
]);
/** Controls and frames: their words are told, not written. */
const CONTROLS = new Set([
  'nav',
  'noscript',
  'select',
  'button',
  'input',
  'textarea',
  'svg',
  'canvas',
]);
/** Files that a page shows in a frame, by the attribute that names them. */
const EMBEDDED: Readonly<Record<string, string>> = {
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  video: 'src',
  audio: 'src',
  object: 'data',
};
/** Elements that begin a line of their own (HTML, 15.3); every other one, known or not, is in the line. */
const BLOCK = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
  figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav
  noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul
  xmp`.split(/\s+/),
);
/** Parts of a page around its text. */
const AROUND = new Set(['header', 'footer', 'aside', 'nav']);

/** Reads a page of an old site, or a part of one, however its tags are written. */
export function readHtml(bytes: Uint8Array, resource: Resource = () => undefined): LabelledPaper {
  const { text, remarks } = textOfPage(bytes);
  const document = parse(text);
  openFrames(document);
  refuseFrames(document);
  const labels = metaLabels(document);
  const body = findElement(document, (element) => element.tagName === 'body') ?? document;
  const main = mainElements(body);
  const pictures = new Pictures((address) => pictureInAddress(address) ?? resource(address));
  const reader = new PageReader(pictures, {
    hidden: hiddenSelectors(document),
    base: baseOf(document, labels),
    // The parts around a text are no part of it where nothing else marks the text.
    around: main[0] === body,
  });
  const read = main.flatMap((element) => reader.blocks(element.childNodes));
  const title =
    labels.title ?? headline(body, main) ?? titleInText(document, read) ?? titleOfPage(document);
  const { before, blocks } =
    main[0] === body ? fromTitle(read, title) : { before: [], blocks: read };
  const beside = main[0] === body ? {} : labelTable(body, main);
  const outside = main[0] === body ? [] : reader.outside(body, main, title);
  const left = [...before, ...outside].filter((line) => squeeze(line) !== squeeze(title ?? ''));
  return {
    page: true,
    blocks,
    notes: new Map(),
    pictures: pictures.list,
    labels: { ...beside, ...labels, ...(title === undefined ? {} : { title }) },
    offered: [...reader.offered, ...(main[0] === body ? [] : offeredBeside(body, main))],
    remarks: [
      ...remarks,
      ...reader.remarks(),
      ...pictures.remarks(),
      ...(left.length === 0
        ? reader.outsideRemarks(title)
        : [
            remark('left-out', `网页正文之外的文字没有写入：${quoted(left)}`, {
              ...reader.coveredOutside,
              words: [...(reader.coveredOutside.words ?? []), ...before],
            }),
          ]),
    ],
  };
}

/** Reads a part of a page that somebody has copied: all of it, as it stands. */
export function readPart(
  document: Tree.Document,
  pictures: Pictures,
): { readonly blocks: readonly Block[]; readonly remarks: readonly Remark[] } {
  const body = findElement(document, ({ tagName }) => tagName === 'body') ?? document;
  const reader = new PageReader(pictures, {
    hidden: hiddenSelectors(document),
    base: baseOf(document, {}),
    around: false,
  });
  return { blocks: reader.blocks(body.childNodes), remarks: reader.remarks() };
}

/** A frame whose page stands in its attribute is a box of that page. */
function openFrames(parent: Parent, depth = 0): void {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    const inner = node.tagName === 'iframe' ? attribute(node, 'srcdoc') : undefined;
    if (inner !== undefined && depth < MOST_FRAMES) {
      const page = parse(inner);
      node.nodeName = 'div';
      node.tagName = 'div';
      node.attrs = [];
      node.childNodes = (findElement(page, ({ tagName }) => tagName === 'body') ?? page).childNodes;
      for (const child of node.childNodes) child.parentNode = node;
    }
    openFrames(node, inner === undefined ? depth : depth + 1);
  }
}

/**
 * A page that is only a set of frames has its text in other files.
 *
 * @throws ImportFailure that names them
 */
function refuseFrames(document: Tree.Document): void {
  const set = findElement(document, ({ tagName }) => tagName === 'frameset');
  if (set === undefined) return;
  const files: string[] = [];
  const visit = (parent: Parent) => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      const file = node.tagName === 'frame' ? attribute(node, 'src')?.trim() : undefined;
      if (file) files.push(file);
      visit(node);
    }
  };
  visit(set);
  throw new ImportFailure(
    'no-text',
    files.length === 0
      ? '网页是空的框架页，没有文字'
      : `网页由 ${files.length} 个框架拼成，文字在别的文件里：${quoted(files)}`,
    files.length === 0
      ? '请取得有文字的网页'
      : '请改为导入其中有正文的那个网页，导航、页脚等框架不用导入',
  );
}

/** Frames in frames that are opened; nobody has more. */
const MOST_FRAMES = 4;

/** Where a page’s addresses begin, if it says so. */
function baseOf(document: Tree.Document, labels: Labels): string | undefined {
  const element = findElement(document, ({ tagName }) => tagName === 'base');
  const base = (element && attribute(element, 'href')) ?? labels.source ?? '';
  return /^https?:\/\//i.test(base) ? base : undefined;
}

/** The page’s `title`, and its parts: sites write their names beside it. */
function titleParts(document: Tree.Document): string[] {
  const element = findElement(document, ({ tagName }) => tagName === 'title');
  const whole = oneLine(element ? allWords(element) : '');
  return [whole, ...whole.split(/\s*[_|｜—–-]+\s*/)];
}

/** The part of it that can only be a document’s title: 关于…的通知, without anything behind. */
function titleOfPage(document: Tree.Document): string | undefined {
  return titleParts(document).find(
    (part) => part.length <= 150 && /^[^_|｜]{0,30}关于.{2,}/.test(part) && endsLikeTitle(part),
  );
}

/** The page’s `title` without the site’s name, where the text has the same line. */
function titleInText(document: Tree.Document, blocks: readonly Block[]): string | undefined {
  const lines = blocks
    .slice(0, 40)
    .filter(isParagraph)
    .map((block) => oneLine(textOf(block)));
  return titleParts(document).find(
    (part) => part.length >= 6 && lines.some((line) => squeeze(line) === squeeze(part)),
  );
}

/** On a page without a mark for its text, what stands above the headline is the site’s. */
function fromTitle(
  blocks: readonly Block[],
  title: string | undefined,
): { before: string[]; blocks: readonly Block[] } {
  const at =
    title === undefined
      ? -1
      : blocks.findIndex(
          (block) => isParagraph(block) && squeeze(textOf(block)) === squeeze(title),
        );
  if (at <= 0) return { before: [], blocks };
  return { before: blocks.slice(0, at).map(textOf), blocks: blocks.slice(at) };
}

/** Rules of a page’s own style sheets that hide a class or an element by its name. */
function hiddenSelectors(document: Tree.Document): ReadonlySet<string> {
  const found = new Set<string>();
  walk(document, (element) => {
    if (element.tagName !== 'style') return;
    const rules = allWords(element).replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    for (const [, selectors = '', style = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!isUnseen(style)) continue;
      for (const selector of selectors.split(','))
        if (/^[.#][\w-]+$/.test(selector.trim())) found.add(selector.trim());
    }
  });
  return found;
}

/** Whether a style takes its element out of sight: the usual ways of dark links. */
function isUnseen(style: string): boolean {
  return (
    /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0?\.?0*\s*(?:;|!|$)/i.test(
      style,
    ) ||
    /(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}(?:px|pt|em)/i.test(
      style,
    ) ||
    (/(?:^|;)\s*(?:height|width|max-height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style) &&
      /overflow\s*:\s*hidden/i.test(style))
  );
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

/** The boxes of a page’s text, in order: some pages have it in several. */
function mainElements(body: Element | Tree.Document): (Element | Tree.Document)[] {
  for (const [index, pattern] of CONTENT.entries()) {
    const found = outermost(body, (element) =>
      pattern.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`),
    ).filter((element) => sizeOf(element) > 0);
    const largest = Math.max(0, ...found.map(sizeOf));
    if (largest < 20) continue;
    // The last words are loose: lists of other articles bear them too.
    return index === CONTENT.length - 1
      ? found.filter((element) => sizeOf(element) === largest).slice(0, 1)
      : found;
  }
  for (const name of ['main', 'article']) {
    const found = outermost(
      body,
      (element) => element.tagName === name || attribute(element, 'role') === name,
    );
    if (found.length === 1 && found.every((element) => sizeOf(element) >= 20)) return found;
  }
  return [body];
}

function sizeOf(element: Element): number {
  return (
    words(element).trim().length + 40 * count(element, ['img', 'table', ...Object.keys(EMBEDDED)])
  );
}

function outermost(parent: Parent, fits: (element: Element) => boolean): Element[] {
  return parent.childNodes
    .filter(isElement)
    .flatMap((node) =>
      fits(node)
        ? [node]
        : AROUND.has(node.tagName) && node.tagName !== 'header'
          ? []
          : outermost(node, fits),
    );
}

/** The page's own headline: in the text, or beside it but not in the site’s head. */
function headline(
  body: Element | Tree.Document,
  main: readonly (Element | Tree.Document)[],
): string | undefined {
  const named = (element: Element) =>
    `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const isTitle = (element: Element) =>
    /\b(?:article|content|news|detail|xxgk)[_-]?title\b/i.test(named(element)) &&
    !/column|site/i.test(named(element));
  const isH1 = (element: Element) => element.tagName === 'h1';
  const own = main
    .map((element) => outermost(element, isH1))
    .find((each) => each.length === 1)?.[0];
  const beside =
    main[0] === body ? undefined : outside(body, (element) => isH1(element) || isTitle(element));
  const found = own ?? beside ?? findElement(body, isTitle);
  const text = found === undefined ? '' : oneLine(words(found));
  return text.length >= 4 && text.length <= 150 ? text : undefined;
}

function outside(parent: Parent, fits: (element: Element) => boolean): Element | undefined {
  return parent.childNodes
    .filter(isElement)
    .filter(({ tagName }) => !AROUND.has(tagName))
    .map((node) => (fits(node) ? node : outside(node, fits)))
    .find((node) => node !== undefined);
}

/** 索引号, 发文机关, 有效性 … in a table above the text. */
function labelTable(
  body: Element | Tree.Document,
  main: readonly (Element | Tree.Document)[],
): Labels {
  let labels: Labels = {};
  walk(body, (element) => {
    if (main.includes(element) || !['table', 'ul', 'div'].includes(element.tagName)) return;
    const text = words(element, ' ');
    if (text.length > 800 || !/索\s*引\s*号/.test(text)) return;
    labels = { ...labels, ...readLabels(text).labels };
  });
  return labels;
}

export interface PageOptions {
  /** Selectors of what the page's style sheets hide: `.hide`, `#old`. */
  readonly hidden: ReadonlySet<string>;
  /** The address from which relative ones lead. */
  readonly base: string | undefined;
  /** Whether headers, footers and asides are left out and told. */
  readonly around: boolean;
}

type Inherited = Omit<Partial<Paragraph>, 'type' | 'content'>;
type Look = Omit<TextRun, 'type' | 'text'>;

/** One handler for several elements. */
function each<H>(names: readonly string[], handler: H): Record<string, H> {
  return Object.fromEntries(names.map((name) => [name, handler]));
}

/** HTML inside another text has no page around it. */
const PART: PageOptions = { hidden: new Set(), base: undefined, around: false };

/** Reads the parts of a page. */
export class PageReader {
  readonly #pictures: Pictures;
  readonly #options: PageOptions;
  readonly #offered = new Map<string, OfferedFile>();
  readonly #hidden: string[] = [];
  readonly #covered = {
    hidden: new Held(),
    controls: new Held(),
    outside: new Held(),
    embedded: new Held(),
  };
  /** Values that are written with all their digits, as they were shown. */
  readonly #shortened: string[] = [];
  #icons = 0;
  readonly #iconWords: string[] = [];
  readonly #links = new Set<string>();
  readonly #pictureLinks = new Set<string>();
  /** What a script of the page would open. */
  readonly #scripts = new Set<string>();
  readonly #controls = new Map<string, string[]>();
  #white = 0;
  #preformatted = false;

  constructor(pictures: Pictures, options: PageOptions = PART) {
    this.#pictures = pictures;
    this.#options = options;
  }

  /** Lines of a page outside its text; files that it offers there are told as such. */
  outside(body: Parent, main: readonly Parent[], title: string | undefined): string[] {
    const lines: string[] = [];
    let line = '';
    const end = () => {
      const text = oneLine(clean(line));
      if (text !== '' && text !== title) lines.push(text);
      line = '';
    };
    const visit = (parent: Parent) => {
      for (const node of parent.childNodes) {
        if (node.nodeName === '#text') {
          line += (node as Tree.TextNode).value;
          this.#covered.outside.words.push((node as Tree.TextNode).value);
        }
        if (!isElement(node) || SKIPPED.has(node.tagName)) continue;
        if (main.includes(node)) {
          end();
          continue;
        }
        this.#covered.outside.own(node);
        this.#embeds(node);
        if (node.tagName === 'a' && !AROUND.has(parent.nodeName)) this.#offers(node);
        const apart = !isInline(node);
        if (apart) end();
        visit(node);
        if (apart) end();
      }
    };
    visit(body);
    end();
    return lines;
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
    if (isWhite(element) && words(element).trim() !== '') this.#white++;
    const align = alignOf(element);
    const own = { ...inherited, ...(align === undefined ? {} : { align }) };
    const handler = PageReader.blocks[element.tagName];
    return handler ? handler(this, element, own) : this.blocks(element.childNodes, own);
  }

  /** What a box of a page gives, by its name; any other holds paragraphs. */
  static readonly blocks: Record<
    string,
    (reader: PageReader, element: Element, own: Inherited) => Block[]
  > = {
    ...each(['pre', 'xmp', 'listing'], (reader: PageReader, element: Element, own: Inherited) => {
      const outer = reader.#preformatted;
      reader.#preformatted = true;
      const blocks = reader.blocks(element.childNodes, own);
      reader.#preformatted = outer;
      return blocks;
    }),
    table: (reader, element) => readHtmlTable(element, reader),
    ...each(
      ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      (reader: PageReader, element: Element, own: Inherited) =>
        reader.blocks(element.childNodes, { ...own, level: Number(element.tagName[1]) }),
    ),
    ...each(['ul', 'ol'], (reader: PageReader, element: Element) => reader.#list(element, 0)),
  };

  #list(list: Element, depth: number): Block[] {
    const numbers = list.tagName === 'ol' ? numbersOf(list) : undefined;
    return list.childNodes.flatMap((item): Block[] => {
      if (!isElement(item)) return this.blocks([item]);
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

  /** What stands in a line and holds no words, by its name. */
  static readonly inline: Record<
    string,
    (reader: PageReader, element: Element, look: Look) => Inline[]
  > = {
    br: () => [{ type: 'break' }],
    input: (_, element, look) => [
      { type: 'text', text: attribute(element, 'checked') === undefined ? '☐' : '☑', ...look },
    ],
    img: (reader, element, { link }) => {
      if (link !== undefined) reader.#pictureLinks.add(link);
      return reader.#picture(element);
    },
  };

  inline(nodes: readonly Node[], look: Omit<TextRun, 'type' | 'text'> = {}): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.nodeName === '#text') return this.#text(node as Tree.TextNode, look);
      if (!isElement(node) || this.#isSkipped(node)) return [];
      const handler = PageReader.inline[node.tagName];
      if (handler) return handler(this, node, look);
      if (isWhite(node) && words(node).trim() !== '') this.#white++;
      const inner = this.inline(node.childNodes, { ...look, ...lookOf(node), ...this.#link(node) });
      // What a browser prints around the words.
      const [before, after] = { q: ['“', '”'], rt: ['（', '）'] }[node.tagName] ?? [];
      return before === undefined || after === undefined || inner.length === 0
        ? inner
        : [
            { type: 'text', text: before, ...look },
            ...inner,
            { type: 'text', text: after, ...look },
          ];
    });
  }

  #text(node: Tree.TextNode, look: Omit<TextRun, 'type' | 'text'>): Inline[] {
    if (this.#preformatted) {
      return clean(node.value)
        .split('\n')
        .flatMap((text, index): Inline[] => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          ...(text === '' ? [] : [{ type: 'text' as const, text, ...look }]),
        ]);
    }
    const text = clean(node.value).replaceAll(/[ \t\r\n]+/g, ' ');
    return text === '' ? [] : [{ type: 'text', text, ...look }];
  }

  #link(element: Element): { link?: string } {
    if (element.tagName !== 'a') return {};
    const target = (attribute(element, 'href') ?? '').trim();
    if (/^(?:https?:\/\/|mailto:)/i.test(target)) {
      const file = fileOffered(element);
      if (file) this.#offer(file);
      return { link: target };
    }
    if (this.#offers(element)) return {};
    const script = /^javascript:/i.test(target) || attribute(element, 'onclick') !== undefined;
    const shown = oneLine(words(element));
    if (/^(?:#|$|javascript:)/i.test(target) && script && shown !== '') this.#scripts.add(shown);
    if (/^(?:#|$|[a-z][a-z\d+.-]*:)/i.test(target)) return {};
    if (target.startsWith('//')) return { link: `https:${target}` };
    const { base } = this.#options;
    if (base !== undefined && URL.canParse(target, base))
      return { link: new URL(target, base).href };
    this.#links.add(`${oneLine(words(element))}（${target}）`);
    return {};
  }

  /** Whether a link offers a file of the page's own site: those are to be fetched. */
  #offers(element: Element): boolean {
    const file = fileOffered(element);
    if (file?.by !== 'link') return false;
    this.#offer(file);
    return true;
  }

  #offer(file: OfferedFile): void {
    if (!this.#offered.has(file.address)) this.#offered.set(file.address, file);
  }

  /** Files that the parts offer, each once. */
  get offered(): OfferedFile[] {
    return [...this.#offered.values()];
  }

  #embeds(element: Element): boolean {
    const name = EMBEDDED[element.tagName];
    if (name === undefined) return false;
    const sources = [
      attribute(element, name),
      ...element.childNodes
        .filter(isElement)
        .filter(({ tagName }) => tagName === 'source')
        .map((each) => attribute(each, 'src')),
    ];
    for (const source of sources)
      if (source !== undefined && source.trim() !== '' && !/^about:/i.test(source))
        this.#offer({ name: source.trim().slice(0, 200), address: source.trim(), by: 'frame' });
    return true;
  }

  #picture(element: Element): Inline[] {
    const source = (attribute(element, 'src') ?? '').trim();
    // Icons of file types stand before every link of some editors.
    if (source === '') return [];
    if (/(?:icon|fileTypeImages|\bspacer\b|blank\.gif)/i.test(source)) {
      this.#icons++;
      this.#iconWords.push(attribute(element, 'alt') ?? '');
      return [];
    }
    return this.#pictures.take(
      source,
      attribute(element, 'alt') ?? attribute(element, 'title') ?? '',
    );
  }

  #isSkipped(element: Element): boolean {
    if (SKIPPED.has(element.tagName)) return true;
    if (this.#embeds(element)) {
      this.#covered.embedded.all(element);
      return true;
    }
    if (isBox(element)) return this.hides(element);
    if (CONTROLS.has(element.tagName)) {
      this.#covered.controls.all(element);
      const typed =
        attribute(element, 'type') === 'hidden' ? '' : (attribute(element, 'value') ?? '');
      this.#tell(element.tagName, oneLine(allWords(element)) || oneLine(typed));
      return true;
    }
    if (this.#options.around && AROUND.has(element.tagName)) {
      this.#covered.controls.all(element);
      this.#tell(element.tagName, oneLine(words(element, ' ')));
      return true;
    }
    return this.hides(element);
  }

  #tell(name: string, text: string): void {
    if (text !== '') this.#controls.set(name, [...(this.#controls.get(name) ?? []), text]);
  }

  /** A cell that shows 1.1E+17 for a number of many digits. */
  shortened(text: string): void {
    this.#shortened.push(text);
  }

  /** Pictures, addresses and repeated titles outside a text beside which no other words stand. */
  outsideRemarks(title: string | undefined): Remark[] {
    const { words, pictures } = this.#covered.outside;
    const rest = words.map(squeeze).filter((word) => word !== '');
    const once = rest.indexOf(squeeze(title ?? ''));
    if (pictures === 0 && rest.length === (once === -1 ? 0 : 1)) return [];
    const told = '网页正文之外的图片、链接和重复的标题没有写入';
    return [remark('left-out', told, this.#covered.outside)];
  }

  /** What the lines outside the text account for. */
  get coveredOutside(): Covers {
    return this.#covered.outside;
  }

  /** Whether nobody sees an element on its page; its words are told. */
  hides(element: Element): boolean {
    const named = [
      ...(attribute(element, 'class') ?? '').split(/\s+/).map((each) => `.${each}`),
      `#${attribute(element, 'id') ?? ''}`,
    ];
    const unseen =
      attribute(element, 'hidden') !== undefined ||
      (element.tagName === 'dialog' && attribute(element, 'open') === undefined) ||
      isUnseen(attribute(element, 'style') ?? '') ||
      named.some((each) => this.#options.hidden.has(each));
    if (unseen) this.#covered.hidden.all(element);
    if (unseen && words(element).trim() !== '') this.#hidden.push(oneLine(words(element, ' ')));
    return unseen;
  }

  remarks(): Remark[] {
    const found: Remark[] = [];
    if (this.#hidden.length > 0)
      found.push(
        remark(
          'left-out',
          `网页中看不见的 ${this.#hidden.length} 处文字没有写入（可能是暗链）：${quoted(this.#hidden)}`,
          this.#covered.hidden,
        ),
      );
    if (this.#white > 0)
      found.push(remark('changed', `${this.#white} 处白色文字已写入；网页上可能看不见，请核对`));
    if (this.#covered.embedded.words.some((word) => word.trim() !== ''))
      found.push(remark('note', '网页中嵌入的文件按附件处理', this.#covered.embedded));
    if (this.#links.size > 0)
      found.push(
        remark('left-out', `站内链接只写入了文字，没有写入地址：${quoted([...this.#links])}`),
      );
    if (this.#scripts.size > 0)
      found.push(
        remark(
          'note',
          `由网页脚本打开的链接只写入了文字，请核对有没有附件：${quoted([...this.#scripts])}`,
          {},
        ),
      );
    if (this.#pictureLinks.size > 0)
      found.push(remark('left-out', `图片上的链接没有写入：${quoted([...this.#pictureLinks])}`));
    for (const [index, [name, texts]] of [...this.#controls].entries())
      found.push(
        remark(
          'left-out',
          `网页部件“${name}”的文字没有写入：${quoted(texts)}`,
          index === 0 ? this.#covered.controls : {},
        ),
      );
    if (this.#controls.size === 0 && this.#covered.controls.pictures > 0)
      found.push(
        remark(
          'left-out',
          `网页部件中的 ${this.#covered.controls.pictures} 张图片没有写入`,
          this.#covered.controls,
        ),
      );
    if (this.#hidden.length === 0 && this.#covered.hidden.pictures > 0)
      found.push(
        remark(
          'left-out',
          `网页中看不见的 ${this.#covered.hidden.pictures} 张图片没有写入`,
          this.#covered.hidden,
        ),
      );
    if (this.#icons > 0)
      found.push(
        remark('left-out', `${this.#icons} 个图标没有写入`, {
          words: this.#iconWords,
          pictures: this.#icons,
        }),
      );
    if (this.#shortened.length > 0)
      found.push(
        remark(
          'changed',
          `${this.#shortened.length} 格只显示了数值的一部分，已写入全部数字：${quoted(this.#shortened)}`,
          { words: this.#shortened },
        ),
      );
    return found;
  }
}

/** The file that a link leads to, if its address ends like one. */
function fileOffered(element: Element): OfferedFile | undefined {
  const address = (attribute(element, 'href') ?? '').trim();
  if (
    !/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|pptx?|csv|txt|png|jpe?g|gif|mp[34])(?:$|[?#])/i.test(
      address,
    )
  )
    return undefined;
  const by = /^https?:/i.test(address) ? 'other' : 'link';
  return { name: oneLine(words(element)) || address, address, by };
}

/** Files that a page offers in a box of their own, beside the one of its text. */
function offeredBeside(parent: Parent, main: readonly (Element | Tree.Document)[]): OfferedFile[] {
  return parent.childNodes.filter(isElement).flatMap((element) => {
    if (main.includes(element) || AROUND.has(element.tagName)) return [];
    const file = element.tagName === 'a' ? fileOffered(element) : undefined;
    return file ? [{ ...file, by: 'other' as const }] : offeredBeside(element, main);
  });
}

/** Everything in parts of a page that are left out: words, what is said of pictures, addresses. */
class Held {
  readonly words: string[] = [];
  pictures = 0;
  signs = 0;

  /** What an element says itself, without what stands in it. */
  own(element: Element): void {
    if (element.tagName === 'img' && (attribute(element, 'src') ?? '').trim() !== '')
      this.pictures++;
    if (isBox(element)) this.signs++;
    for (const name of ['alt', 'href', 'value', 'src', 'data'])
      this.words.push(attribute(element, name) ?? '');
  }

  all(element: Element): void {
    this.own(element);
    for (const node of element.childNodes) {
      if (node.nodeName === '#text') this.words.push((node as Tree.TextNode).value);
      else if (isElement(node)) this.all(node);
    }
  }
}

function quoted(texts: readonly string[]): string {
  return [...new Set(texts)].map((text) => `“${text}”`).join('、');
}

/** A box to tick: whether it is ticked is part of what a form says. */
const isBox = (element: Element): boolean =>
  element.tagName === 'input' &&
  /^(?:checkbox|radio)$/i.test((attribute(element, 'type') ?? '').trim());

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
  if (BLOCK.has(element.tagName)) return false;
  // A span around paragraphs or tables is a box.
  return !element.childNodes.some((node) => isElement(node) && !isInline(node));
}

function isWhite(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  const color =
    /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(style)?.[1] ?? attribute(element, 'color') ?? '';
  return /^(?:#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))$/i.test(color.trim());
}

function lookOf(element: Element): Omit<TextRun, 'type' | 'text'> {
  const style = attribute(element, 'style') ?? '';
  const { tagName } = element;
  return {
    ...(tagName === 'b' || tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
      ? { bold: true }
      : {}),
    ...(tagName === 'u' ? { underline: true } : {}),
    ...(/^(?:s|strike|del)$/.test(tagName) || /text-decoration[^;]*line-through/i.test(style)
      ? { strike: true }
      : {}),
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

/** All text below an element, whatever its elements mean. */
function allWords(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text') return (node as Tree.TextNode).value;
      return isElement(node) ? allWords(node) : '';
    })
    .join('');
}

export function words(parent: Parent, between = ''): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text') return (node as Tree.TextNode).value;
      const silent = (element: Element) =>
        SKIPPED.has(element.tagName) ||
        CONTROLS.has(element.tagName) ||
        element.tagName in EMBEDDED;
      return isElement(node) && !silent(node) ? words(node, between) : '';
    })
    .join(between);
}
