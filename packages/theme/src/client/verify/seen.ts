/* Which version of the site was last seen on this device: kept here and nowhere else. */

/** @param root the address of the root folder: sites of one host stand apart */
const keyOf = (root: string) => `columns-seen:${root}`;

export function lastSeen(root: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(root)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where nothing can be kept, the next time begins anew. */
export function keepSeen(root: string, version: string): void {
  try {
    localStorage.setItem(keyOf(root), version);
  } catch {
    // The reader does not want it.
  }
}
