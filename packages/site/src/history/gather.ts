import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, isOpen, mayQuote, opennessOf } from '@columns/content';
import { z } from 'zod';
import { sha256 } from '../manifest/digest.ts';
import { readBlobs, wholeHistory } from './git.ts';
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
  for (const county of counties) {
    const entries = log.get(county) ?? new Map<string, EntryCommit[]>();
    const lives = [...entries].flatMap(([id, commits]) => {
      const life = lifeOf(commits);
      const now = life && textNow(root, life);
      return now === undefined ? [] : [{ id, life: life as EntryCommit[], now }];
    });
    const blobs = new Blobs(
      root,
      lives.flatMap(({ life }) => life),
    );
    const told = lives
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, life, now }) => [id, revisionsOf(life, blobs, now)] as const);
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

/** The contents that are told of, by their ids in git; what is asked of one twice is found once. */
class Blobs {
  readonly #bytes: ReadonlyMap<string, Buffer>;
  readonly #personal = new Map<string, boolean>();

  constructor(root: string, commits: readonly EntryCommit[]) {
    const wanted = commits.flatMap(({ files }) =>
      files
        .filter(({ name }) => name === 'md' || name === 'csv')
        .flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined)),
    );
    this.#bytes = readBlobs(root, [...new Set(wanted)]);
  }

  bytes(id: string | undefined): Buffer | undefined {
    return this.#bytes.get(id ?? '');
  }

  text(id: string | undefined): string {
    return textOf(this.bytes(id) ?? Buffer.alloc(0));
  }

  isPersonal(id: string | undefined, find: (text: string) => boolean): boolean {
    if (id === undefined) return false;
    const known = this.#personal.get(id) ?? find(this.text(id));
    this.#personal.set(id, known);
    return known;
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
  const closed = isOpen({ data: is })
    ? steps.findLastIndex(({ text }) => !mayQuote(opennessOf(blobs.text(text)), is))
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
  const bytes = blobs.bytes(text);
  return { day, commit, ...(bytes ? { sha256: sha256(bytes) } : {}) };
}

function changesOf({ name, before, after }: FileChange, blobs: Blobs): string[] {
  if (before === after) return ['内容文件移动了位置，内容没有变'];
  if (before === undefined) return name === 'md' ? [] : [`增加${fileName(name)}`];
  if (after === undefined) return [`删去${name === 'md' ? '内容文件' : fileName(name)}`];
  if (name === 'md') return textChanges(blobs.text(before), blobs.text(after));
  if (name === 'csv') return tableChanges(blobs.text(before), blobs.text(after));
  return [`更换${fileName(name)}`];
}
