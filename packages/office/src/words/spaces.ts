/** Every kind of white space that editors leave, as one class. */
const SPACE = /[\s\u00a0\u2000-\u200d\u202f\u205f\u3000\ufeff]/;
const SPACES = new RegExp(`${SPACE.source}+`, 'g');

/** Where `needle` stands in `text` when white space does not count. */
export function findLoosely(
  text: string,
  needle: string,
): { start: number; end: number } | undefined {
  const places: number[] = [];
  let compact = '';
  for (let index = 0; index < text.length; index++) {
    const char = text[index] as string;
    if (SPACE.test(char)) continue;
    compact += char;
    places.push(index);
  }
  const wanted = squeeze(needle);
  const at = wanted === '' ? -1 : compact.indexOf(wanted);
  if (at === -1) return undefined;
  const end = places[at + wanted.length - 1] as number;
  return { start: places[at] as number, end: end + 1 };
}

/** A text without any white space, for comparing. */
export function squeeze(text: string): string {
  return text.replaceAll(SPACES, '');
}

const CJK = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…';
const BETWEEN = new RegExp(`(?<=[${CJK}])[ \\t\\u00a0\\u3000\\n]+(?=[${CJK}])`, 'gu');

/** One line: no white space between Chinese characters, one space elsewhere. */
export function oneLine(text: string): string {
  return text
    .replaceAll(BETWEEN, '')
    .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
    .replaceAll(/[\u200b-\u200d\ufeff]/g, '')
    .trim();
}

/** What only programs see: controls, soft hyphens, joiners, marks of direction. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what must go
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** White space as it is typed, and no characters that only editors see. */
export function clean(text: string): string {
  return text
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replaceAll(UNSEEN, '');
}
