import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a finished folder in another's place. Whoever looks sees the old one, the new one, or, between two
 * renames, for less than a millisecond none: no system lets Node exchange two folders at once. What is
 * open stays open, and a stop there is mended by `recoverFolder`. The old one
 * takes the place of the finished: the next build mends it, which is less work than removing it.
 */
export function swapFolder(fresh: string, target: string): void {
  const old = oldOf(fresh);
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  if (existsSync(old)) renameSync(old, fresh);
}

/** After a stop between two steps: the old folder comes back, or becomes the one to mend. */
export function recoverFolder(fresh: string, target: string): void {
  const old = oldOf(fresh);
  if (!existsSync(old)) return;
  if (!existsSync(target)) renameSync(old, target);
  else if (!existsSync(fresh)) renameSync(old, fresh);
  else rmSync(old, { recursive: true });
}

function oldOf(fresh: string): string {
  return `${fresh}.old`;
}
