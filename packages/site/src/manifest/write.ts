import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  HEAD_FILE,
  KEY_FILE,
  MANIFEST,
  partOf,
  ROOT_PART,
  SIGNATURE_FILE,
} from '@columns/export/manifest';
import type { Column } from '../column.ts';
import { listFiles } from '../files.ts';
import { mapAll } from '../map-all.ts';
import { sha256, sha256OfFile } from './digest.ts';
import { isListed, type ListedFile, type ManifestHead, partText } from './format.ts';
import { publicKeyText, type SecretKey, signBytes } from './minisign.ts';
import { readSources } from './sources.ts';

/** What the manifest says of its making; all given from outside, for nothing here reads a clock. */
export interface ManifestOptions {
  readonly commit?: string | undefined;
  readonly modified?: boolean | undefined;
  readonly asOf?: string | undefined;
  readonly tools: Readonly<Record<string, string>>;
  /** Without a key the manifest stands unsigned. */
  readonly key?: SecretKey | undefined;
}

/**
 * Writes the manifest of a finished folder into it: every file but the manifest's own, in parts by
 * county and year, so that one change makes one part new and a reader can check one year alone.
 *
 * @param columns where each column stands in the folder
 * @param digestOf SHA-256 of a file by its path in the folder, where the caller knows some already
 * @returns how many files it lists
 */
export async function writeManifest(
  dir: string,
  base: string,
  columns: readonly Pick<Column, 'county' | 'base'>[],
  options: ManifestOptions,
  digestOf = (file: string) => sha256OfFile(path.join(dir, file)),
): Promise<number> {
  const files = (await listFiles(dir)).files.filter(isListed);
  const places = await Promise.all(
    columns.map(async ({ county, base: own }) => {
      const folder = own.slice(1);
      return { county, folder, sourceOf: await readSources(path.join(dir, folder)) };
    }),
  );
  // The longest base first: one column may stand inside another's.
  places.sort((a, b) => b.folder.length - a.folder.length);
  const parts = new Map<string, ListedFile[]>();
  const listed = await mapAll(files, async (file) => {
    const place = places.find(({ folder }) => file.startsWith(folder));
    const below = place ? file.slice(place.folder.length) : file;
    const source = place?.sourceOf(below);
    const one = { path: file, sha256: await digestOf(file) };
    const part = place ? partOf(place.county, below) : ROOT_PART;
    return { part, file: source ? { ...one, source } : one };
  });
  for (const { part, file } of listed) {
    const list = parts.get(part);
    if (list) list.push(file);
    else parts.set(part, [file]);
  }
  const { commit, modified, asOf, tools, key } = options;
  const head: ManifestHead = {
    format: 1,
    ...(commit ? { commit } : {}),
    ...(modified ? { modified: true as const } : {}),
    ...(asOf ? { asOf } : {}),
    base,
    tools: Object.fromEntries(Object.entries(tools).sort(([a], [b]) => (a < b ? -1 : 1))),
    parts: [],
  };
  for (const [name, list] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = partText(list);
    const target = path.join(dir, MANIFEST, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    head.parts.push({ file: name, sha256: sha256(text), files: list.length });
  }
  const text = `${JSON.stringify(head, null, 1)}\n`;
  await mkdir(path.join(dir, MANIFEST), { recursive: true });
  await writeFile(path.join(dir, MANIFEST, HEAD_FILE), text);
  if (key) {
    const comment = `disclosure-manifest commit:${commit ?? 'unknown'}${asOf ? ` as-of:${asOf}` : ''}`;
    await writeFile(
      path.join(dir, MANIFEST, SIGNATURE_FILE),
      signBytes(Buffer.from(text), key, comment),
    );
    await writeFile(path.join(dir, MANIFEST, KEY_FILE), publicKeyText(key));
  }
  return files.length;
}
