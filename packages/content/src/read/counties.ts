import { readdirSync } from 'node:fs';

/**
 * The ids of all counties, cities and provinces with a folder below `contentRoot`, in order; also
 * of a folder whose `county.yaml` is missing, so that reading it can say so.
 */
export function listCounties(contentRoot: string): string[] {
  return readdirSync(contentRoot, { withFileTypes: true })
    .filter((child) => child.isDirectory() && !child.name.startsWith('.'))
    .map((child) => child.name)
    .sort();
}
