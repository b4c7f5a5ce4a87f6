/** Where the manifest of a site stands, below the origin's root folder. */
export const MANIFEST = '.well-known/disclosure-manifest/';
export const HEAD_FILE = 'index.json';
export const SIGNATURE_FILE = 'index.json.minisig';
export const KEY_FILE = 'minisign.pub';

/** Files of no column. */
export const ROOT_PART = 'root.sha256';
/** Files of a column that belong to no year. */
const NO_YEAR = 'column';

/**
 * The part that lists a file of a column, beside the head: `anyue/2026.sha256`.
 *
 * @param path below the column's base
 */
export function partOf(county: string, path: string): string {
  const year = /^(?:data\/column\/[a-z]+\/)?(\d{4})[/.]/.exec(path)?.[1] ?? NO_YEAR;
  return `${county}/${year}.sha256`;
}
