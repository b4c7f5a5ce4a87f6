import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The ids of all counties, cities and provinces with a folder below `contentRoot`, in order. */
export function listCounties(contentRoot: string): string[] {
  return readdirSync(contentRoot, { withFileTypes: true })
    .filter(
      (child) => child.isDirectory() && existsSync(join(contentRoot, child.name, 'county.yaml')),
    )
    .map((child) => child.name)
    .sort();
}
