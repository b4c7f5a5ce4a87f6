import { spawnSync } from 'node:child_process';
import { readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFolder } from '../src/records/index.ts';
import { snapshot, workshop } from './fixture.ts';

const SOURCE = new URL('../src/records/index.ts', import.meta.url).href;

/** A folder of data as the last run left it. */
async function written() {
  const { dir } = await workshop();
  const folder = path.join(dir, 'dist-data');
  await writeFolder(folder, [{ path: 'data/a.csv', bytes: 'old' }]);
  return { dir, folder, good: await snapshot(folder) };
}

const clear = ['dist-data'];

/** Writes two files, the second one large, in a process of its own. */
function inProcess(folder: string, before: string, shell = '') {
  const script = `
    const { writeFolder } = await import(${JSON.stringify(SOURCE)});
    function* files() {
      yield { path: 'data/a.csv', bytes: 'new' };
      ${before}
      yield { path: 'data/b.csv', bytes: 'x'.repeat(1_000_000) };
    }
    await writeFolder(${JSON.stringify(folder)}, files()).catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });`;
  return spawnSync(
    '/bin/sh',
    ['-c', `${shell} exec "$0" --input-type=module -e "$1"`, process.execPath, script],
    { encoding: 'utf8' },
  );
}

describe('the data and records of a county', () => {
  it('take the place of the old ones as a whole', async () => {
    const { dir, folder } = await written();
    expect(await writeFolder(folder, [{ path: 'b/c.csv', bytes: 'new' }])).toBe(1);
    expect(Object.keys(await snapshot(folder))).toEqual(['b/c.csv', 'written.sha256']);
    expect(await readdir(dir)).toEqual(clear);
  });

  it('stay byte for byte when the system refuses to write, and the reason is told', async () => {
    const { dir, folder, good } = await written();
    // The system's own limit on the size of a file: a write that really fails, without filling a disk.
    const { status, stderr } = inProcess(folder, '', 'ulimit -f 100;');
    expect(status).toBe(1);
    expect(stderr).toContain('dist-data：写入失败：文件大小超过系统允许（EFBIG');
    expect(stderr).toContain('原有的文件没有改动');
    expect(await snapshot(folder)).toEqual(good);
    expect(await readdir(dir)).toEqual(clear);
  });

  it('stay when what makes them fails, and that failure is told as it is', async () => {
    const { dir, folder, good } = await written();
    function* broken() {
      yield { path: 'data/a.csv', bytes: 'new' };
      throw new TypeError('a fault of ours');
    }
    await expect(writeFolder(folder, broken())).rejects.toThrow(TypeError);
    expect(await snapshot(folder)).toEqual(good);
    expect(await readdir(dir)).toEqual(clear);
  });

  it('stay when the run is killed half way, and the next run clears up', async () => {
    const { dir, folder, good } = await written();
    const { signal } = inProcess(folder, "process.kill(process.pid, 'SIGKILL');");
    expect(signal).toBe('SIGKILL');
    expect(await snapshot(folder)).toEqual(good);
    expect(await readdir(dir)).toHaveLength(2);
    await writeFolder(folder, [{ path: 'data/a.csv', bytes: 'new' }]);
    expect(await readFile(path.join(folder, 'data/a.csv'), 'utf8')).toBe('new');
    expect(await readdir(dir)).toEqual(clear);
  });

  it('come back when a kill fell between taking the old ones away and putting the new ones there', async () => {
    const { dir, folder, good } = await written();
    await rename(folder, path.join(dir, '.dist-data.old'));
    function* broken() {
      yield { path: 'data/a.csv', bytes: 'new' };
      throw new TypeError('a fault of ours');
    }
    await expect(writeFolder(folder, broken())).rejects.toThrow(TypeError);
    expect(await snapshot(folder)).toEqual(good);
  });
});
