import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode, isOpen, listFiles, opennessOf, readPlace } from '@columns/content';
import { escapeHtml } from '@columns/export';
import { type PublishedEntry, readEntries } from '../manifest/sources.ts';

/** What must be done to the old version of a county before it is published once more. */
export interface TakenDown {
  /** Ids of entries that were open in the old version and may not be shown whole any more. */
  readonly ids: readonly string[];
  /** Entries that stay. */
  readonly rows: readonly PublishedEntry[];
  /** Whether a file of the column, by its path below the base, may say what they said. */
  readonly tells: (file: string) => boolean;
  /** Pages that take the place of theirs, by their path below the base. */
  readonly notices: ReadonlyMap<string, string>;
}

/**
 * Compares an old version of a column with the content as it is now. The county cannot be built, so its
 * files are read one by one; what cannot be read, or is not there, may not be shown.
 */
export async function takenDown(columnDir: string, contentDir: string): Promise<TakenDown> {
  const files = filesById(contentDir);
  const closed: PublishedEntry[] = [];
  const rows: PublishedEntry[] = [];
  for (const entry of await readEntries(columnDir)) {
    if (entry.sha256 === null) {
      rows.push(entry);
      continue;
    }
    const file = files.get(entry.id);
    const read = file === undefined ? undefined : decode(await readFile(file));
    const text = read && 'text' in read ? read.text : '';
    (isOpen({ data: opennessOf(text) }) ? rows : closed).push(entry);
  }
  const addresses = closed.flatMap(({ address, formerly }) => [address, ...formerly]);
  const below = new Set(addresses.map((address) => address.replace(/\/$/, '')));
  const ids = new Set(closed.map(({ id }) => id));
  return {
    ids: [...ids],
    rows,
    tells: (file) => {
      if (ids.size === 0) return false;
      if (COMPOUND.test(file)) return true;
      const [, id = ''] = /^(?:data|history)\/([^/.]+)[./]/.exec(file) ?? [];
      const [, address = ''] = /^(\d{4}\/[^/.]+)[./]/.exec(file) ?? [];
      return ids.has(id) || below.has(address);
    },
    notices: new Map(
      closed.map(({ address, title }) => [
        `${address}index.html`,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><p>本信息不再公开。</p>\n`,
      ]),
    ),
  };
}

/** Where each entry stands now: it may have been moved since. */
function filesById(contentDir: string): Map<string, string> {
  const files = existsSync(contentDir) ? listFiles(contentDir) : [];
  return new Map(
    files.flatMap(({ path: file, kind }) => {
      const place = kind === 'file' && /\.mdx?$/.test(file) ? readPlace(file) : undefined;
      return place && !('fault' in place) ? [[place.id, path.join(contentDir, file)] as const] : [];
    }),
  );
}

/** Files made of many entries' words: the search index, the open data, feeds and the booklet. */
export const COMPOUND = /^(?:pagefind|data\/column|guides\/booklet)\/|(?:^|\/)feed\.xml$/;
