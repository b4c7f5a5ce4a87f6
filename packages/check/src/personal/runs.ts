/*
 * Digits in a row, in whatever groups people write them: 138 1234 5678, 138-123-45678, one on each line.
 */

/** A number that digits beside each other could be. */
export interface Candidate {
  /** Its digits alone, and an X at the end. */
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Lengths of its groups, and what stands between them. */
  readonly groups: readonly number[];
  readonly between: readonly string[];
  /** No other digits stand beside it. */
  readonly alone: boolean;
  /** What parts it from the digits beside it is of another sort than what stands between its own. */
  readonly apart: boolean;
}

const RUN = /\d+(?:[ \-./\\_\n]{1,3}\d+)*(?:[ \-.]?[Xx](?![\dA-Za-z*]))?/g;
const PART = /[\dXx]+|[^\dXx]+/g;
/** No number that is looked for has more digits. */
const LONGEST = 22;
const SHORTEST = 11;

/**
 * Every number that the digits of a text could be, those in one piece first; `take` says whether it was one,
 * and what was taken is not offered again. A run of a million groups costs a million times the same.
 */
export function eachCandidate(text: string, take: (candidate: Candidate) => boolean): void {
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < SHORTEST) continue;
    inRun(run[0], run.index, take);
  }
}

interface Group {
  readonly text: string;
  readonly start: number;
  /** What stands between it and the group before. */
  readonly before: string;
}

function inRun(run: string, offset: number, take: (candidate: Candidate) => boolean): void {
  const groups = groupsOf(run, offset);
  const offer = (from: number, to: number): boolean => {
    const parts = groups.slice(from, to + 1);
    const last = parts.at(-1) as Group;
    const between = parts.slice(1).map(({ before }) => before);
    const beside = [from > 0 ? groups[from]?.before : undefined, groups[to + 1]?.before];
    return take({
      digits: parts.map(({ text }) => text).join(''),
      start: (parts[0] as Group).start,
      end: last.start + last.text.length,
      groups: parts.map(({ text }) => text.length),
      between,
      alone: beside.every((sign) => sign === undefined),
      apart: beside.every((sign) => sign === undefined || !between.includes(sign)),
    });
  };
  const whole = groups.reduce((sum, { text }) => sum + text.length, 0);
  if (groups.length > 1 && whole >= SHORTEST && whole <= LONGEST) {
    // Numbers in one piece beside each other are each their own.
    const pieces = groups.filter(({ text }) => text.length >= SHORTEST).length;
    if (pieces === 0 && offer(0, groups.length - 1)) return;
  }
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    for (let to = from; to < groups.length; to++) {
      length += (groups[to] as Group).text.length;
      if (length > LONGEST && to > from) break;
      if (length >= SHORTEST && offer(from, to)) {
        from = to;
        break;
      }
    }
  }
}

function groupsOf(run: string, offset: number): Group[] {
  const groups: Group[] = [];
  let before = '';
  for (const { 0: text, index } of run.matchAll(PART)) {
    if (/^[\dXx]/.test(text))
      groups.push({ text: text.toUpperCase(), start: offset + index, before });
    else before = text;
  }
  return groups;
}
