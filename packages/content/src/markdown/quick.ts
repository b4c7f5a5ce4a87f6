import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { parseMarkdown } from './parse.ts';
import { readTable } from './quick-table.ts';
import { phrases, plainLines } from './quick-words.ts';
import { BULLET } from './syntax/blocks.ts';
import { showNumbers } from './syntax/numbers.ts';

/** Where one of these stands, a part may belong to another across blank lines: nothing is cut. */
const HANGS_TOGETHER = /<(?:[!?]|script|pre|style|textarea)|[\t\r\0\uFEFF]/i;
/** What a line of plain text does not begin with. */
const LINE_START = /^(?:[ #>:-]|\d{1,3}\.(?!\d))/;
const HEADING = /^(#{1,6}) ([^\s#].*)$/;
const BULLET_ITEM = /^- (\S.*)$/;
const NUMBERED_ITEM = /^(0|[1-9]\d{0,2})\. (\S.*)$/;

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
 * plain paragraphs, headings, lead words in bold, short lists and tables, which need no parser. Only
 * what lies between them goes through one. A test compares both on texts of every sort. Places in the
 * text are not kept.
 */
export function parseQuickly(text: string): Root {
  if (HANGS_TOGETHER.test(text)) return parseMarkdown(text);
  const blocks = text.split(/\n(?: *\n)+/).map(readBlock);
  const parts: { nodes?: readonly RootContent[]; texts: string[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const alone = [blocks[index - 1], blocks[index + 1]].every((beside) => isPlain(beside));
    if (block.kind === 'plain' || (block.kind === 'list' && alone)) {
      parts.push({ nodes: block.nodes, texts: [] });
    } else {
      const last = parts.at(-1);
      if (last && !last.nodes) last.texts.push(block.text);
      else parts.push({ texts: [block.text] });
    }
  }
  const rest = parseTogether(
    parts.filter(({ nodes }) => !nodes).map(({ texts }) => texts.join('\n\n')),
  );
  if (!rest) return parseMarkdown(text);
  let next = 0;
  return { type: 'root', children: parts.flatMap(({ nodes }) => nodes ?? rest[next++] ?? []) };
}

/** A comment that no text holds that is cut. */
const CUT = '<!-- cut -->';

/**
 * Parses several stretches of one text at once: notes and link targets may stand in another than
 * those that name them, and a parser takes its time to begin. Nothing where the cuts do not show.
 */
function parseTogether(stretches: readonly string[]): RootContent[][] | undefined {
  if (stretches.length === 0) return [];
  const parsed: RootContent[][] = [[]];
  for (const node of parseMarkdown(stretches.join(`\n\n${CUT}\n\n`)).children) {
    if (node.type === 'html' && node.value === CUT) parsed.push([]);
    else parsed.at(-1)?.push(node);
  }
  return parsed.length === stretches.length ? parsed : undefined;
}

function isPlain(block: Block | undefined): boolean {
  return block === undefined || block.kind === 'plain';
}

function readBlock(block: string): Block {
  const all = block.replaceAll(/^\n+|\n+$/g, '').split('\n');
  const nodes: RootContent[] = [];
  const other = { kind: 'other', text: block } as const;
  for (let match = heading(all[0]); match; match = heading(all[nodes.length])) {
    if (match === 'other') return other;
    nodes.push(match);
  }
  const lines = nodes.length === 0 ? all : all.slice(nodes.length);
  if (lines.length === 0 || (lines.length === 1 && lines[0] === '')) {
    return { kind: 'plain', nodes, text: block };
  }
  const list = nodes.length === 0 ? readList(lines) : undefined;
  if (list) return { kind: 'list', nodes: [list], text: block };
  const table = nodes.length === 0 ? readTable(lines) : undefined;
  if (table) return { kind: 'plain', nodes: [table], text: block };
  if (lines.some((line) => LINE_START.test(line))) return other;
  const words = plainLines(lines);
  if (!words) return other;
  nodes.push({ type: 'paragraph', children: words });
  return { kind: 'plain', nodes, text: block };
}

function heading(line: string | undefined): Heading | 'other' | undefined {
  const [, marks = '', title = ''] = HEADING.exec(line ?? '') ?? [];
  if (marks === '') return undefined;
  const words = phrases(title);
  if (!words) return 'other';
  return { type: 'heading', depth: marks.length as Heading['depth'], children: words };
}

function readList(lines: readonly string[]): List | undefined {
  const start = NUMBERED_ITEM.exec(lines[0] ?? '')?.[1];
  const items: ListItem[] = [];
  for (const line of lines) {
    const [number, text] = start === undefined ? bullet(line) : numbered(line);
    const words = text === undefined || LINE_START.test(text) ? undefined : phrases(text);
    if (!words) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children: words }],
      ...(number === undefined ? {} : { data: { number } }),
    });
  }
  const list: List = {
    type: 'list',
    ordered: start !== undefined,
    start: start === undefined ? null : Number(start),
    spread: false,
    children: items,
  };
  if (list.ordered) showNumbers(list);
  return list;
}

function bullet(line: string): [undefined, string | undefined] {
  return [undefined, BULLET.test(line) ? BULLET_ITEM.exec(line)?.[1] : undefined];
}

function numbered(line: string): [number | undefined, string | undefined] {
  const [, number, text] = NUMBERED_ITEM.exec(line) ?? [];
  return [number === undefined ? undefined : Number(number), text];
}
