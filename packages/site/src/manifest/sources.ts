import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const tableFile = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      formerly: z.array(z.string()),
      file: z.string(),
      /** None where the content file is not shown whole: it is no source that anyone could compare. */
      sha256: z.string().nullable(),
      title: z.string(),
    }),
  ),
  parts: z.array(z.string()).optional(),
});

/** An entry as a column's open data tell of it. */
export type PublishedEntry = z.infer<typeof tableFile>['rows'][number];

export interface Source {
  readonly file: string;
  readonly sha256: string;
}

/** Tells the content file that a file of a column came from, by the path below the column's base. */
export type SourceOf = (file: string) => Source | undefined;

/**
 * Reads which entry stands at which address from the column's own open data: what is published is
 * what the manifest speaks of. A column without these data has files of unknown source.
 */
export async function readSources(columnDir: string): Promise<SourceOf> {
  const byAddress = new Map<string, Source>();
  const byId = new Map<string, Source>();
  for (const { id, address, formerly, file, sha256 } of await readEntries(columnDir)) {
    if (sha256 === null) continue;
    byId.set(id, { file, sha256 });
    for (const one of [address, ...formerly]) byAddress.set(one, { file, sha256 });
  }
  return (file) => {
    const [, id] = /^(?:data|history)\/([^/.]+)[./]/.exec(file) ?? [];
    if (id !== undefined) return byId.get(id);
    const [, address] = /^(\d{4}\/[^/.]+)[./]/.exec(file) ?? [];
    return address === undefined ? undefined : byAddress.get(`${address}/`);
  };
}

/**
 * Below a column's base, in a version that was kept without what was taken down since: the ids of that, and
 * what else is there. It says to readers, and to the check before a deployment, why files that are made of
 * all entries are missing; and to the next keeping, what stands where.
 */
export const KEPT_FILE = 'kept.json';

/** All entries of a built column; none where it has no data. */
export async function readEntries(columnDir: string): Promise<PublishedEntry[]> {
  const whole =
    (await readTable(path.join(columnDir, 'data/column/entries.json'))) ??
    (await readTable(path.join(columnDir, KEPT_FILE)));
  const rows = [...(whole?.rows ?? [])];
  for (const part of whole?.parts ?? []) {
    rows.push(...((await readTable(path.join(columnDir, 'data/column', part)))?.rows ?? []));
  }
  return rows;
}

async function readTable(file: string): Promise<z.infer<typeof tableFile> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : tableFile.parse(JSON.parse(text));
}
