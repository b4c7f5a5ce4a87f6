/**
 * The words of a part by Pagefind's own indexer: slower and with far more memory, but in the form that its
 * own reader takes, whatever its version. Used where the installed version is another than the one whose
 * files we write ourselves (`pagefind-files.ts`).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { characters, cutTerm, letters, singleWord } from '../cut.ts';
import type { SearchDocument } from '../document.ts';
import { LANGUAGE } from '../manifest.ts';
import { numberStretches } from '../numbers.ts';
import type { Zone } from '../zones.ts';
import type { RecordTexts } from './postings.ts';
import { recordsOf } from './records.ts';

/** What we ask of the package `pagefind`, of whatever version. */
export type Pagefind = Pick<typeof import('pagefind'), 'close' | 'createIndex'>;

/** A word that no query has: no phrase runs from one text into the next. */
const APART = '\uA48A';
/** Begins Pagefind's files once they are decompressed. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Writes a part's words. Zones cannot be told by places here, so each zone of a record is a record of its own.
 * @returns which record and zone each of Pagefind's records is: eight times the one, and the other
 * @throws Error with what Pagefind says
 */
export async function writeWithPagefind(
  documents: readonly SearchDocument[],
  folder: string,
  { createIndex }: Pagefind,
): Promise<Record<string, number>> {
  const made = `${folder}.pagefind`;
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Search: Pagefind gives no index: ${errors.join('; ')}`);
  let record = 0;
  for (const document of documents) {
    for (const { texts } of recordsOf(document)) {
      for (const [zone, content] of contents(texts)) {
        const url = String(record * 8 + zone);
        const answer = await index.addCustomRecord({ url, content, language: LANGUAGE });
        if (answer.errors.length > 0) {
          throw new Error(`Search: ${document.url}: ${answer.errors.join('; ')}`);
        }
      }
      record += 1;
    }
  }
  rmSync(made, { recursive: true, force: true });
  try {
    const { errors: unwritten } = await index.writeFiles({ outputPath: made });
    if (unwritten.length > 0) throw new Error(`Search: Pagefind: ${unwritten.join('; ')}`);
    return take(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Each zone's texts as words. What a title begins with stands first, as the client expects it. */
function contents({ title = '', ...texts }: RecordTexts): [Zone, string][] {
  const { names = [], headings, facts = [], body, attached = [] } = texts;
  const zones: [Zone, readonly string[]][] = [
    [0, title === '' ? names : [title, ...names]],
    [1, headings],
    [2, facts],
    [3, body],
    [4, attached],
  ];
  return zones.flatMap(([zone, own]): [Zone, string][] => {
    const all = own.flatMap((text) => [text, ...numberStretches(text)]);
    const [first, ...singles] = new Set(all.flatMap(characters));
    if (first === undefined) return [];
    const word = (char: string) => singleWord(letters(char));
    const pairs = all.map((text) => (characters(text).length > 1 ? cutTerm(text) : ''));
    const words = [word(first), pairs.join(` ${APART} `), APART, ...singles.map(word)];
    return [[zone, words.join(' ')]];
  });
}

/** Takes over what the reader asks for, under the names that our own parts have. */
function take(made: string, folder: string): Record<string, number> {
  mkdirSync(join(folder, 'index'), { recursive: true });
  for (const name of readdirSync(join(made, 'index'))) {
    writeFileSync(join(folder, 'index', name), readFileSync(join(made, 'index', name)));
  }
  const entry = JSON.parse(readFileSync(join(made, 'pagefind-entry.json'), 'utf8'));
  const { hash, page_count } = entry.languages[LANGUAGE];
  writeFileSync(
    join(folder, `pagefind.${LANGUAGE}.pf_meta`),
    readFileSync(join(made, `pagefind.${hash}.pf_meta`)),
  );
  const languages = { [LANGUAGE]: { hash: LANGUAGE, wasm: null, page_count } };
  writeFileSync(join(folder, 'pagefind-entry.json'), JSON.stringify({ ...entry, languages }));
  return Object.fromEntries(
    readdirSync(join(made, 'fragment')).map((name) => {
      const text = gunzipSync(readFileSync(join(made, 'fragment', name))).toString('utf8');
      const { url } = JSON.parse(text.slice(SIGNATURE.length));
      return [name.replace(/\.pf_fragment$/, ''), Number(url)];
    }),
  );
}
