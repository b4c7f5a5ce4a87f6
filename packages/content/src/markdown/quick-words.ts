import type { PhrasingContent } from 'mdast';
import { pairRuns } from './syntax/mark-pairs.ts';
import { runsOf } from './syntax/mark-runs.ts';

/** Signs that may mean something within a line; `**` has a way of its own. */
const INLINE = /[\\<[\]&@|]|~~|:\/\/|www\.|[ \n]$/i;

/** The lines of one paragraph; each ends where it was ended. */
export function plainLines(lines: readonly string[]): PhrasingContent[] | undefined {
  const words: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    const read = phrases(line);
    if (!read) return undefined;
    if (index > 0) words.push({ type: 'break' });
    for (const word of read) words.push(word);
  }
  return words;
}

/** One line of plain words, some of them bold; nothing where that cannot be said for sure. */
export function phrases(line: string): PhrasingContent[] | undefined {
  if (INLINE.test(line)) return undefined;
  const runs = line.includes('**') ? runsOf(line) : [];
  if (runs.length < 2) return [{ type: 'text', value: line }];
  const start = (run: number) => runs[run]?.at ?? 0;
  const { marks } = pairRuns(runs, (open, close) => line.slice(start(open) + 2, start(close)));
  const words: PhrasingContent[] = [];
  let from = 0;
  const text = (to: number) => {
    if (to > from) words.push({ type: 'text', value: line.slice(from, to) });
  };
  for (const [open, close] of marks) {
    text(start(open));
    const value = line.slice(start(open) + 2, start(close));
    words.push({ type: 'strong', children: [{ type: 'text', value }] });
    from = start(close) + 2;
  }
  text(line.length);
  return words;
}
