import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { ToldError } from './told.ts';

/*
 * Two processes never write one folder at once. The lock is SQLite's on a file: the system itself gives it
 * back when the process that holds it ends, however it ends, on Linux, macOS and Windows. So no lock of a
 * dead process is left for anyone to judge.
 */

export interface Lock {
  /** Gives it back; the end of the process does too. */
  release(): void;
}

export interface LockOptions {
  /** Hears once, in Chinese, that another process is waited for. */
  readonly told?: ((line: string) => void) | undefined;
  /** Milliseconds to wait at most; default an hour. */
  readonly patience?: number | undefined;
}

/** How often a lock that is held is asked for, in milliseconds. */
const STEP = 200;

/** @throws LockError (Chinese) when another process holds it for longer than anyone waits */
export async function takeLock(file: string, options: LockOptions = {}): Promise<Lock> {
  const { told, patience = 3_600_000 } = options;
  mkdirSync(dirname(file), { recursive: true });
  const end = Date.now() + patience;
  let said = false;
  for (;;) {
    const lock = tryLock(file);
    if (lock) return lock;
    const who = holderOf(file);
    if (Date.now() >= end) {
      throw new LockError(
        `另一个程序${who}一直在写 ${dirname(file)}，没有等到。结束它以后重新运行。`,
      );
    }
    if (!said) told?.(`另一个程序${who}正在写 ${dirname(file)}，等它结束……`);
    said = true;
    await sleep(STEP);
  }
}

export class LockError extends ToldError {
  override readonly name = 'LockError';
}

/** A file for the lock of a folder beside which nothing may be left: in the system's own place for such. */
export function lockBeside(folder: string): string {
  const whole = resolve(folder);
  let parent = dirname(whole);
  try {
    parent = realpathSync(parent);
  } catch {
    // It is not there yet: then its name is all there is.
  }
  const name = createHash('sha256')
    .update(join(parent, basename(whole)))
    .digest('hex');
  // Each user has a folder of their own: what another has made cannot be written.
  const user = process.getuid?.() ?? 'user';
  return join(tmpdir(), `columns-locks-${user}`, `${name.slice(0, 32)}.lock`);
}

function tryLock(file: string): Lock | undefined {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (/locked|busy/i.test(String(error))) return undefined;
    throw error;
  }
  try {
    writeFileSync(`${file}.pid`, String(process.pid));
  } catch {
    // It is only for the words of who waits.
  }
  return { release: () => db.close() };
}

function holderOf(file: string): string {
  try {
    return `（进程 ${/^\d+$/.exec(readFileSync(`${file}.pid`, 'utf8'))?.[0] ?? '不明'}）`;
  } catch {
    return '';
  }
}
