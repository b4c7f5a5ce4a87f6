/** The index of one site. */
import { MANIFEST, type Manifest } from '../manifest.ts';
import { loadJson } from './fetching.ts';
import { SearchPart } from './part.ts';
import type { BundleAddress } from './protocol.ts';

export interface Bundle {
  site: string | undefined;
  near: Manifest['near'];
  /** Newest first; `newest` in days since 1970. */
  parts: { part: SearchPart; newest: number }[];
}

/** Opens the index at an address that ends in a slash; its parts are loaded when they are asked. */
export async function openBundle({ path }: BundleAddress): Promise<Bundle> {
  const { site, near, parts } = await loadJson<Manifest>(`${path}${MANIFEST}`);
  return {
    site,
    near,
    parts: parts.map(({ key, newest }) => ({
      part: new SearchPart(path, key),
      newest,
    })),
  };
}
