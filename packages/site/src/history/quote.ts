import { diffChars } from 'diff';

/** How much of a text is quoted, and how much of what is the same stands before what differs. */
const QUOTED = 60;
const LEAD = 12;
/** Beyond so many signs that came or went, two texts are no versions of each other. */
const MOST_EDITS = 400;

/** The beginning of a text. */
export function quoted(text: string): string {
  return excerpt([...text], 0);
}

/**
 * Two versions of a text, quoted around each change: what stood and what stands now. Short texts are quoted whole, of
 * long ones every place that differs, each once; so no change hides behind what is the same.
 */
export function quotedChanges(before: string, after: string): [was: string, now: string][] {
  const [old, now] = [[...before], [...after]];
  if (old.length <= QUOTED && now.length <= QUOTED) return [[excerpt(old, 0), excerpt(now, 0)]];
  const shown = { old: -1, now: -1 };
  return places(before, after, old, now).flatMap(([from, to]): [string, string][] => {
    // What the excerpt before has shown already.
    if (from.end <= shown.old && to.end <= shown.now) return [];
    const [a, b] = [Math.max(0, from.start - LEAD), Math.max(0, to.start - LEAD)];
    [shown.old, shown.now] = [a + QUOTED, b + QUOTED];
    return [[excerpt(old, a), excerpt(now, b)]];
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where two texts differ, in signs of each. */
function places(
  before: string,
  after: string,
  old: readonly string[],
  now: readonly string[],
): [Span, Span][] {
  const changes = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    const start = sameAtStart(old, now);
    return [
      [
        { start, end: old.length },
        { start, end: now.length },
      ],
    ];
  }
  const found: [Span, Span][] = [];
  let [a, b] = [0, 0];
  let open: { a: number; b: number } | undefined;
  const close = () => {
    if (open)
      found.push([
        { start: open.a, end: a },
        { start: open.b, end: b },
      ]);
    open = undefined;
  };
  for (const { added, removed, value } of changes) {
    const length = [...value].length;
    if (added || removed) open ??= { a, b };
    else close();
    if (!added) a += length;
    if (!removed) b += length;
  }
  close();
  return found;
}

/**
 * From 0 to 1: how much of the longer text stands in both. Short ones are compared at their beginnings and ends, for
 * two rows of a table have many signs in common by chance.
 */
export function likeness(before: string, after: string): number {
  const [old, now] = [[...before], [...after]];
  const start = sameAtStart(old, now);
  // Two lines that begin alike for as long as is quoted would look the same if they were quoted apart.
  if (start >= QUOTED) return 1;
  const longest = Math.max(old.length, now.length, 1);
  const most = Math.min(old.length, now.length) - start;
  let end = 0;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const ends = (start + end) / longest;
  const compared = Math.min(old.length, now.length) > QUOTED && 2 * most > longest;
  if (!compared || 2 * (start + end) > longest) return ends;
  const changes = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return ends;
  const same = changes.filter(({ added, removed }) => !added && !removed);
  return same.reduce((sum, { value }) => sum + [...value].length, 0) / longest;
}

function sameAtStart(old: readonly string[], now: readonly string[]): number {
  let at = 0;
  while (at < old.length && old[at] === now[at]) at += 1;
  return at;
}

function excerpt(signs: readonly string[], from: number): string {
  const to = from + QUOTED;
  const before = from > 0 ? '……' : '';
  const after = to < signs.length ? '……' : '';
  return `“${before}${signs.slice(from, to).join('')}${after}”`;
}
