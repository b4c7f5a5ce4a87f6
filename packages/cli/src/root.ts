import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToldError } from '@columns/standard/told';

/** The repository's folder: the nearest one above `from` that holds `pnpm-workspace.yaml`. */
export function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
    if (folder === dirname(folder)) {
      throw new ToldError(
        `${from} 及其上级文件夹都不是专栏仓库（没有 pnpm-workspace.yaml）：请在仓库中运行。`,
      );
    }
  }
}
