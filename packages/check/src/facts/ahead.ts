import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Ahead, type AheadShare, readShare } from './ahead-share.ts';
import type { Held, Memory } from './memory.ts';

const THREAD = new URL('./ahead-thread.ts', import.meta.url);
/** More than this are waited for by what cannot be divided. */
const MOST_THREADS = 4;
/** A thread takes longer to begin than to read fewer files than this. */
const WORTH_A_THREAD = 1000;

/**
 * Reads the entries of a large county that nothing is remembered of, by several threads, so that the
 * check after it finds them in memory. Whatever a thread leaves out is only read later.
 */
export async function readAhead(memory: Memory, ahead: Ahead, threads?: number): Promise<void> {
  if (!memory.isEmpty) return;
  const count = threads ?? threadsFor(join(ahead.contentRoot, ahead.county));
  if (count < 2) return;
  const [own, ...others] = Array.from({ length: count }, (_, number) => ({
    ...ahead,
    number,
    count,
  }));
  const held = Promise.all(others.map(inThread));
  memory.learn(readShare(own as AheadShare));
  for (const part of await held) memory.learn(part);
}

async function inThread(workerData: AheadShare): Promise<Held> {
  try {
    const [held] = await once(new Worker(THREAD, { workerData }), 'message');
    return held as Held;
  } catch {
    // A thread may run out of memory; its share is read by whoever waits, and told of by file.
    return { files: {}, entries: {}, attachments: {} };
  }
}

function threadsFor(folder: string): number {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
  return Math.min(availableParallelism(), MOST_THREADS, Math.floor(files / WORTH_A_THREAD));
}
