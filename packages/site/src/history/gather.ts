import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, isOpen, mayQuote, opennessOf } from '@columns/content';
import { z } from 'zod';
import { Blobs } from './blobs.ts';
import { fetchBlobs, wholeHistory } from './git.ts';
import { type EntryCommit, type FileChange, readLog } from './log.ts';
import { tableHoldsPersonal, textHoldsPersonal } from './version.ts';
import { fileName, NOT_QUOTED, tableChanges, textChanges } from './words.ts';

/** One state of an entry in the repository. */
const revision = z.strictObject({
  day: z.string(),
  /** Absent where it would lead to what is not quoted. */
  commit: z.string().optional(),
  /** SHA-256 of the content file as this change left it; absent where that must not be found out. */
  sha256: z.string().optional(),
  /** Plain Chinese, a sentence each; none for the first. */
  changes: z.array(z.string()),
});

const historyFile = z.strictObject({
  format: z.literal(2),
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
 * Gathers what git tells of every entry that there is into one file for each county: nothing of those that
 * were deleted, and of the others only what may still be repeated. A county's file changes only when its
 * own entries have: the newest commit is not in it. @throws HistoryError
 */
export function gatherHistory(root: string, counties: readonly string[]): void {
  wholeHistory(root);
  const log = readLog(root);
  const all = counties.map((county) => {
    const entries = log.get(county) ?? new Map<string, EntryCommit[]>();
    const lives = [...entries].flatMap(([id, commits]) => {
      const life = lifeOf(commits);
      const now = life && textNow(root, life);
      return now === undefined ? [] : [{ id, life: life as EntryCommit[], now }];
    });
    lives.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { county, lives, ids: lives.flatMap(({ life }) => [...versionsOf(life)]) };
  });
  fetchBlobs(
    root,
    all.flatMap(({ ids }) => ids),
  );
  for (const { county, lives, ids } of all) {
    const blobs = new Blobs(root, ids);
    const told = lives.map(({ id, life, now }) => [id, revisionsOf(life, blobs, now)] as const);
    const file = historyFileOf(root, county);
    mkdirSync(path.dirname(file), { recursive: true });
    const data = { format: 2, entries: Object.fromEntries(told) };
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
  // What an older program gathered may quote more than this one would: it counts as none.
  const read = historyFile.safeParse(JSON.parse(text));
  return read.success ? new Map(Object.entries(read.data.entries)) : undefined;
}

/**
 * The commits since the entry's file last came: an id that was given up and taken again tells nothing of
 * who had it before. `undefined` where the file is no more.
 */
function lifeOf(commits: readonly EntryCommit[]): EntryCommit[] | undefined {
  let life: EntryCommit[] = [];
  for (const commit of commits) {
    const head = commit.files.find(({ name }) => name === 'md');
    if (head && head.after === undefined) life = [];
    else if (life.length > 0 || head) life.push(commit);
  }
  return life.length > 0 ? life : undefined;
}

/** The entry as it stands in the folder, committed or not: nobody need wait to take something down. */
function textNow(root: string, life: readonly EntryCommit[]): string | undefined {
  const file = life.flatMap(({ files }) => files).findLast(({ name }) => name === 'md')?.path;
  if (file === undefined) return undefined;
  try {
    return textOf(readFileSync(path.join(root, file)));
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string {
  const read = decode(bytes);
  return 'text' in read ? read.text : '';
}

/** The versions of texts and tables in the order in which they are told of. */
function* versionsOf(life: readonly EntryCommit[]): Generator<string> {
  for (const { files } of life) {
    for (const { name, before, after } of files) {
      if (name !== 'md' && name !== 'csv') continue;
      if (before !== undefined) yield before;
      if (after !== undefined) yield after;
    }
  }
}

/** One version: the commit that made it, and the files it then had. */
interface Step {
  readonly commit: EntryCommit;
  readonly text: string | undefined;
  readonly table: string | undefined;
}

function stepsOf(life: readonly EntryCommit[]): Step[] {
  let [text, table]: (string | undefined)[] = [];
  return life.map((commit) => {
    for (const { name, after } of commit.files) {
      if (name === 'md') text = after;
      if (name === 'csv') table = after;
    }
    return { commit, text, table };
  });
}

/**
 * The revisions of one entry. Those up to the last version that could not be shown whole are told by
 * their days alone: what was taken down once is not brought back by a later version.
 */
function revisionsOf(life: readonly EntryCommit[], blobs: Blobs, now: string): Revision[] {
  const steps = stepsOf(life);
  const [only] = steps;
  if (steps.length === 1 && only) return [{ ...marksOf(only, blobs), changes: [] }];
  const is = opennessOf(now);
  // From the oldest on, as blobs are read: from the newest back each would be read with all that follow it.
  const closed = isOpen({ data: is })
    ? steps.map(({ text }) => mayQuote(blobs.openness(text), is)).lastIndexOf(false)
    : steps.length;
  return steps.map((step, index) => {
    const { day, files } = step.commit;
    const first = index === 0;
    if (index <= closed) return { day, changes: first ? [] : [NOT_QUOTED] };
    const changes = files.flatMap((file) => changesOf(file, blobs));
    const told = index === closed + 1 ? [NOT_QUOTED] : changes;
    // By its digest or in its commit what is not quoted could be found.
    const secret =
      blobs.isPersonal(step.text, textHoldsPersonal) ||
      blobs.isPersonal(step.table, tableHoldsPersonal);
    const marks = secret ? { day } : marksOf(step, blobs);
    return { ...marks, changes: first ? [] : told };
  });
}

function marksOf({ commit: { day, commit }, text }: Step, blobs: Blobs) {
  const digest = blobs.digest(text);
  return { day, commit, ...(digest === undefined ? {} : { sha256: digest }) };
}

function changesOf({ name, before, after }: FileChange, blobs: Blobs): string[] {
  if (before === after) return ['内容文件移动了位置，内容没有变'];
  if (before === undefined) return name === 'md' ? [] : [`增加${fileName(name)}`];
  if (after === undefined) return [`删去${name === 'md' ? '内容文件' : fileName(name)}`];
  if (blobs.isLong(before) || blobs.isLong(after))
    return [`${name === 'md' ? '内容文件' : fileName(name)}有改动（太长，不逐项列出）`];
  if (name === 'md') return textChanges(blobs.text(before), blobs.text(after));
  if (name === 'csv') return tableChanges(blobs.text(before), blobs.text(after));
  return [`更换${fileName(name)}`];
}
