import { execFileSync } from 'node:child_process';
import type { Release } from '@columns/grow';
import { ToldError } from '@columns/standard/told';
import { git } from './repository.ts';

/** Where versions of the software lie while they are compared; no branch and no tag of one's own. */
const PLACE = 'refs/columns/';

/**
 * Fetches one version of the software into the repository and gives its commit.
 *
 * @param source an address or a folder that git can fetch
 * @param wanted a tag (`v0.2.0`), a branch or a commit; without it the newest version that has a tag
 * @throws ToldError
 */
export function fetchRelease(root: string, source: string, wanted?: string): string {
  const name = wanted ?? newestTag(root, source);
  const there = git(root, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  if (/^[0-9a-f]{40}$/.test(name) && there !== undefined) return there;
  const place = `${PLACE}${/^[0-9a-f]{40}$/.test(name) ? 'base' : 'next'}`;
  const words = ['--quiet', '--no-tags', '--force', '--end-of-options', source, `${name}:${place}`];
  const asked = git(root, 'fetch', ...words);
  const commit = git(root, 'rev-parse', '--verify', '--quiet', `${place}^{commit}`);
  if (asked === undefined || commit === undefined)
    throw new ToldError(
      `从 ${source} 取不到 ${name}。核对 columns.yaml 的 source、网络和版本号后重试。`,
    );
  return commit;
}

function newestTag(root: string, source: string): string {
  const listed = git(root, 'ls-remote', '--tags', '--refs', '--end-of-options', source);
  if (listed === undefined)
    throw new ToldError(`读不到 ${source}。核对 columns.yaml 的 source 和网络后重试。`);
  const tags = [...listed.matchAll(/refs\/tags\/(v\d+\.\d+\.\d+)$/gm)].map(([, tag = '']) => tag);
  const newest = tags.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined)
    throw new ToldError(
      `${source} 还没有发布过版本（v1.2.3 这样的标签）：用 --to 写明分支或提交。`,
    );
  return newest;
}

/** All files of a commit. */
export function filesOf(
  root: string,
  commit: string,
  isWanted: (path: string) => boolean,
): Release {
  const listed = git(root, 'ls-tree', '-r', '-z', commit) ?? '';
  const wanted = listed
    .split('\0')
    .map((row) => /^\d+ blob ([0-9a-f]+)\t([\s\S]+)$/.exec(row))
    .flatMap((found) =>
      found?.[1] && found[2] && isWanted(found[2]) ? [[found[2], found[1]]] : [],
    );
  const output = execFileSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: wanted.map(([, id]) => `${id}\n`).join(''),
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const [path] of wanted) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString('latin1').split(' ')[2]);
    files.set(path as string, output.subarray(end + 1, end + 1 + size));
    at = end + 2 + size;
  }
  return files;
}
