import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '@columns/content';
import { z } from 'zod';
import { sha256 } from '../manifest/digest.ts';
import { readBlobs, wholeHistory } from './git.ts';
import { type EntryCommit, readLog } from './log.ts';
import { tableChanges, textChanges } from './words.ts';

/** One state of an entry in the repository. */
const revision = z.strictObject({
  day: z.string(),
  commit: z.string(),
  /** SHA-256 of the content file as this change left it; absent when it took the file away. */
  sha256: z.string().optional(),
  /** Plain Chinese, a sentence each; none for the first. */
  changes: z.array(z.string()),
});

const historyFile = z.strictObject({
  format: z.literal(1),
  entries: z.record(z.string(), z.array(revision)),
});

export type Revision = z.infer<typeof revision>;
/** Revisions by entry id, oldest first. */
export type CountyHistory = ReadonlyMap<string, readonly Revision[]>;

/** The declared input of the records: written by one step, read by another. */
export function historyFileOf(root: string, county: string): string {
  return path.join(root, '.columns/history', `${county}.json`);
}

/**
 * Gathers what git tells of every entry into one file for each county. A county's file changes only
 * when its own entries have: the newest commit is not in it. @throws HistoryError
 */
export function gatherHistory(root: string, counties: readonly string[]): void {
  wholeHistory(root);
  const log = readLog(root);
  for (const county of counties) {
    const entries = log.get(county) ?? new Map<string, EntryCommit[]>();
    const commits = [...entries.values()].flat();
    const wanted = commits.flatMap(({ files }) =>
      files.filter(({ name }) => name === 'md' || name === 'csv').flatMap(blobsOf),
    );
    const blobs = readBlobs(root, [...new Set(wanted)]);
    const text = (id: string) => {
      const read = decode(blobs.get(id) ?? Buffer.alloc(0));
      return 'text' in read ? read.text : '';
    };
    const told = [...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, list]) => [id, list.map((one) => revisionOf(one, blobs, text))] as const);
    const file = historyFileOf(root, county);
    mkdirSync(path.dirname(file), { recursive: true });
    const data = { format: 1, entries: Object.fromEntries(told) };
    writeFileSync(file, `${JSON.stringify(data, null, 1)}\n`);
  }
}

/** Takes away what an earlier run gathered: no history is better than a wrong one. */
export function forgetHistory(root: string, counties: readonly string[]): void {
  for (const county of counties) rmSync(historyFileOf(root, county), { force: true });
}

/** What was gathered, or nothing where it was not. */
export function readHistory(root: string, county: string): CountyHistory | undefined {
  let text: string;
  try {
    text = readFileSync(historyFileOf(root, county), 'utf8');
  } catch {
    return undefined;
  }
  return new Map(Object.entries(historyFile.parse(JSON.parse(text)).entries));
}

function blobsOf({ before, after }: { before?: string; after?: string }): string[] {
  return [before, after].filter((id) => id !== undefined);
}

function revisionOf(
  { commit, day, files }: EntryCommit,
  blobs: ReadonlyMap<string, Buffer>,
  text: (id: string) => string,
): Revision {
  const changes = files.flatMap(({ name, before, after }) => {
    if (before === after) return ['内容文件移动了位置，内容没有变'];
    if (before === undefined) return name === 'md' ? [] : [`增加${fileName(name)}`];
    if (after === undefined) return [`删去${name === 'md' ? '内容文件' : fileName(name)}`];
    if (name === 'md') return textChanges(text(before), text(after));
    if (name === 'csv') return tableChanges(text(before), text(after));
    return [`更换${fileName(name)}`];
  });
  const after = files.find(({ name }) => name === 'md')?.after;
  const bytes = after === undefined ? undefined : blobs.get(after);
  return { day, commit, ...(bytes ? { sha256: sha256(bytes) } : {}), changes };
}

function fileName(name: string): string {
  return name === 'csv' ? '表格' : `附件“${name}”`;
}
