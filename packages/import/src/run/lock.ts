import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ImportFailure } from '../failure.ts';

/** A run touches its lock so often, in milliseconds; one untouched for so long is nobody's. */
const TOUCHED = 30_000;
const LEFT = 15 * 60_000;

interface Holder {
  readonly process: number;
  readonly machine: string;
}

/**
 * One import at a time works on a county: two would take each other's readings and orders for their own.
 * What a run that was killed leaves behind keeps nobody out.
 */
export class Lock {
  readonly #file: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(file: string) {
    this.#file = file;
    this.#beat = setInterval(() => write(file, 'r+'), TOUCHED);
    this.#beat.unref();
  }

  /**
   * @param folder the county's folder of work
   * @throws ImportFailure where another import is at work on the county
   */
  static take(folder: string, county: string): Lock {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'running');
    if (!write(file, 'wx')) {
      if (isHeld(file)) throw busy(county);
      // Of two that find what was left behind, one moves it away.
      const left = `${file}.${process.pid}`;
      try {
        renameSync(file, left);
        rmSync(left, { force: true });
      } catch {
        throw busy(county);
      }
      if (!write(file, 'wx')) throw busy(county);
    }
    return new Lock(file);
  }

  release(): void {
    clearInterval(this.#beat);
    rmSync(this.#file, { force: true });
  }
}

/** Whether it was written. */
function write(file: string, flag: 'wx' | 'r+'): boolean {
  const holder: Holder = { process: process.pid, machine: hostname() };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (flag === 'wx' && code !== 'EEXIST') throw error;
    return false;
  }
}

function isHeld(file: string): boolean {
  try {
    const { mtimeMs } = statSync(file);
    if (Date.now() - mtimeMs > LEFT) return false;
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return holder.machine !== hostname() || isAlive(holder.process);
  } catch {
    // It went in this moment, or was cut off while it was written.
    return false;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function busy(county: string): ImportFailure {
  return new ImportFailure(
    'busy',
    `另一个导入正在写入“${county}”，两个同时写会互相覆盖`,
    '等它结束后再运行；各写各的县区可以同时进行',
  );
}
