/**
 * What changes how other text looks, or cannot be seen: control characters (ANSI colours, new lines),
 * bidirectional controls, zero-width and tag characters, lone surrogates, private use.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Longest text that a report quotes, in characters: a line of a megabyte helps nobody. */
const LONGEST = 400;

/**
 * Untrusted text on one line, with everything hidden in it made visible as `⟦U+202E⟧`, and cut where it
 * is too long. Not yet fit for Markdown or for workflow commands.
 */
export function visible(text: string): string {
  const shown = text.slice(0, LONGEST * 2).replaceAll(UNSEEN, nameOf);
  const characters = [...shown];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}……` : shown;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟦U+${code.padStart(4, '0')}⟧`;
}
