import { statSync } from 'node:fs';

/**
 * Size and times of a file: who writes into it, even by another name, changes these. The third is the one
 * that nobody can set back (`ctime`); a new link changes it too, so it is taken when all links are made.
 */
export type Stamp = readonly [bytes: number, modified: number, changed: number];

/** A file's stamp; nothing where there is no such file. */
export function stampOf(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs, found.ctimeMs];
}

/** What stands for the stamp of a page just written, until all links to it are made: no file has it. */
export function unlinkedStamp(bytes: number): Stamp {
  return [bytes, 0, 0];
}

export function sameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one !== undefined && other !== undefined && String(one) === String(other);
}
