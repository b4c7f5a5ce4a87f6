/** What should be found, by plain means that share nothing with the package under test. */
import type { SearchDocument } from '@columns/search/build';

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[〔[]/gu, '(')
    .replace(/[〕\]]/gu, ')');
}

/** Texts of a document that a match must stay within. */
export function blocksOf({ title, blocks }: SearchDocument): string[] {
  return [title, ...blocks].map(plain);
}

/** Addresses of the documents in which each term stands in some block, sorted. */
export function truth(documents: readonly SearchDocument[], query: string): string[] {
  const terms = query
    .split(/\s+/u)
    .map(plain)
    .filter((term) => term !== '');
  return documents
    .filter((document) => {
      const blocks = blocksOf(document);
      return terms.every((term) => blocks.some((block) => block.includes(term)));
    })
    .map((document) => document.url)
    .sort();
}
