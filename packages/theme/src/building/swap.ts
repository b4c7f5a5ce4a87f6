import { existsSync, renameSync, rmSync } from 'node:fs';

/** Puts a finished folder in another's place; whoever looks sees the old one or the new one. */
export function swapFolder(fresh: string, target: string): void {
  const old = `${fresh}.old`;
  recoverFolder(fresh, target);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

/** After a stop between the two steps, the old folder comes back. */
export function recoverFolder(fresh: string, target: string): void {
  const old = `${fresh}.old`;
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
}
