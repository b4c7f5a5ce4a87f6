import path from 'node:path';
import { readApps } from '../read.ts';

/** Hidden files that built columns bring (`.well-known/…`), by their paths in the site to be. */
export async function hiddenFiles(appsDir: string): Promise<string[]> {
  const { apps } = await readApps(path.resolve(appsDir));
  return apps.flatMap(({ dist, site }) =>
    dist.files
      .filter((file) => file.split('/').some((part) => part.startsWith('.')))
      .map((file) => site.base.slice(1) + file),
  );
}
