/** Which of a part's files hold a word, read from what Pagefind's reader loads first. */

/** A file of words: all from `first` to `last`, in the order of code points. */
export interface Chunk {
  first: string;
  last: string;
  name: string;
}

/** Begins every file of Pagefind once it is decompressed. */
const SIGNATURE_LENGTH = 12;

/**
 * The files of words that a part has, so that those of a query are on their way while the reader itself
 * still is. The layout is that of `metadata` in `part/pagefind-files.ts`.
 * @throws Error where it is another
 */
export function readChunks(meta: Uint8Array): Chunk[] {
  let at = SIGNATURE_LENGTH;
  const head = (): number => {
    const low = (meta[at++] ?? 0) & 0x1f;
    if (low < 24) return low;
    let value = 0;
    for (let bytes = 1 << (low - 24); bytes > 0; bytes -= 1)
      value = value * 256 + (meta[at++] ?? 0);
    return value;
  };
  const count = (): number => {
    const things = head();
    if (things > meta.length) throw new Error('Search: this is no list of files of words.');
    return things;
  };
  const decoder = new TextDecoder();
  const text = (): string => {
    const length = head();
    at += length;
    return decoder.decode(meta.subarray(at - length, at));
  };
  const skip = (): void => {
    const length = head();
    at += length;
  };
  head();
  skip();
  for (let records = count(); records > 0; records -= 1) {
    head();
    skip();
    head();
    skip();
  }
  return Array.from({ length: count() }, () => {
    head();
    const [first, last, name] = [text(), text(), text()];
    return { first, last, name };
  });
}

/** The names of the files that may hold the words of a phrase. */
export function chunksFor(chunks: readonly Chunk[], phrase: string): string[] {
  const names = phrase.split(' ').flatMap((word) => {
    const chunk = chunks.find(({ last }) => last >= word);
    return chunk !== undefined && chunk.first <= word ? [chunk.name] : [];
  });
  return [...new Set(names)];
}
