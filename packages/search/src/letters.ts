/** How the index writes characters, without what it takes to fold them (`cut.ts`). */

/** Begins the word of a single character, so that it is no pair and sorts apart from the pairs. */
const SINGLE = '\uA48B';
/** First of the 1,024 letters that write every character the reader might drop or change. */
const ESCAPE = 0xa000;

/**
 * A folded character as the index writes it. Pagefind drops punctuation and symbols, splits some words and strips accents. Only digits, a–z
 * and the common Han characters go in as they are; any other code point is written as two Yi
 * letters, which Pagefind leaves alone. The ranges are fixed numbers, so that the builder and an
 * older browser cannot read them differently.
 */
export function letters(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const plain =
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39);
  if (plain) return char;
  return String.fromCharCode(ESCAPE + (code >> 10), ESCAPE + (code & 1023));
}

/** The word by which a text that holds this character is found. */
export function singleWord(char: string): string {
  return SINGLE + char;
}

/** The phrase that finds folded characters: their pairs, or the word of the only one; '' for none. */
export function phraseOf(characters: readonly string[]): string {
  const chars = characters.map(letters);
  if (chars.length === 1) return singleWord(chars[0] ?? '');
  return chars
    .slice(1)
    .map((char, index) => `${chars[index]}${char}`)
    .join(' ');
}
