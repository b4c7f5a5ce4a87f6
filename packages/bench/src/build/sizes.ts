import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Pages and size of a built site. */
export function sizesOf(folder: string): { pages: number; outputMB: number } {
  let [pages, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
    if (entry.name.endsWith('.html')) pages += 1;
  }
  return { pages, outputMB: bytes / 2 ** 20 };
}
