import type { Heading, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { parseMarkdown } from './parse.ts';

/** Where one of these stands, a part may belong to another across blank lines: nothing is cut. */
const HANGS_TOGETHER = /<|```|~~~|\]:|\[\^|[\t\r\0\uFEFF]|^ {4}/m;
/** Signs that may mean something within a line; `**` has a way of its own. */
const INLINE = /[\\`_~[\]&@|]|:\/\/|www\.|[ \n]$/i;
/** What a line of plain text does not begin with. */
const LINE_START = /^(?:[ #>+=:-]|\*(?!\*)|\d{1,9}[.)])/;
const HEADING = /^(#{1,6}) (\S.*)$/;
const BULLET = /^- (\S.*)$/;
const NUMBER = /^(\d{1,9})\. (\S.*)$/;

/** A stretch between blank lines. A list is only one of its own where nothing beside it may join. */
type Block =
  | {
      readonly kind: 'plain' | 'list';
      readonly nodes: readonly RootContent[];
      readonly text: string;
    }
  | { readonly kind: 'other'; readonly text: string };

/**
 * Parses a body as `parseMarkdown` does, in much less time: what officers write is for the most part
 * plain paragraphs, headings, lead words in bold and short lists, which need no parser. Only what
 * lies between them goes through one. A test compares both on texts of every sort. Places in the
 * text are not kept.
 */
export function parseQuickly(text: string): Root {
  if (HANGS_TOGETHER.test(text)) return parseMarkdown(text);
  const blocks = text.split(/\n(?: *\n)+/).map(readBlock);
  const children: RootContent[] = [];
  let rest: string[] = [];
  const flush = () => {
    if (rest.length > 0) children.push(...parseMarkdown(rest.join('\n\n')).children);
    rest = [];
  };
  for (const [index, block] of blocks.entries()) {
    const alone = [blocks[index - 1], blocks[index + 1]].every((beside) => isPlain(beside));
    if (block.kind === 'plain' || (block.kind === 'list' && alone)) {
      flush();
      children.push(...block.nodes);
    } else rest.push(block.text);
  }
  flush();
  return { type: 'root', children };
}

function isPlain(block: Block | undefined): boolean {
  return block === undefined || block.kind === 'plain';
}

function readBlock(block: string): Block {
  const lines = block.replaceAll(/^\n+|\n+$/g, '').split('\n');
  const nodes: RootContent[] = [];
  const other = { kind: 'other', text: block } as const;
  for (let match = heading(lines); match; match = heading(lines)) {
    if (match === 'other') return other;
    nodes.push(match);
    lines.shift();
  }
  if (lines.length === 0 || (lines.length === 1 && lines[0] === '')) {
    return { kind: 'plain', nodes, text: block };
  }
  const list = nodes.length === 0 ? readList(lines) : undefined;
  if (list) return { kind: 'list', nodes: [list], text: block };
  if (lines.some((line) => LINE_START.test(line))) return other;
  const words = lines.length === 1 ? phrases(lines[0] ?? '') : plainLines(lines);
  if (!words) return other;
  nodes.push({ type: 'paragraph', children: words });
  return { kind: 'plain', nodes, text: block };
}

function heading(lines: readonly string[]): Heading | 'other' | undefined {
  const [, marks = '', title = ''] = HEADING.exec(lines[0] ?? '') ?? [];
  if (marks === '') return undefined;
  const words = title.endsWith('#') ? undefined : phrases(title);
  if (!words) return 'other';
  return { type: 'heading', depth: marks.length as Heading['depth'], children: words };
}

function readList(lines: readonly string[]): List | undefined {
  const start = NUMBER.exec(lines[0] ?? '')?.[1];
  const items: ListItem[] = [];
  for (const line of lines) {
    const text = start === undefined ? BULLET.exec(line)?.[1] : NUMBER.exec(line)?.[2];
    const words = text === undefined || LINE_START.test(text) ? undefined : phrases(text);
    if (!words) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children: words }],
    });
  }
  return {
    type: 'list',
    ordered: start !== undefined,
    start: start === undefined ? null : Number(start),
    spread: false,
    children: items,
  };
}

function plainLines(lines: readonly string[]): PhrasingContent[] | undefined {
  if (lines.some((line) => INLINE.test(line) || line.includes('*'))) return undefined;
  return [{ type: 'text', value: lines.join('\n') }];
}

const SIGN = /[\p{P}\p{S}]/u;
const CHINESE = /[\p{Script=Han}\u3001-\u3011\uff01-\uff5e]/u;

/** One line of plain words, some of them bold; nothing where that cannot be said for sure. */
function phrases(line: string): PhrasingContent[] | undefined {
  if (INLINE.test(line)) return undefined;
  if (!line.includes('*')) return [{ type: 'text', value: line }];
  const parts = line.split('**');
  if (parts.length % 2 === 0 || parts.some((part) => part.includes('*'))) return undefined;
  const words: PhrasingContent[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      if (part !== '') words.push({ type: 'text', value: part });
      continue;
    }
    const [before = '', after = ''] = [parts[index - 1]?.at(-1), parts[index + 1]?.at(0)];
    if (!isBold(part, before, after)) return undefined;
    words.push({ type: 'strong', children: [{ type: 'text', value: part }] });
  }
  return words;
}

/** Whether marks around some words are surely read as bold, by CommonMark with the CJK rules. */
function isBold(words: string, before: string, after: string): boolean {
  const [first = ' ', last = ' '] = [words.at(0), words.at(-1)];
  if (/\s/.test(first + last)) return false;
  const opens = !SIGN.test(first) || before === '' || CHINESE.test(before);
  const closes = !SIGN.test(last) || after === '' || CHINESE.test(after);
  return opens && closes;
}
