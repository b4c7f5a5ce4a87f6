/**
 * The two small files that Pagefind's reader opens a part with. All that is in them follows from how many records
 * a part has and from the last word in each of its files, so only that is sent, and the client makes the rest.
 * The layout is that of Pagefind 1.6.0 (`pagefind_web/src/metadata.rs`).
 */
import { LANGUAGE } from '../manifest.ts';
import { CborWriter } from './cbor.ts';

/** The version whose files these are; the one that is installed must be the same. */
export const PAGEFIND_VERSION = '1.6.0';

/** Begins every file of Pagefind once it is decompressed. */
export const SIGNATURE = 'pagefind_dcd';

/** What a part's list of words says (`words.pf_facts`). */
export interface WordFiles {
  records: number;
  /** The last word of each file, apart by spaces, in the order of code points. */
  last: string;
}

export const WORD_FILES = 'words.pf_facts';

/**
 * How large each file of words is, a digit for each (`sizes.pf_facts`): it says what is cheapest to ask for. Each digit
 * stands for some more than the one before, so that ordinary files and those of the most frequent words have one.
 */
export const SIZES_FILE = 'sizes.pf_facts';
const SMALLEST = 2000;
const MORE = 1.16;
/** Compressed a file is little more than half. */
const PACKED = 0.6;
const DIGITS = 36;

/** Writes the sizes of files before they are compressed. */
export function writeSizes(sizes: readonly number[]): string {
  return sizes
    .map((size) => {
      const digit = Math.round(Math.log(Math.max(1, size / SMALLEST)) / Math.log(MORE));
      return Math.min(digit, DIGITS - 1).toString(DIGITS);
    })
    .join('');
}

/** What the n-th file is likely to have, compressed. */
export function sizeOf(sizes: string, file: string): number {
  const digit = sizes[Number.parseInt(file, DIGITS)] ?? '0';
  return SMALLEST * MORE ** Number.parseInt(digit, DIGITS) * PACKED;
}
export const ENTRY_FILE = 'pagefind-entry.json';
export const META_FILE = `pagefind.${LANGUAGE}.pf_meta`;

/** The name of a file of words: its number. */
export function wordFile(index: number): string {
  return index.toString(36);
}

/** What the reader asks for first. */
export function entryFile(records: number): string {
  const language = { hash: LANGUAGE, wasm: null, page_count: records };
  return JSON.stringify({
    version: PAGEFIND_VERSION,
    languages: { [LANGUAGE]: language },
    include_characters: [],
  });
}

/** Its records, and which words are in which file. */
export function metaFile({ records, last }: WordFiles): Uint8Array<ArrayBuffer> {
  const cbor = new CborWriter();
  cbor.raw(new TextEncoder().encode(SIGNATURE));
  cbor.list(6);
  cbor.text(PAGEFIND_VERSION);
  cbor.list(records);
  for (let record = 0; record < records; record += 1) {
    cbor.list(3);
    cbor.text(record.toString(36));
    cbor.number(1);
    cbor.text('');
  }
  const words = listed(last);
  cbor.list(words.length);
  words.forEach((word, index) => {
    cbor.list(3);
    // From whatever comes after the file before.
    const before = words[index - 1];
    cbor.text(before === undefined ? '' : `${before}\u0001`);
    cbor.text(word);
    cbor.text(wordFile(index));
  });
  // No filters, sorts or fields of its own: facts.ts has what we need of them.
  for (let i = 0; i < 3; i += 1) cbor.list(0);
  return cbor.bytes();
}

export interface LocatedWord {
  word: string;
  /** Which file would hold it; nothing where it stands nowhere. */
  file: string | undefined;
  /** A file ends where a frequent word fills it. Any other has few places, and is the quickest to look up. */
  ends: boolean;
}

/** Where the words of a phrase are, in its order. */
export function wordsIn({ last }: WordFiles, phrase: string): LocatedWord[] {
  const words = listed(last);
  return phrase.split(' ').map((word) => {
    const index = words.findIndex((each) => each >= word);
    const file = index < 0 ? undefined : wordFile(index);
    return { word, file, ends: words[index] === word };
  });
}

function listed(last: string): string[] {
  return last === '' ? [] : last.split(' ');
}
