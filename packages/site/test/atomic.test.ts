import { spawnSync } from 'node:child_process';
import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleWith } from '../src/assemble.ts';
import { assemble } from '../src/index.ts';
import { copy } from '../src/place.ts';
import { builtApp, snapshot, workshop, write } from './fixture.ts';

/** A place with a good output, and apps that have since changed. */
async function changedSince() {
  const place = await workshop();
  await builtApp(place.appsDir, 'anyue');
  await assemble(place);
  const good = await snapshot(place.outDir);
  await builtApp(place.appsDir, 'anyue', {}, { 'index.html': 'changed' });
  await builtApp(place.appsDir, 'gaoyao');
  return { ...place, good };
}

const quiet = ['apps', 'dist'];

describe('the last good output', () => {
  it('stays byte for byte when a column has problems', async () => {
    const { dir, appsDir, outDir, good } = await changedSince();
    await write(appsDir, { 'unbuilt/package.json': '{}' });
    await expect(assemble({ appsDir, outDir })).rejects.toThrow('apps/unbuilt');
    expect(await snapshot(outDir)).toEqual(good);
    expect((await readdir(dir)).sort()).toEqual(quiet);
  });

  it('stays byte for byte when writing fails half way, and says why', async () => {
    const { dir, appsDir, outDir, good } = await changedSince();
    let left = 3;
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const run = assembleWith({ appsDir, outDir }, async (from, to) => {
      if (--left < 0) throw full;
      await copy(from, to);
    });
    await expect(run).rejects.toThrow('磁盘已满');
    expect(await snapshot(outDir)).toEqual(good);
    expect((await readdir(dir)).sort()).toEqual(quiet);
  });

  it('stays byte for byte when the run is killed, and the next run clears up', async () => {
    const { dir, appsDir, outDir, good } = await changedSince();
    const source = new URL('../src/assemble.ts', import.meta.url).href;
    const script = `
      const { assembleWith } = await import(${JSON.stringify(source)});
      await assembleWith(${JSON.stringify({ appsDir, outDir })}, async () => {
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => setInterval(() => {}, 1000));
      });`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(child.status).not.toBe(0);
    expect(await snapshot(outDir)).toEqual(good);
    expect((await readdir(dir)).filter((name) => name.startsWith('.dist.new-'))).toHaveLength(1);

    const { columns } = await assemble({ appsDir, outDir });
    expect(columns).toHaveLength(2);
    expect((await readdir(dir)).sort()).toEqual(quiet);
  });

  it('is put back by the next run when a kill fell between taking it away and replacing it', async () => {
    const { dir, appsDir, outDir, good } = await changedSince();
    await rename(outDir, path.join(dir, '.dist.old'));
    await write(appsDir, { 'unbuilt/package.json': '{}' });
    await expect(assemble({ appsDir, outDir })).rejects.toThrow('apps/unbuilt');
    expect(await snapshot(outDir)).toEqual(good);
    expect((await readdir(dir)).sort()).toEqual(quiet);
  });

  it('does not change when a build writes into its dist in place', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir });
    const good = await snapshot(outDir);
    await write(path.join(appsDir, 'anyue/dist'), { 'index.html': 'half' });
    expect(await snapshot(outDir)).toEqual(good);
  });
});
