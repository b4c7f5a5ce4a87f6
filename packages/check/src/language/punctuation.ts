const HAN = '\\p{Script=Han}';
/** A comma, colon, … of ASCII between Chinese characters, or brackets around Chinese. */
const HALF = new RegExp(
  `(?<=[${HAN}）”》])[,;:?!](?=\\s?[${HAN}（“《])|(?<=[${HAN}）”》])[,;?!](?=\\s*$)|\\((?=[^()\\n]{0,40}${HAN})[^()\\n]{1,60}\\)`,
  'gu',
);
const MAYBE = /[,;:?!(]/;

/** The first half-width mark in Chinese and how many there are. */
export function halfWidth(
  text: string,
): { index: number; value: string; count: number } | undefined {
  if (!MAYBE.test(text)) return undefined;
  const hits = [...text.matchAll(HALF)];
  const [first] = hits;
  if (!first) return undefined;
  const from = Math.max(0, first.index - 6);
  const until = first.index + Math.min(first[0].length, 12) + 6;
  const value = text.slice(from, until).replaceAll('\u0000', '');
  return { index: first.index, value, count: hits.length };
}
