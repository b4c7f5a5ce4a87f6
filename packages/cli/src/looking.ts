import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Growing, listColumns, siteFile } from '@columns/site';
import type { Context } from './command.ts';
import { FOLDERS } from './turbo/progress.ts';

/** Shows what an app's tasks have made, before the sites are put together. */
export function showApp(server: Growing, app: string, { root }: Context): string {
  const folder = join(root, 'apps', app);
  const file = readFileSync(join(folder, 'dist/site.json'), 'utf8');
  const { base } = siteFile.parse(JSON.parse(file));
  return server.show(
    base,
    Object.values(FOLDERS).map((name) => join(folder, name)),
  );
}

/** Prints the address of each column of a site that is served. */
export async function tellColumns(dir: string, url: string, { out }: Context): Promise<void> {
  const columns = await listColumns(dir, new URL(url).origin);
  const rows = columns.map(({ title, url: address }) => `  ${address}  ${title}\n`);
  out(`${url}\n${rows.join('')}\n按 Ctrl+C 结束。\n`);
}
