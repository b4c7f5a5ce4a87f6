/**
 * Cards: what a result needs to be shown, one file for each document. They take the place of
 * Pagefind's fragments, which would hold the cut text: half as large, and the original words with
 * their case and spaces are there to quote from.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** One document as the client gets it. */
export interface Card {
  url: string;
  /** Blocks in their own words, one a line. */
  content: string;
  meta: Record<string, string>;
}

/** Begins every file of Pagefind once it is decompressed. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Puts our cards in the place of the fragments in a bundle that Pagefind wrote.
 * @throws Error if a card has no fragment: a document that the indexer lost
 */
export async function writeCards(bundle: string, cards: readonly Card[]): Promise<void> {
  const waiting = new Map(cards.map((card) => [card.url, card]));
  const folder = join(bundle, 'fragment');
  const names = cards.length === 0 ? [] : await readdir(folder);
  for (const name of names) {
    const file = join(folder, name);
    const fragment = readFragment(await readFile(file), file);
    const card = waiting.get(fragment.url);
    if (card === undefined) throw new Error(`Search: ${file} belongs to no document.`);
    waiting.delete(fragment.url);
    // Pagefind's client reads the other fields too.
    const text = JSON.stringify({ ...fragment, content: card.content, meta: card.meta });
    await writeFile(file, gzipSync(SIGNATURE + text, { level: 9 }));
  }
  const [lost] = waiting.keys();
  if (lost !== undefined)
    throw new Error(`Search: the indexer lost ${waiting.size} documents, first ${lost}.`);
}

function readFragment(bytes: Buffer, file: string): { url: string } {
  const text = gunzipSync(bytes).toString('utf8');
  const fragment: unknown = text.startsWith(SIGNATURE) && JSON.parse(text.slice(SIGNATURE.length));
  if (fragment && typeof fragment === 'object' && 'url' in fragment) {
    if (typeof fragment.url === 'string') return { ...fragment, url: fragment.url };
  }
  throw new Error(
    `Search: ${file} is no fragment of the Pagefind version this package is made for.`,
  );
}
