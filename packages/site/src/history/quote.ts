/** How much of a text is quoted, and how much of what is the same stands before what differs. */
const QUOTED = 60;
const LEAD = 12;

/** The beginning of a text. */
export function quoted(text: string): string {
  return excerpt([...text], 0);
}

/** Two texts quoted from shortly before the first sign that differs: so both show what was changed. */
export function quotedBeside(before: string, after: string): [string, string] {
  const [old, now] = [[...before], [...after]];
  const long = old.length > QUOTED || now.length > QUOTED;
  const from = long ? Math.max(0, sameAtStart(old, now) - LEAD) : 0;
  return [excerpt(old, from), excerpt(now, from)];
}

/** From 0 to 1: how much of the longer text stands in both, at their beginnings and ends. */
export function likeness(before: string, after: string): number {
  const [old, now] = [[...before], [...after]];
  const start = sameAtStart(old, now);
  const most = Math.min(old.length, now.length) - start;
  let end = 0;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return (start + end) / Math.max(old.length, now.length, 1);
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
