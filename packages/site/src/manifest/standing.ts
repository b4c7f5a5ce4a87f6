import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HEAD_FILE, MANIFEST } from '@columns/export/manifest';
import { isInside } from '@columns/standard/written';
import { mapAll } from '../map-all.ts';
import { sha256, sha256OfFile } from './digest.ts';
import { isListed, manifestHead, readPart } from './format.ts';

/** SHA-256 of every file that the manifest of a folder lists; nothing where it has none that is whole. */
export async function listedIn(dir: string): Promise<ReadonlyMap<string, string> | undefined> {
  const read = (file: string) => readFile(path.join(dir, MANIFEST, file), 'utf8');
  try {
    const listed = new Map<string, string>();
    for (const part of manifestHead.parse(JSON.parse(await read(HEAD_FILE))).parts) {
      const text = isInside(part.file) ? await read(part.file) : '';
      if (sha256(text) !== part.sha256) return undefined;
      for (const { path: file, sha256: digest } of readPart(text)) listed.set(file, digest);
    }
    return listed;
  } catch {
    // None, or one that cannot be read: it says nothing of any file.
    return undefined;
  }
}

/**
 * Files of a folder that are not as its manifest says: others than it lists, not listed, or listed and gone.
 *
 * @param files what stands there of the part that is asked for
 * @param isAsked whether a listed path belongs to that part
 */
export async function notAsListed(
  dir: string,
  files: readonly string[],
  listed: ReadonlyMap<string, string>,
  isAsked: (file: string) => boolean,
): Promise<string[]> {
  const there = new Set(files);
  const gone = [...listed.keys()].filter((file) => isAsked(file) && !there.has(file));
  const same = await mapAll(
    files,
    async (file) =>
      !isListed(file) || listed.get(file) === (await sha256OfFile(path.join(dir, file))),
  );
  return [...files.filter((_, index) => same[index] !== true), ...gone].sort();
}
