import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isGone, readGone } from '@columns/content';
import { MANIFEST } from '@columns/export/manifest';
import { WRITTEN_FILE, writtenText } from '@columns/standard/written';
import { COLUMNS_FILE, columnsFile } from '../column.ts';
import { listFiles } from '../files.ts';
import { sha256 } from '../manifest/digest.ts';
import { KEPT_FILE } from '../manifest/sources.ts';
import { listedIn, notAsListed } from '../manifest/standing.ts';
import { copy, placeAll } from '../place.ts';
import { ADMIN_FOLDER, DATA_FOLDER, RECORDS_FOLDER } from '../records/folders.ts';
import { freshSibling, swapIn } from '../swap.ts';
import { takenDown } from './taken-down.ts';

export interface KeepOptions {
  appsDir: string;
  /** The last good site. */
  outDir: string;
  /** Folders of apps whose build failed: `anyue`. */
  failed: readonly string[];
  /** `BASE` of this run, in its one form. */
  base: string;
  /** The content as it is now: what it has taken down is not kept. */
  contentRoot: string;
}

export interface Kept {
  kept: string[];
  /** By county, the ids of entries whose words were taken out of its old version. */
  takenDown: ReadonlyMap<string, readonly string[]>;
  /** Those of which there is no old version, or none that fits this run or that can be trusted. */
  lost: string[];
  /** By county, the files of its old version that are not as the manifest of the site says; all where it has none. */
  altered: ReadonlyMap<string, readonly string[]>;
}

/** Files at the root of a site that belong to no column, unless one stands at `/`. */
const OURS = new Set(['.nojekyll', 'columns.csv', COLUMNS_FILE]);

/**
 * Gives apps that failed their old version back, out of the last good site, so that it can be put together
 * with the others again. A half-written `dist` is replaced as a whole. A version that is not byte for byte what
 * the manifest of the site lists is none: whoever can write into the folder is not whoever published it.
 */
export async function keepOld({
  appsDir,
  outDir,
  failed,
  base,
  contentRoot,
}: KeepOptions): Promise<Kept> {
  const source = await readFile(path.join(outDir, COLUMNS_FILE), 'utf8').catch(() => undefined);
  const old = source === undefined ? undefined : columnsFile.parse(JSON.parse(source));
  const { files } = old ? await listFiles(outDir) : { files: [] };
  const taken = new Map<string, readonly string[]>();
  const altered = new Map<string, readonly string[]>();
  const result: Kept = { kept: [], lost: [], takenDown: taken, altered };
  const listed = (await listedIn(outDir)) ?? new Map<string, string>();
  for (const app of failed) {
    const column =
      old?.base === base ? old.columns.find(({ county }) => county === app) : undefined;
    if (!column) {
      result.lost.push(app);
      continue;
    }
    const root = column.base.slice(1);
    const inner = (old?.columns ?? [])
      .filter((other) => other !== column && other.base.startsWith(column.base))
      .map((other) => other.base.slice(1));
    const isOwn = (file: string) =>
      file.startsWith(root) &&
      !inner.some((one) => file.startsWith(one)) &&
      !file.startsWith(MANIFEST) &&
      (root !== '' || !OURS.has(file));
    const standing = files.filter(isOwn);
    const wrong = await notAsListed(outDir, standing, listed, isOwn);
    if (wrong.length > 0) {
      altered.set(app, wrong);
      result.lost.push(app);
      continue;
    }
    const down = await takenDown(path.join(outDir, root), path.join(contentRoot, app));
    const gone = readGone(contentRoot, app);
    if (down.ids.length > 0) taken.set(app, down.ids);
    const own = standing
      .map((file) => file.slice(root.length))
      .filter((file) => !down.tells(file) && !isGone(file, gone));
    const dist = path.join(appsDir, app, 'dist');
    const fresh = await freshSibling(dist);
    try {
      await placeAll(own, path.join(outDir, root), fresh, copy);
      const digests = new Map(own.map((file) => [file, listed.get(root + file) ?? '']));
      const put = async (file: string, text: string) => {
        await mkdir(path.dirname(path.join(fresh, file)), { recursive: true });
        await writeFile(path.join(fresh, file), text);
        digests.set(file, sha256(text));
      };
      for (const [file, text] of down.notices) await put(file, text);
      // Files that tell of all entries are gone with one that may not be told: this takes their place.
      if (down.ids.length > 0) {
        const { ids, rows } = down;
        await rm(path.join(fresh, KEPT_FILE), { force: true });
        await put(KEPT_FILE, `${JSON.stringify({ takenDown: ids, rows }, null, 1)}\n`);
      }
      await writeFile(path.join(fresh, WRITTEN_FILE), writtenText(digests));
      await swapIn(fresh, dist);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      throw error;
    }
    // The old site has the old ones among its files; new ones would not fit them.
    for (const beside of [DATA_FOLDER, RECORDS_FOLDER, ADMIN_FOLDER]) {
      await rm(path.join(appsDir, app, beside), { recursive: true, force: true });
    }
    result.kept.push(app);
  }
  return result;
}
