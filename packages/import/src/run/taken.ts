import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of a county's entries with where each stands, below the county's folder and without `.md`. */
export function takenIds(contentRoot: string, county: string): Map<string, string> {
  const taken = new Map<string, string>();
  const walk = (folder: string, prefix: string) => {
    if (!existsSync(folder)) return;
    for (const child of readdirSync(folder, { withFileTypes: true })) {
      const path = prefix + child.name;
      if (child.isDirectory()) walk(join(folder, child.name), `${path}/`);
      else {
        const match = /^(.*\/\d{4}\/([^/]+))\.mdx?$/.exec(path);
        if (match) taken.set(match[2] as string, match[1] as string);
      }
    }
  };
  walk(join(contentRoot, county), '');
  return taken;
}
