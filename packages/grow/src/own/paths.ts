/*
 * Whose is what in a repository that a city has taken into use. The software is replaced by an upgrade; what is the
 * city's own is never touched; what is made from both is made anew.
 */

/** Settings and texts of one's own, by path. */
const OWN_FILES = new Set(['admin.yaml', 'columns.yaml', 'deploy.yaml', 'README.md']);

/** Made by `columns refresh` and `columns codeowners`. */
const MADE = /^(?:schemas\/|templates\/|\.vscode\/settings\.json$|\.github\/CODEOWNERS$)/;

/** What only the software's own repository needs: its tests, its figures, its demonstrations. */
const LEFT_OUT =
  /^(?:packages\/[^/]+\/test\/|BENCHMARKS\.md$|\.ci\/|\.github\/workflows\/(?:full|release)\.yml$)/;

/** The one file below `content/` that is the software's. */
const GUIDE = 'content/README.md';

export function isOwn(path: string): boolean {
  if (path === GUIDE) return false;
  return /^(?:content|apps)\//.test(path) || OWN_FILES.has(path);
}

export function isMade(path: string): boolean {
  return MADE.test(path);
}

/** Whether a file of the software stands in no repository but its own. */
export function isLeftOut(path: string): boolean {
  // The gallery shows the theme on a made-up county.
  if (path.startsWith('packages/theme/test/fixtures/')) return false;
  return LEFT_OUT.test(path);
}

/** What an upgrade replaces. */
export function isSoftware(path: string): boolean {
  return !isOwn(path) && !isMade(path) && !isLeftOut(path);
}
