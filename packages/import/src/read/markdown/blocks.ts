import type {
  Block,
  Cell,
  Inline,
  OfferedFile,
  Paragraph,
  Pictures,
  TextRun,
} from '@columns/office/paper';
import { plain, trimmed } from '@columns/office/paper';
import type {
  BlockContent,
  Blockquote,
  Code,
  Definition,
  DefinitionContent,
  Delete,
  Emphasis,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  List,
  ListItem,
  Paragraph as MarkdownParagraph,
  Table as MarkdownTable,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { parseFragment } from 'parse5';
import { visit } from 'unist-util-visit';
import type { Remark } from '../../failure.ts';
import { remark } from '../../failure.ts';
import { PageReader } from '../html.ts';
import { InlineTags } from './inline-tags.ts';
import { joinLines } from './lines.ts';

type Look = Omit<TextRun, 'type' | 'text'>;
type Content = BlockContent | DefinitionContent | RootContent;

/** Turns a Markdown tree into paragraphs and tables. */
export class MarkdownReader {
  readonly notes = new Map<string, readonly Inline[]>();
  readonly #root: Root;
  readonly #source: string;
  readonly #pictures: Pictures;
  readonly #page: PageReader;
  /** Our dialect: a line end is a line break, and a number is as it is typed. */
  readonly #own: boolean;
  readonly #definitions = new Map<string, Definition>();
  readonly #inside = new Set<string>();
  readonly #files = new Map<string, OfferedFile>();
  /** Of a type that is not known here, with its words. */
  readonly #others: [string, string][] = [];
  #code = 0;
  #rules = 0;
  #comments = 0;

  constructor(root: Root, source: string, pictures: Pictures, own: boolean) {
    this.#root = root;
    this.#source = source;
    this.#pictures = pictures;
    this.#page = new PageReader(pictures);
    this.#own = own;
  }

  read(): Block[] {
    visit(this.#root, 'definition', (node) => {
      this.#definitions.set(node.identifier, node);
    });
    visit(this.#root, 'footnoteDefinition', (node) => {
      const blocks = node.children.flatMap((child) => this.#block(child, {}));
      this.notes.set(
        node.identifier,
        blocks.flatMap((block, index): Inline[] => [
          ...(index === 0 ? [] : [{ type: 'text' as const, text: ' ' }]),
          ...(block.type === 'paragraph' ? block.content : []),
        ]),
      );
    });
    const blocks = this.#root.children
      .filter(({ type }) => type !== 'footnoteDefinition')
      .flatMap((child) => this.#block(child, {}));
    const [first] = blocks;
    // The one heading of the highest sort that stands first is the title of the document.
    const only = blocks.filter((block) => block.type === 'paragraph' && block.level === 1);
    return first?.type === 'paragraph' && first.level === 1 && only.length === 1
      ? [{ ...first, title: true }, ...blocks.slice(1)]
      : blocks;
  }

  #block(node: Content, more: { quote?: true }): Block[] {
    const handler = MarkdownReader.blocks[node.type];
    if (handler) return handler(this, node as never, more);
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') this.#unknown(node);
    return [];
  }

  /** What a block gives, by its type. */
  static readonly blocks: Record<
    string,
    (reader: MarkdownReader, node: never, more: { quote?: true }) => Block[]
  > = {
    paragraph: (reader, node: MarkdownParagraph, more) => reader.#paragraph(node, more),
    heading: (reader, node: Heading, more) => {
      const content = trimmed(reader.#inline(node.children));
      return content.length === 0
        ? []
        : [{ type: 'paragraph', content: withoutAnchor(content), level: node.depth, ...more }];
    },
    blockquote: (reader, node: Blockquote) =>
      node.children.flatMap((child) => reader.#block(child, { quote: true })),
    list: (reader, node: List, more) => reader.#list(node, 0, more),
    table: (reader, node: MarkdownTable) => [reader.#table(node)],
    code: (reader, { value }: Code, more) => {
      reader.#code++;
      const content = value
        .split('\n')
        .flatMap((line, index): Inline[] => [
          ...(index === 0 ? [] : [{ type: 'break' as const }]),
          { type: 'text', text: line },
        ]);
      return [{ type: 'paragraph', content, ...more }];
    },
    html: (reader, { value }: Html, more) => reader.#html(value, more),
    thematicBreak: (reader) => {
      reader.#rules++;
      return [];
    },
  };

  #unknown(node: Content | PhrasingContent): void {
    const { start, end } = node.position ?? {};
    this.#others.push([node.type, this.#source.slice(start?.offset ?? 0, end?.offset ?? 0)]);
  }

  #paragraph(node: MarkdownParagraph, more: Omit<Partial<Paragraph>, 'type'>): Block[] {
    const content = trimmed(this.#inline(node.children));
    if (plain(content).trim() === '[TOC]') return [];
    return content.length === 0 ? [] : [{ type: 'paragraph', content, ...more }];
  }

  #html(html: string, more: { quote?: true }): Block[] {
    this.#comments += [...html.matchAll(/<!--(?!\s*more\s*-->)/gi)].length;
    return this.#page
      .blocks(parseFragment(html).childNodes)
      .map((block) => (block.type === 'paragraph' ? { ...block, ...more } : block));
  }

  #list(list: List, depth: number, more: { quote?: true }): Block[] {
    const ordered = list.ordered === true;
    return list.children.flatMap((item, index) => {
      const number = this.#numberOf(item, (list.start ?? 1) + index);
      const [first, ...rest] = item.children;
      const own = { ...more, list: { ordered, depth, ...(ordered ? { number } : {}) } };
      const head =
        first?.type === 'paragraph'
          ? this.#paragraph(first, own).map((block) => withBox(block, item))
          : [];
      const others = first === undefined || first.type === 'paragraph' ? rest : item.children;
      return [
        ...head,
        ...others.flatMap((child) =>
          child.type === 'list' ? this.#list(child, depth + 1, more) : this.#block(child, more),
        ),
      ];
    });
  }

  /** CommonMark counts on from the first number of a list; our dialect shows what is typed. */
  #numberOf(item: ListItem, counted: number): number {
    const start = item.position?.start.offset;
    if (!this.#own || start === undefined) return counted;
    const typed = /^\d{1,9}/.exec(this.#source.slice(start, start + 9))?.[0];
    return typed === undefined ? counted : Number(typed);
  }

  #table({ children }: MarkdownTable): Block {
    const rows = children.map((row, index) =>
      row.children.map((cell): Cell => {
        const content = trimmed(this.#inline(cell.children));
        return {
          content: splitAtBreaks(content),
          colspan: 1,
          rowspan: 1,
          ...(index === 0 ? { head: true } : {}),
        };
      }),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    const empty: Cell = { content: [[]], colspan: 1, rowspan: 1 };
    return {
      type: 'table',
      rows: rows.map((row) => [...row, ...Array(width - row.length).fill(empty)]),
      headRows: 1,
    };
  }

  #inline(nodes: readonly PhrasingContent[], look: Look = {}): Inline[] {
    const tags = new InlineTags(look, this.#pictures);
    return nodes.flatMap((node): Inline[] => {
      const handler = MarkdownReader.inline[node.type];
      if (handler) return handler(this, node as never, tags.look, tags);
      this.#unknown(node);
      return [];
    });
  }

  /** What stands in a line gives, by its type. */
  static readonly inline: Record<
    string,
    (reader: MarkdownReader, node: never, now: Look, tags: InlineTags) => Inline[]
  > = {
    text: (reader, { value }: Text, now) => reader.#text(value, now),
    inlineCode: (_, { value }: InlineCode, now) => [{ type: 'text', text: value, ...now }],
    break: () => [{ type: 'break' }],
    strong: (reader, node: Strong, now) =>
      reader.#isMask(node)
        ? reader.#signs('**', node.children, now)
        : reader.#inline(node.children, { ...now, bold: true }),
    // Slanted Chinese is hard to read and means nothing more: its words are kept.
    emphasis: (reader, node: Emphasis, now) =>
      reader.#isMask(node)
        ? reader.#signs('*', node.children, now)
        : reader.#inline(node.children, now),
    delete: (reader, { children }: Delete, now) =>
      reader.#inline(children, { ...now, strike: true }),
    link: (reader, node: Link, now) => reader.#link(node.children, node.url, now, node),
    linkReference: (reader, { identifier, children }: LinkReference, now) => {
      const url = reader.#definitions.get(identifier)?.url;
      return url === undefined ? reader.#inline(children, now) : reader.#link(children, url, now);
    },
    image: (reader, { url, alt, title }: Image) => reader.#pictures.take(url, alt || (title ?? '')),
    imageReference: (reader, { identifier, alt }: ImageReference) => {
      const url = reader.#definitions.get(identifier)?.url;
      return url === undefined ? [] : reader.#pictures.take(url, alt ?? '');
    },
    footnoteReference: (_, { identifier }: FootnoteReference) => [{ type: 'note', id: identifier }],
    html: (reader, { value }: Html, _, tags) => {
      if (/^<!--(?!\s*more\s*-->)/i.test(value)) reader.#comments++;
      return tags.take(value);
    },
  };

  /**
   * `王*明、李*华`, `138**1234，139**5678`: emphasis to CommonMark, and to its writer signs that stand for
   * what must not be published. Stars inside words or between digits stay as they are typed.
   */
  #isMask({ type, position }: Emphasis | Strong): boolean {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined || this.#source[start] !== '*') return false;
    const [before, after] = [this.#source[start - 1] ?? '', this.#source[end] ?? ''];
    if (type === 'emphasis') return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after);
    const [first, last] = [this.#source[start + 2] ?? '', this.#source[end - 3] ?? ''];
    const digits = (one: string, other: string) => /\d/.test(one) && /\d/.test(other);
    // No emphasis begins with the sign that ends a clause: 王**、李**.
    return (
      digits(before, first) || digits(last, after) || /[，、。；：！？）》”,.;:!?)]/.test(first)
    );
  }

  #signs(sign: string, children: readonly PhrasingContent[], look: Look): Inline[] {
    const mark: Inline = { type: 'text', text: sign, ...look };
    return [mark, ...this.#inline(children, look), mark];
  }

  #text(value: string, look: Look): Inline[] {
    if (!this.#own) return [{ type: 'text', text: joinLines(value), ...look }];
    return value
      .split('\n')
      .flatMap((text, index): Inline[] => [
        ...(index === 0 ? [] : [{ type: 'break' as const }]),
        ...(text === '' ? [] : [{ type: 'text' as const, text, ...look }]),
      ]);
  }

  #link(children: readonly PhrasingContent[], url: string, look: Look, node?: Link): Inline[] {
    if (/^(?:https?:\/\/|mailto:)/i.test(url)) {
      const [address, rest] = bareAddress(node, this.#source);
      if (address === undefined) return this.#inline(children, { ...look, link: url });
      return [
        { type: 'text', text: address, ...look, link: url.slice(0, url.length - rest.length) },
        ...this.#text(rest, look),
      ].filter((each) => each.type !== 'text' || each.text !== '') as Inline[];
    }
    const content = this.#inline(children, look);
    const name = plain(content).trim() || url;
    if (/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?:$|[?#])/i.test(url))
      this.#files.set(url, { name, address: url, by: 'link' });
    else this.#inside.add(name);
    return content;
  }

  /** Files that the text offers for download. */
  get offered(): OfferedFile[] {
    return [...this.#files.values(), ...this.#page.offered];
  }

  remarks(): Remark[] {
    const found: Remark[] = [...this.#page.remarks()];
    const tell = (sort: Remark['sort'], count: number, text: string) => {
      if (count > 0) found.push(remark(sort, text));
    };
    const listed = (words: Iterable<string>) =>
      [...words].map((each) => `“${each.slice(0, 60)}”`).join('、');
    tell(
      'left-out',
      this.#inside.size,
      `站内链接只留下文字，没有写入网址：${listed(this.#inside)}`,
    );
    for (const [type, words] of this.#others)
      found.push(
        remark('left-out', `不认识的内容“${type}”没有写入：“${words}”`, { words: [words] }),
      );
    tell('changed', this.#code, `${this.#code} 处代码块写成了普通文字`);
    tell('left-out', this.#rules, `${this.#rules} 条分隔线没有写入`);
    tell('left-out', this.#comments, `${this.#comments} 处看不见的注释没有写入`);
    return found;
  }
}

/** `## 标题 {#anchor}`: the anchor of another program. */
function withoutAnchor(content: readonly Inline[]): Inline[] {
  const last = content.at(-1);
  if (last?.type !== 'text') return [...content];
  const text = last.text.replace(/\s*\{[#.][^{}]*\}\s*$/, '');
  return text === '' ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, text }];
}

/** `- [x] 甲`: a task that is done. */
function withBox(block: Block, { checked }: ListItem): Block {
  if (block.type !== 'paragraph' || typeof checked !== 'boolean') return block;
  const box: Inline = { type: 'text', text: checked ? '☑ ' : '☐ ' };
  return { ...block, content: [box, ...block.content] };
}

function splitAtBreaks(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const each of content) {
    if (each.type === 'break') lines.push([]);
    else lines.at(-1)?.push(each);
  }
  return lines.map(trimmed);
}

/**
 * A bare address, which GFM lets run to the next space, cut where it ends before Chinese; the rest after it.
 * Nothing where the link was written with words of its own.
 */
function bareAddress(node: Link | undefined, source: string): [string, string] | [undefined] {
  const [only] = node?.children ?? [];
  const start = node?.position?.start.offset;
  if (node?.children.length !== 1 || only?.type !== 'text' || start === undefined)
    return [undefined];
  if (!source.startsWith(only.value, start)) return [undefined];
  const end = only.value.search(/[^\x21-\x7e]/);
  const cut = end === -1 ? only.value.length : end;
  const address = only.value.slice(0, cut).replace(/[.,:;!?)\]'"]+$/, '');
  return [address, only.value.slice(address.length)];
}
