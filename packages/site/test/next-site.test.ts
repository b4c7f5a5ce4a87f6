import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { builtApp, snapshot, workshop } from './fixture.ts';

const manifest = { tools: { columns: '1' } };

/** Two columns put together with a memory. */
async function together() {
  const place = await workshop();
  await builtApp(place.appsDir, 'anyue');
  await builtApp(place.appsDir, 'gaoyao');
  const options = { ...place, memory: path.join(place.dir, 'cache/site.json'), manifest };
  await assemble(options);
  const inode = async (file: string) => (await stat(path.join(place.outDir, file))).ino;
  /** The same apps put together without a memory, elsewhere. */
  const asNew = async () => {
    const outDir = path.join(place.dir, 'new');
    await assemble({ appsDir: place.appsDir, outDir, manifest });
    return snapshot(outDir);
  };
  return { ...options, inode, asNew };
}

const SAME = 'gaoyao/index.html';
const CHANGED = 'anyue/index.html';

describe('what an earlier run has put together', () => {
  it('is taken over where nothing has changed, and the folder is as a first run makes it', async () => {
    const { inode, asNew, ...options } = await together();
    const [same, changed] = [await inode(SAME), await inode(CHANGED)];
    await builtApp(options.appsDir, 'anyue', {}, { 'index.html': 'changed' });
    await assemble(options);
    expect(await inode(SAME)).toBe(same);
    expect(await inode(CHANGED)).not.toBe(changed);
    expect(await snapshot(options.outDir)).toEqual(await asNew());
  });

  it('is not taken over where somebody has written into it', async () => {
    const { inode: _, asNew, ...options } = await together();
    await writeFile(path.join(options.outDir, SAME), 'overwritten');
    await assemble(options);
    expect(await snapshot(options.outDir)).toEqual(await asNew());
  });

  it('goes where its column has gone', async () => {
    const { inode: _, asNew, ...options } = await together();
    const more = { '2023/b/index.html': 'new' };
    await builtApp(options.appsDir, 'gaoyao', { base: '/zq/gaoyao/' }, more);
    await assemble(options);
    expect(await snapshot(options.outDir)).toEqual(await asNew());
  });

  it('is copied again when the memory of it is gone or broken', async () => {
    const { inode, asNew, ...options } = await together();
    const before = await inode(SAME);
    await writeFile(options.memory, '{"gaoyao/index.html": {"from"');
    await assemble(options);
    expect(await inode(SAME)).not.toBe(before);
    expect(await snapshot(options.outDir)).toEqual(await asNew());
    expect((await readdir(options.dir)).sort()).toEqual([
      '.dist.spare',
      'apps',
      'cache',
      'dist',
      'new',
    ]);
  });
});
