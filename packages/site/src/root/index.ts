import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT_FRAME_FILE, ROOT_PARTS } from '@columns/export/page';
import type { Column } from '../column.ts';
import { partsOf } from '../figure-pages.ts';
import { mapsHtml } from '../portal/index.ts';
import type { BuiltApp } from '../read.ts';
import { comparedCsv, indexPage, notFoundPage, searchPage } from './pages.ts';
import { comparedColumns } from './rows.ts';

export interface RootFacts {
  readonly columns: readonly Column[];
  readonly prefix: string;
  readonly site: string | undefined;
  readonly some: boolean;
  /** Columns whose data and records were made: only these have their pages. */
  readonly recorded: ReadonlySet<string>;
  /** Where the site before stands, if any. */
  readonly outDir: string;
}

/** The pages of the site before, where all its columns are kept as they were. */
async function oldFiles(outDir: string): Promise<Map<string, string> | undefined> {
  const names = ['404.html', 'columns.csv', 'index.html', 'search/index.html'];
  const read = names.map(async (name) => {
    const text = await readFile(path.join(outDir, name), 'utf8').catch(() => undefined);
    return [name, text] as const;
  });
  const texts = (await Promise.all(read)).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return texts.length === 0 ? undefined : new Map(texts);
}

/** What stands over all columns: their comparison, the search of all, and what was not found. */
export async function rootFiles(
  apps: readonly BuiltApp[],
  { columns, prefix, site, some, recorded, outDir }: RootFacts,
): Promise<Map<string, string>> {
  const order = new Map(columns.map(({ county }, i) => [county, i]));
  const ordered = [...apps].sort(
    (a, b) => (order.get(a.site.county) ?? 0) - (order.get(b.site.county) ?? 0),
  );
  // A version kept from the last site has no frame; any other column's does as well.
  const found = ordered.find(({ dist }) => dist.files.includes(ROOT_FRAME_FILE));
  const old = found ? undefined : await oldFiles(outDir);
  if (old) return old;
  const framed = found ?? ordered[0];
  if (!framed) return new Map();
  const parts = await partsOf(framed, ROOT_FRAME_FILE, ROOT_PARTS);
  const input = { parts, columns, prefix, site };
  const compared = await comparedColumns(apps, columns, recorded);
  const files = new Map([
    ['404.html', notFoundPage(input)],
    ['columns.csv', comparedCsv(compared)],
    ['index.html', indexPage(input, compared, await mapsHtml(apps, columns, some))],
  ]);
  const search = searchPage(input);
  if (search !== undefined) files.set('search/index.html', search);
  return files;
}
