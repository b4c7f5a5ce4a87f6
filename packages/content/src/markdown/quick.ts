import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import { parseMarkdown } from './parse.ts';
import { LINE_START, readList } from './quick-lists.ts';
import { readTable } from './quick-table.ts';
import { type Notes, phrases, plainLines } from './quick-words.ts';

/** Where one of these stands, a part may belong to another across blank lines: nothing is cut. */
const HANGS_TOGETHER = /<(?:[!?]|script|pre|style|textarea)|[\t\r\0\uFEFF]/i;
const HEADING = /^(#{1,6}) ([^\s#].*)$/;
/** A note of one line. What begins so after an empty line is a note, whatever follows. */
const NOTE = /^\[\^(\d{1,3})\]:(?: (\S.*)$)?/;
/** It goes on to the next empty line, and nothing in it is read. */
const TABLE_TAG = /^<table[ >]/;

/** A stretch between blank lines. */
interface Block {
  readonly text: string;
  /** What it is, where that is known without a parser. */
  readonly nodes?: readonly RootContent[];
  /** Whether it is only that where nothing beside it joins it: a list another list, a note what is indented. */
  readonly open?: 'list' | 'note';
}

/**
 * Parses a body as `parseMarkdown` does, in much less time: what officers write is for the most part
 * paragraphs, headings, lists, tables and notes with a bold or linked word here and there, which need no
 * parser. Only what lies between them goes through one. A test compares both on texts of every sort. Places
 * in the text are not kept.
 */
export function parseQuickly(text: string): Root {
  if (HANGS_TOGETHER.test(text)) return parseMarkdown(text);
  const stretches = text.split(/\n(?: *\n)+/);
  const notes = text.includes('[^') ? notesIn(stretches) : NO_NOTES;
  const blocks = stretches.map((stretch) => readBlock(stretch, notes));
  const known = blocks.map((block, index) =>
    standsAlone(block, blocks[index - 1], blocks[index + 1]) ? block.nodes : undefined,
  );
  // A parser that is to find calls of notes must find the notes.
  const calls = notes.size > 0 && blocks.some(({ text }, at) => !known[at] && text.includes('[^'));
  const parts: { nodes?: readonly RootContent[]; texts: string[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const nodes = calls && block.open === 'note' ? undefined : known[index];
    const last = parts.at(-1);
    if (nodes) parts.push({ nodes, texts: [] });
    else if (last && !last.nodes) last.texts.push(block.text);
    else parts.push({ texts: [block.text] });
  }
  const rest = parseTogether(
    parts.filter(({ nodes }) => !nodes).map(({ texts }) => texts.join('\n\n')),
    parts.at(-1)?.nodes !== undefined,
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
 *
 * @param goesOn whether something follows the last: a parser reads some last lines otherwise than the same
 *   lines before others
 */
function parseTogether(stretches: readonly string[], goesOn: boolean): RootContent[][] | undefined {
  if (stretches.length === 0) return [];
  const parsed: RootContent[][] = [[]];
  const text = [...stretches, ...(goesOn ? [''] : [])].join(`\n\n${CUT}\n\n`);
  for (const node of parseMarkdown(text).children) {
    if (node.type === 'html' && node.value === CUT) parsed.push([]);
    else parsed.at(-1)?.push(node);
  }
  return parsed.length === stretches.length + (goesOn ? 1 : 0) ? parsed : undefined;
}

const NO_NOTES: Notes = new Set();

function notesIn(stretches: readonly string[]): Notes {
  return new Set(stretches.flatMap((stretch) => NOTE.exec(trimmed(stretch))?.[1] ?? []));
}

/** Whether what a block begins ends with it. */
function standsAlone(
  { open }: Block,
  before: Block | undefined,
  after: Block | undefined,
): boolean {
  if (open === undefined) return true;
  if (after !== undefined && /^\n* /.test(after.text)) return false;
  return open === 'note' || !(holdsList(before) || holdsList(after));
}

/** Signs by which a line may belong to a list, or to a quotation or note that holds one. */
const OF_LIST = /^(?:[ >-]|\d{1,3}\.|\[\^)/m;

/** A list, or what a parser may find one in. */
function holdsList(block: Block | undefined): boolean {
  if (block === undefined) return false;
  return block.nodes ? block.open === 'list' : OF_LIST.test(block.text);
}

function trimmed(block: string): string {
  return block.replaceAll(/^\n+|\n+$/g, '');
}

function readBlock(text: string, notes: Notes): Block {
  const all = trimmed(text).split('\n');
  const [first = ''] = all;
  const other = { text };
  if (TABLE_TAG.test(first)) return { text, nodes: [{ type: 'html', value: all.join('\n') }] };
  const note = all.length === 1 && NOTE.test(first) ? readNote(first, notes) : undefined;
  if (note) return { text, nodes: [note], open: 'note' };
  const nodes: RootContent[] = [];
  for (let match = heading(first, notes); match; match = heading(all[nodes.length], notes)) {
    if (match === 'other') return other;
    nodes.push(match);
  }
  const lines = nodes.length === 0 ? all : all.slice(nodes.length);
  if (lines.length === 0 || (lines.length === 1 && lines[0] === '')) return { text, nodes };
  const list = nodes.length === 0 ? readList(lines, notes) : undefined;
  if (list) return { text, nodes: [list], open: 'list' };
  const table = nodes.length === 0 ? readTable(lines, notes) : undefined;
  if (table) return { text, nodes: [table] };
  if (lines.some((line) => LINE_START.test(line))) return other;
  const words = plainLines(lines, notes);
  if (!words) return other;
  nodes.push({ type: 'paragraph', children: words });
  return { text, nodes };
}

function heading(line: string | undefined, notes: Notes): Heading | 'other' | undefined {
  const [, marks = '', title = ''] = HEADING.exec(line ?? '') ?? [];
  if (marks === '') return undefined;
  const words = phrases(title, notes);
  if (!words) return 'other';
  return { type: 'heading', depth: marks.length as Heading['depth'], children: words };
}

function readNote(line: string, notes: Notes): FootnoteDefinition | undefined {
  const [, number = '', text] = NOTE.exec(line) ?? [];
  const words = text === undefined || LINE_START.test(text) ? undefined : phrases(text, notes);
  if (!words) return undefined;
  return {
    type: 'footnoteDefinition',
    identifier: number,
    label: number,
    children: [{ type: 'paragraph', children: words }],
  };
}
