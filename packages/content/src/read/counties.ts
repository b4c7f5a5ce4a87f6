import { readdirSync } from 'node:fs';
import { ToldError } from '@columns/standard/told';

/**
 * The ids of all counties, cities and provinces with a folder below `contentRoot`, in order; also
 * of a folder whose `county.yaml` is missing, so that reading it can say so.
 * @throws ToldError where the folder itself is gone: without content nothing is all right
 */
export function listCounties(contentRoot: string): string[] {
  return childrenOf(contentRoot)
    .filter((child) => child.isDirectory() && !child.name.startsWith('.'))
    .map((child) => child.name)
    .sort();
}

function childrenOf(contentRoot: string) {
  try {
    return readdirSync(contentRoot, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    throw new ToldError(
      `没有文件夹 ${contentRoot}：各县区的内容都应在其中。取回它（git restore content）后重新运行。`,
      { cause },
    );
  }
}
