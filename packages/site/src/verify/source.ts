import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';

/** A published site, wherever it stands. */
export interface VerifySource {
  /** As the report calls it. */
  readonly name: string;
  /** A file by its path below the root; nothing when it is not there. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
  /** Every file, where that can be told: a folder can list itself, a server cannot. */
  readonly list?: () => Promise<readonly string[]>;
  /** How many files to ask for at once. */
  readonly atOnce: number;
}

/** A copy on a disk. */
export function folderSource(dir: string): VerifySource {
  return {
    name: dir,
    read: (file) => readFile(path.join(dir, file)).catch(absent),
    list: async () => {
      const { files, others } = await listFiles(dir);
      return [...files, ...others];
    },
    atOnce: 16,
  };
}

/**
 * A live site. What answers 404 or 410 is not there; any other failure is an error, for a site that
 * cannot be reached is not one whose pages were taken away.
 *
 * @param address where the site's root stands, prefix included: `https://example.gov.cn/repository/`
 */
export function siteSource(address: string): VerifySource {
  const root = address.endsWith('/') ? address : `${address}/`;
  return {
    name: root,
    read: async (file) => {
      // A host serves a folder's page at the folder; asking for the file may only lead there.
      const place = file.replace(/(^|\/)index\.html$/, '$1');
      const url = new URL(place.split('/').map(encodeURIComponent).join('/'), root);
      const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
      if (response.status === 404 || response.status === 410) {
        // The page for what is not found is served with 404, and is there.
        if (file === '404.html') return new Uint8Array(await response.arrayBuffer());
        return undefined;
      }
      if (!response.ok) throw new Error(`${url.href} 返回 ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    atOnce: 8,
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR')
    return undefined;
  throw error;
}
