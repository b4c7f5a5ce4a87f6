import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Column, Entry } from '@columns/content';
import { addressOf, kindName } from '@columns/content';
import type { SearchDocument } from '@columns/search/build';
import { buildIndex } from '@columns/search/build';
import { blocksOf } from '@columns/search/extract';

/** Indexes the finished pages of all entries into `<dist>/pagefind/`. */
export async function buildSearchIndex(dir: URL, column: Column): Promise<void> {
  const documents = column.entries.map((entry) => searchDocument(dir, column, entry));
  await buildIndex({
    documents,
    outDir: fileURLToPath(new URL('pagefind/', dir)),
    site: column.county.name,
  });
}

/** Its address is relative to the column's base, so that the index is the same under any `BASE`. */
function searchDocument(dir: URL, column: Column, entry: Entry): SearchDocument {
  const url = addressOf(entry);
  const html = readFileSync(new URL(`${url}index.html`, dir), 'utf8');
  const { title, published, kind } = entry.data;
  const domain = column.domains.find(({ id }) => id === entry.domain);
  const path = [domain?.name, kindName(kind)].filter((part) => part !== undefined).join(' / ');
  return { url, title, blocks: blocksOf(html), meta: { date: published, path } };
}
