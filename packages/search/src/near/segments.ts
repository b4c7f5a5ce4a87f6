/** The words of a piece of a question, where nothing of the column knows it as a whole. */

/** Words asked for at most. */
const MOST = 5;
const SINGLE_OR_NUMBER = /^(?:.|\d+)$/u;

/**
 * Words of two characters or more. Browsers bring a Chinese dictionary with them; where one has
 * none, pairs of characters serve.
 */
export function segments(pieces: readonly string[]): string[] {
  const words = pieces.flatMap((piece) =>
    'Segmenter' in Intl ? byDictionary(piece) : inPairs(piece),
  );
  return [...new Set(words)].filter((word) => !SINGLE_OR_NUMBER.test(word)).slice(0, MOST);
}

function byDictionary(piece: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(piece)].map(({ segment }) => segment);
}

function inPairs(piece: string): string[] {
  return piece.match(/../gu) ?? [];
}
