import type { List, ListItem } from 'mdast';
import { type Notes, phrases } from './quick-words.ts';
import { BULLET } from './syntax/blocks.ts';
import { showNumbers } from './syntax/numbers.ts';

/** What a line of plain text does not begin with. */
export const LINE_START = /^(?:[ #>:-]|\d{1,3}\.(?!\d)|\[\^[^\]]*\]:)/;
const BULLET_ITEM = /^- (\S.*)$/;
/** Lists within lists as officers write them; deeper ones are a parser's, which has a bound for them. */
const DEEPEST = 3;
const NUMBERED_ITEM = /^(0|[1-9]\d{0,2})\. (\S.*)$/;

/**
 * A list as officers write one: a line an item, and below an item, indented as far as its words, the items of
 * another. Nothing where it is not surely that.
 */
export function readList(lines: readonly string[], notes: Notes, level = 1): List | undefined {
  if (level > DEEPEST) return undefined;
  const start = NUMBERED_ITEM.exec(lines[0] ?? '')?.[1];
  const items: ListItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const [number, text] = start === undefined ? bullet(line) : numbered(line);
    const words = text === undefined || LINE_START.test(text) ? undefined : phrases(text, notes);
    if (!words || text === undefined) return undefined;
    const below = linesBelow(lines, at + 1, ' '.repeat(line.length - text.length));
    const list = below.length === 0 ? undefined : readList(below, notes, level + 1);
    // A list that begins below words without an empty line counts from 1, or it is more of the words.
    if (below.length > 0 && (!list || (list.ordered && list.start !== 1))) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children: words }, ...(list ? [list] : [])],
      ...(number === undefined ? {} : { data: { number } }),
    });
    at += 1 + below.length;
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

/** The lines from `from` on that are indented at least so far, without the indent. */
function linesBelow(lines: readonly string[], from: number, indent: string): string[] {
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith(indent));
  return lines.slice(from, end === -1 ? undefined : end).map((line) => line.slice(indent.length));
}

function bullet(line: string): [undefined, string | undefined] {
  return [undefined, BULLET.test(line) ? BULLET_ITEM.exec(line)?.[1] : undefined];
}

function numbered(line: string): [number | undefined, string | undefined] {
  const [, number, text] = NUMBERED_ITEM.exec(line) ?? [];
  return [number === undefined ? undefined : Number(number), text];
}
