import { dirname, join } from 'node:path';

/** Beside the column's file: the digest of each attachment, by its path below `content/`. */
export function digestsFile(columnFile: string): string {
  return join(dirname(columnFile), 'digests.json');
}
