import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a finished folder in another's place; whoever looks sees the old one or the new one. The old one
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
