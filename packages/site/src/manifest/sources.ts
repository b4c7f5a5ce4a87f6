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
      sha256: z.string(),
    }),
  ),
  parts: z.array(z.string()).optional(),
});

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
  const table = 'data/column/entries.json';
  const whole = await readTable(path.join(columnDir, table));
  const rows = [...(whole?.rows ?? [])];
  for (const part of whole?.parts ?? []) {
    rows.push(...((await readTable(path.join(columnDir, 'data/column', part)))?.rows ?? []));
  }
  for (const { id, address, formerly, file, sha256 } of rows) {
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

async function readTable(file: string): Promise<z.infer<typeof tableFile> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : tableFile.parse(JSON.parse(text));
}
