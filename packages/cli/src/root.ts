import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's folder: the nearest one above `from` that holds `pnpm-workspace.yaml`. */
export function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `No pnpm-workspace.yaml in ${from} or above it: run columns inside the repository.`,
      );
    }
  }
}
