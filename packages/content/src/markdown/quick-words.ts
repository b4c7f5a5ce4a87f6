import type { PhrasingContent } from 'mdast';
import { pairRuns } from './syntax/mark-pairs.ts';
import { runsOf } from './syntax/mark-runs.ts';

/** Numbers of the notes that a text has: `[^1]` is a call of one only where it is there. */
export type Notes = ReadonlySet<string>;

/** Signs that may mean something within a line, beside those that are read here. */
const INLINE = /[\\<[\]&@|]|:\/\/|www\.|[ \n]$/i;
/** `[^1]`, and `[名称](/2024/a/)`; an exclamation mark before them would make something else of both. */
const NOTE_OR_LINK = /(?<!!)\[(?:\^(\d{1,3})\]|([^[\]^*~]+)\]\(([\w./#-]+)\))/g;

/** The lines of one paragraph; each ends where it was ended. */
export function plainLines(lines: readonly string[], notes: Notes): PhrasingContent[] | undefined {
  const words: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    const read = phrases(line, notes);
    if (!read) return undefined;
    if (index > 0) words.push({ type: 'break' });
    for (const word of read) words.push(word);
  }
  return words;
}

/** One line of words, some bold, struck or linked, with calls of notes; nothing where that is not sure. */
export function phrases(line: string, notes: Notes): PhrasingContent[] | undefined {
  const parts = line.includes('[') ? notesAndLinks(line, notes) : [];
  if (!parts) return undefined;
  if (parts.length === 0 && INLINE.test(line)) return undefined;
  const runs = line.includes('**') || line.includes('~~') ? runsOf(line) : [];
  if (parts.length === 0 && runs.length < 2) return [{ type: 'text', value: line }];
  const start = (run: number) => runs[run]?.at ?? 0;
  const { marks } = pairRuns(runs, (open, close) => line.slice(start(open) + 2, start(close)));
  return wordsOf(line, [
    ...parts,
    ...marks.map(([open, close]) => ({
      from: start(open),
      to: start(close) + 2,
      type: runs[open]?.sign === '~' ? ('delete' as const) : ('strong' as const),
    })),
  ]);
}

/** What stands in a line and is no text. Of two parts one holds the other, or they stand apart. */
type Part = { readonly from: number; readonly to: number } & (
  | { readonly type: 'strong' | 'delete' }
  | { readonly type: 'note'; readonly number: string }
  | { readonly type: 'link'; readonly words: string; readonly url: string }
);

/** Nothing where a bracket or another sign stays that may mean something. */
function notesAndLinks(line: string, notes: Notes): Part[] | undefined {
  const parts: Part[] = [];
  const rest = line.replaceAll(
    NOTE_OR_LINK,
    (text: string, number: string | undefined, words: string, url: string, from: number) => {
      const place = { from, to: from + text.length };
      if (number === undefined) {
        if (INLINE.test(words) || INLINE.test(url)) return text;
        parts.push({ ...place, type: 'link', words, url });
      } else {
        if (!notes.has(number)) return text;
        parts.push({ ...place, type: 'note', number });
      }
      return ')';
    },
  );
  return INLINE.test(rest) ? undefined : parts;
}

function wordsOf(line: string, parts: readonly Part[]): PhrasingContent[] {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  let next = 0;
  return within(0, line.length);

  function within(from: number, to: number): PhrasingContent[] {
    const words: PhrasingContent[] = [];
    let at = from;
    const textTo = (end: number) => {
      if (end > at) words.push({ type: 'text', value: line.slice(at, end) });
    };
    for (let part = sorted[next]; part && part.from < to; part = sorted[next]) {
      next += 1;
      textTo(part.from);
      words.push(nodeOf(part));
      at = part.to;
    }
    textTo(to);
    return words;
  }

  function nodeOf(part: Part): PhrasingContent {
    switch (part.type) {
      case 'note':
        return { type: 'footnoteReference', identifier: part.number, label: part.number };
      case 'link':
        return {
          type: 'link',
          title: null,
          url: part.url,
          children: [{ type: 'text', value: part.words }],
        };
      default:
        return { type: part.type, children: within(part.from + 2, part.to - 2) };
    }
  }
}
