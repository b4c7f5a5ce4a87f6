/** What should be found, by plain means that share nothing with the package under test. */

import type { SearchDocument } from '@columns/search/build';
import { ConverterFactory } from 'opencc-js/core';
import TSCharacters from 'opencc-js/dict/TSCharacters';

/** Traditional to simplified, character by character, by OpenCC itself. */
const simplified = ConverterFactory([TSCharacters]);

export function plain(text: string): string {
  return simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')');
}

/** With every number of a document as 〔2026〕1号 would be. */
function oneNotation(text: string): string {
  return text.replace(
    /\(?(?<!\d)((?:19|20)\d\d)(?:\)第?|年度?第?|-第?|第)0*(\d{1,5})号/gu,
    (_, year, serial) => `(${year})${Number(serial)}号`,
  );
}

/** Texts of a document that a match must stay within. */
export function textsOf({ title, blocks = [], pages = [] }: SearchDocument): string[] {
  // The headings of further pages only say the title again.
  const rows = pages.flatMap((page) => page.blocks ?? []).filter((row) => typeof row === 'string');
  const own = blocks.map((block) => (typeof block === 'string' ? block : block.text));
  return [title, ...own, ...rows].map(plain);
}

/** Addresses of the documents in which each term stands in some block, in whatever notation; sorted. */
export function truth(documents: readonly SearchDocument[], query: string): string[] {
  const terms = query
    .split(/\s+/u)
    .map(plain)
    .filter((term) => term !== '');
  return documents
    .filter((document) => {
      const blocks = textsOf(document);
      return terms.every((term) =>
        blocks.some(
          (block) => block.includes(term) || oneNotation(block).includes(oneNotation(term)),
        ),
      );
    })
    .map((document) => document.url)
    .sort();
}
