/** A stretch of a text that must be parsed, and the line it begins at, counted from 1. */
export interface Piece {
  readonly text: string;
  readonly line: number;
}

/** What a tag, a link, a bare address or a character reference cannot do without. */
const MAY_HOLD_MARKUP = /<|\]\(|:\/\/|www\.|&/i;
/**
 * After these the meaning of a later part hangs on an earlier one across a blank line: tabs and calls of a
 * note elsewhere.
 */
const HANGS_TOGETHER = /\t|\[\^[^\]]*\]\(/;

/**
 * The parts of a text that can hold a tag or a link, cut at blank lines. Most of what officers write
 * is plain paragraphs; parsing only what needs it is what makes reading a large county quick.
 * Where a cut could change the meaning of what follows, the whole text is one piece.
 */
export function pieces(text: string): Piece[] {
  const tag = text.indexOf('<');
  if (!MAY_HOLD_MARKUP.test(text)) return [];
  const whole = [{ text, line: 1 }];
  if (HANGS_TOGETHER.test(text)) return whole;
  const paragraphs = cut(text);
  if (tag === -1) return paragraphs.filter((piece) => MAY_HOLD_MARKUP.test(piece.text));
  // Tags open and close across blank lines: from the first one on, nothing is cut.
  const first = paragraphs.findIndex((piece) => piece.text.includes('<'));
  const before = paragraphs.slice(0, first);
  const line = paragraphs[first]?.line ?? 1;
  const rest = text
    .split('\n')
    .slice(line - 1)
    .join('\n');
  if (/^ /m.test(rest)) return whole;
  return [...before.filter((piece) => MAY_HOLD_MARKUP.test(piece.text)), { text: rest, line }];
}

function cut(text: string): Piece[] {
  const found: Piece[] = [];
  let lines: string[] = [];
  let start = 1;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') {
      if (lines.length === 0) start = index + 1;
      lines.push(line);
    } else if (lines.length > 0) {
      found.push({ text: lines.join('\n'), line: start });
      lines = [];
    }
  }
  if (lines.length > 0) found.push({ text: lines.join('\n'), line: start });
  return found;
}
