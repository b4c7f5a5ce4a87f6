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
}

/** What stands over all columns: their comparison, the search of all, and what was not found. */
export async function rootFiles(
  apps: readonly BuiltApp[],
  { columns, prefix, site, some, recorded }: RootFacts,
): Promise<Map<string, string>> {
  const order = new Map(columns.map(({ county }, i) => [county, i]));
  const ordered = [...apps].sort(
    (a, b) => (order.get(a.site.county) ?? 0) - (order.get(b.site.county) ?? 0),
  );
  // A version kept from the last site has no frame; any other column's does as well.
  const framed = ordered.find(({ dist }) => dist.files.includes(ROOT_FRAME_FILE)) ?? ordered[0];
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
