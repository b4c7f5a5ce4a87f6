import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlannedFiles } from './plan.ts';

/** What came of writing: paths below `content/`. */
export interface Outcome {
  readonly written: readonly string[];
  /** What a hand has changed, or had made before: left as it is. */
  readonly kept: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes the planned files of a county below `content/`. What was written is noted with its digest beside the facts; a
 * file that is no longer as it was noted, or never was, belongs to whoever changed it and is neither written nor removed.
 */
export function writeFiles(
  contentRoot: string,
  county: string,
  planned: PlannedFiles,
  notes: string = notesOf(county),
): Outcome {
  const before = readNotes(notes);
  const written: string[] = [];
  const kept: string[] = [];
  const removed: string[] = [];
  const now = new Map<string, string>();
  for (const [path, text] of planned) {
    const digest = digestOf(text);
    const file = join(contentRoot, path);
    const there = existsSync(file) ? digestOf(readFileSync(file, 'utf8')) : undefined;
    if (there === digest) {
      now.set(path, digest);
      continue;
    }
    if (there !== undefined && there !== before.get(path)) {
      kept.push(path);
      const noted = before.get(path);
      if (noted !== undefined) now.set(path, noted);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    now.set(path, digest);
    written.push(path);
  }
  for (const [path, digest] of before) {
    if (planned.has(path)) continue;
    const file = join(contentRoot, path);
    if (!existsSync(file)) continue;
    if (digestOf(readFileSync(file, 'utf8')) !== digest) kept.push(path);
    else {
      rmSync(file);
      removed.push(path);
    }
  }
  writeNotes(notes, now);
  return { written, kept, removed };
}

function notesOf(county: string): string {
  return fileURLToPath(new URL(`../data/${county}/written.sha256`, import.meta.url));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As `sha256sum` writes it: a digest, two spaces, a path. */
function readNotes(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

function writeNotes(file: string, notes: ReadonlyMap<string, string>): void {
  const lines = [...notes].map(([path, digest]) => `${digest}  ${path}`).sort(byPath);
  writeFileSync(file, `${lines.join('\n')}\n`);
}

function byPath(one: string, other: string): number {
  return one.slice(66) < other.slice(66) ? -1 : 1;
}
