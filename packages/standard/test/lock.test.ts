import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockBeside, takeLock } from '../src/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'columns-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = new URL('../src/lock.ts', import.meta.url).href;

/** A process of its own that takes a lock, says so, and holds it. */
async function holder(file: string) {
  const script = `
    const { takeLock } = await import(${JSON.stringify(source)});
    globalThis.lock = await takeLock(${JSON.stringify(file)});
    console.log('held');
    setInterval(() => globalThis.lock, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await new Promise((ready) => child.stdout.once('data', ready));
  return child;
}

test('another process waits, is told for whom, and has it when that one dies', async () => {
  const file = join(folder, 'a/build.lock');
  const child = await holder(file);
  const said: string[] = [];
  let mine = false;
  const waiting = takeLock(file, { told: (line) => said.push(line) }).then((lock) => {
    mine = true;
    return lock;
  });
  await new Promise((ready) => setTimeout(ready, 600));
  expect(mine).toBe(false);
  expect(said).toEqual([expect.stringContaining(`进程 ${child.pid}`)]);
  child.kill('SIGKILL');
  (await waiting).release();
});

test('who does not want to wait is refused in Chinese', async () => {
  const file = join(folder, 'build.lock');
  const child = await holder(file);
  await expect(takeLock(file, { patience: 0 })).rejects.toThrow('结束它以后重新运行');
  child.kill('SIGKILL');
});

test('within one process, too, one waits for the other', async () => {
  const file = join(folder, 'build.lock');
  const first = await takeLock(file);
  await expect(takeLock(file, { patience: 0 })).rejects.toThrow('没有等到');
  first.release();
  (await takeLock(file, { patience: 0 })).release();
});

test('a folder has one lock by whatever path it is named, and another folder another', () => {
  expect(lockBeside(join(folder, 'x/../dist'))).toBe(lockBeside(join(folder, 'dist')));
  expect(lockBeside(join(folder, 'dist'))).not.toBe(lockBeside(join(folder, 'dist2')));
});
