/** What a question will need, told on the page while the worker is still on its way. */
import { phraseOf } from '../letters.ts';
import { MANIFEST, type Manifest } from '../manifest.ts';
import { readPack } from '../pack.ts';
import { SIZES_FILE, WORD_FILES, type WordFiles } from '../part/reader-files.ts';
import { coverOf, firstOf } from './cover.ts';
import { inflate } from './inflate.ts';

/**
 * The files of the newest part that a query needs first, below the index. The page does not have the table
 * of characters (traditional, simplified), so this is right for what most people type; for anything else
 * the worker asks for the right ones.
 */
export async function guessFiles(pack: ArrayBuffer, query: string): Promise<string[]> {
  const files = readPack(new Uint8Array(pack));
  const json = async <T>(path: string): Promise<T | undefined> => {
    const bytes = files.get(path);
    return bytes && JSON.parse(new TextDecoder().decode(await inflate(bytes)));
  };
  const newest = (await json<Manifest>(MANIFEST))?.parts[0];
  if (newest === undefined) return [];
  const folder = `parts/${newest.key}/`;
  const words = await json<WordFiles>(folder + WORD_FILES);
  if (words === undefined) return [];
  const sizes = await json<string>(folder + SIZES_FILE);
  const terms = query.normalize('NFKC').toLowerCase().split(/\s+/u);
  const asked = terms.flatMap((term) => {
    return firstOf(coverOf(words, sizes, phraseOf(Array.from(term))) ?? []);
  });
  const names = new Set(asked.map(({ file }) => file));
  return [...names].map((name) => `${folder}index/${name}.pf_index`);
}
