/**
 * Pages that are no entries, and what one wants of them at once: a unit with its telephone, a place with its
 * hours. A short list of its own beside the index, which a search page shows above what it finds.
 */
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type DirectKind =
  | 'form'
  | 'place'
  | 'unit'
  | 'institution'
  | 'town'
  | 'village'
  | 'domain'
  | 'item'
  | 'page';

/** One page. Short names, for there is a row for every item and village. */
export interface DirectRow {
  /** What it is. */
  k: DirectKind;
  /** Its title. */
  t: string;
  /** Its address below the column's base. */
  u: string;
  /** What people call it besides. */
  a?: string[];
  /** Its telephone. */
  p?: string;
  /** When it is open. */
  h?: string;
  /** Where it is. */
  w?: string;
  /** Of a domain: the address of the unit that answers for it, a row of its own. */
  o?: string;
}

/**
 * Writes the list, compressed JSON, under the digest of what is in it.
 * @returns its name in the folder, for the manifest
 */
export function writeDirect(folder: string, rows: readonly DirectRow[]): string {
  const text = JSON.stringify(rows);
  const name = `direct-${hash('sha256', text).slice(0, 16)}.pf_direct`;
  writeFileSync(join(folder, name), gzipSync(text));
  return name;
}
