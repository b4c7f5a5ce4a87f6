import { statSync } from 'node:fs';

/** Size and time of a file: who writes into it, even by another name, changes these. */
export type Stamp = readonly [bytes: number, modified: number];

/** A file's stamp; nothing where there is no such file. */
export function stampOf(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs];
}

export function sameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one !== undefined && other !== undefined && String(one) === String(other);
}
