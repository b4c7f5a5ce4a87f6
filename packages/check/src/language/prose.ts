/*
 * What the language rules look at: an officer's own words, each where it stands. What is quoted, a
 * title, an address, code or a link's target is blanked out in its place, so that columns stay right.
 */

/** A line of a text, its number in the file, and its own words. */
export interface ProseLine {
  readonly line: number;
  readonly text: string;
  /** A row of a table: cells stand side by side without being one sentence. */
  readonly row: boolean;
}

/** Stands for a sign that is not the officer's own; no rule matches it. */
const BLANK = '\u0000';

/** What is spared, each with a sign that stands in it. */
const SPARED: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['`', /`[^`\n]*`/g],
  ['](', /\]\((?:[^()\n]|\([^()\n]*\))*\)/g],
  ['<', /<[^<>\n]*>/g],
  ['://', /https?:\/\/[\x21-\x7e]+/g],
  ['www.', /www\.[\x21-\x7e]+/g],
  ['@', /(?<![\w.-])[\w.-]+@[\w.-]+/g],
  ['《', /《[^《》\n]*》/g],
  ['“', /“[^“”\n]*”/g],
  ['「', /「[^「」\n]*」/g],
  ['『', /『[^『』\n]*』/g],
  ['&', /&#?\w+;/g],
];

/** The lines of a body, from line `first` of its file. Quotations in blocks and code are left out. */
export function proseOf(body: string, first: number): ProseLine[] {
  const lines: ProseLine[] = [];
  let fence = false;
  for (const [index, line] of body.split('\n').entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    else if (!fence && line.trim() !== '' && !/^\s{0,3}>/.test(line)) {
      lines.push({
        line: first + index,
        text: spared(line),
        row: /^\s*\||<t[dhr]\b/.test(line),
      });
    }
  }
  return lines;
}

/** A line with what is not the officer's own blanked out. */
export function spared(line: string): string {
  let text = line;
  for (const [sign, pattern] of SPARED) {
    if (!text.includes(sign)) continue;
    text = text.replaceAll(pattern, (part) => BLANK.repeat(part.length));
  }
  return text;
}
