import type { BaseCounty } from '../changes/index.ts';
import type { ChangeReport } from '../report/report.ts';
import { GitError, git, parts } from './git.ts';

/** What changed since a base, and the base itself. */
export interface Changes extends ChangeReport {
  /** The commit that both sides come from. */
  readonly commit: string;
  /** Something changed that every county is judged by: rules, kinds, the standard. */
  readonly everything: boolean;
}

const CONTENT = 'content/';
const JUDGES = ['packages/check', 'packages/content', 'packages/office', 'packages/standard'];

/**
 * Files that differ between the working tree and where it left `base`: committed, not yet committed and
 * new ones. Throws `GitError` where `base` is no commit, or the history is too short to compare.
 */
export function changesSince(root: string, base: string): Changes {
  if (base.startsWith('-')) throw new GitError(base);
  const commit = git(root, 'merge-base', '--end-of-options', base, 'HEAD').trim();
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--no-renames', '-z'];
  const states = parts(git(root, ...diff, '--name-status', commit, '--', CONTENT));
  const fresh = parts(git(root, 'ls-files', '-z', '--others', '--exclude-standard', '--', CONTENT));
  const judged = git(root, ...diff, '--name-only', commit, '--', ...JUDGES);
  const of = (wanted: (state: string) => boolean) =>
    states.flatMap((state, index) =>
      index % 2 === 0 && wanted(state) ? [below(states[index + 1] ?? '')] : [],
    );
  return {
    base,
    commit,
    everything: judged !== '',
    added: [...of((state) => state === 'A'), ...fresh.map(below)].sort(),
    changed: of((state) => state !== 'A' && state !== 'D'),
    removed: of((state) => state === 'D'),
  };
}

/** A county as it stood at the base; empty where there was none. */
export function countyAt(
  root: string,
  { commit, changed, removed }: Changes,
  id: string,
): BaseCounty {
  const folder = `${CONTENT}${id}/`;
  const paths = parts(git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', folder));
  const touched = [...changed, ...removed].filter(
    (file) => file.startsWith(`${id}/`) && /\.(?:mdx?|yaml)$/.test(file),
  );
  const texts = touched.map(
    (file) =>
      [file.slice(id.length + 1), git(root, 'show', `${commit}:${CONTENT}${file}`)] as const,
  );
  return { id, paths: paths.map((path) => path.slice(folder.length)), texts: new Map(texts) };
}

/** The counties that there were at the base. */
export function countiesAt(root: string, { commit }: Changes): string[] {
  const folders = git(root, 'ls-tree', '-d', '-z', '--name-only', commit, '--', CONTENT);
  return parts(folders).map(below);
}

function below(path: string): string {
  return path.slice(CONTENT.length);
}
