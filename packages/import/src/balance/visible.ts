/** Signs that Markdown uses as its own, or that stand for them: they are held against each other by number. */
const SIGNS = /[\\*_~#|<>[\]()!`^&]/g;
/** White space and what nobody sees. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what nobody sees
  /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+/g;

/** The characters of a text that somebody sees, without white space. */
export function visible(text: string): string {
  const plain = text.includes('&nbsp;') ? text.replaceAll('&nbsp;', '') : text;
  return plain.search(UNSEEN) === -1 ? plain : plain.replaceAll(UNSEEN, '');
}

/** Visible characters without the signs of Markdown. */
export function wordsOf(text: string): string {
  const plain = visible(text);
  return plain.search(SIGNS) === -1 ? plain : plain.replaceAll(SIGNS, '');
}

/** The signs of Markdown among the visible characters. */
export function signsOf(text: string): string {
  return (visible(text).match(SIGNS) ?? []).join('');
}
