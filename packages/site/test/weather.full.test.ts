import { spawn } from 'node:child_process';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbers } from '@columns/testkit';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../src/files.ts';
import { assemble } from '../src/index.ts';
import { builtApp, snapshot, type Tree, workshop } from './fixture.ts';

const SCRIPT = fileURLToPath(new URL('./fixtures/assemble.mjs', import.meta.url));
const PAGES = 400;

/** Three counties with some hundred pages each. */
async function apps(appsDir: string, words: string): Promise<void> {
  const pages: Tree = Object.fromEntries(
    Array.from({ length: PAGES }, (_, at) => [`2023/p${at}/index.html`, `<p>${words} ${at}</p>`]),
  );
  for (const county of ['anyue', 'huoshan', 'luan']) await builtApp(appsDir, county, {}, pages);
}

/** Puts the site together in a process of its own; gives its exit code. */
function run(
  [appsDir, outDir]: readonly [string, string],
  {
    wrap = [],
    options = [],
    killAfter,
  }: {
    readonly wrap?: readonly string[];
    readonly options?: readonly string[];
    readonly killAfter?: number;
  } = {},
): Promise<number | null> {
  const [program = '', ...args] = [...wrap, process.execPath, ...options, SCRIPT, appsDir, outDir];
  const child = spawn(program, args, { stdio: 'ignore' });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code);
    }),
  );
}

/** The site as good weather makes it of the same apps. */
async function clean(appsDir: string): Promise<Record<string, string>> {
  const { outDir } = await workshop();
  await assemble({ appsDir, outDir, manifest: { tools: { node: '24' }, commit: 'abc' } });
  return snapshot(outDir);
}

describe('putting a site together in bad weather', { timeout: 600_000 }, () => {
  it('leaves the site of before or the new one whole when it is killed, twenty times; the next is as a clean one', async () => {
    const { appsDir, outDir } = await workshop();
    await apps(appsDir, '零');
    const began = Date.now();
    expect(await run([appsDir, outDir])).toBe(0);
    const whole = Date.now() - began;
    let before = await snapshot(outDir);
    const random = numbers(20_261_130);
    const ends = { old: 0, new: 0, between: 0 };
    for (let kill = 1; kill <= 20; kill += 1) {
      await apps(appsDir, `第 ${kill} 次`);
      const wanted = await clean(appsDir);
      await run([appsDir, outDir], { killAfter: random.next().value * whole });
      const found = await snapshot(outDir).catch(() => ({}));
      const was = JSON.stringify(found);
      // Between two renames nothing stands there: the next run puts the old one back, as it was.
      if (was === '{}') ends.between += 1;
      else if (was === JSON.stringify(wanted)) ends.new += 1;
      else {
        expect(found, `after kill ${kill}`).toEqual(before);
        ends.old += 1;
      }
      if (was !== '{}') before = found;
    }
    expect(ends.old + ends.new + ends.between).toBe(20);
    expect(ends.old).toBeGreaterThan(0);
    expect(await run([appsDir, outDir])).toBe(0);
    expect(await snapshot(outDir)).toEqual(await clean(appsDir));
  });

  it('lets one of two runs wait, and both end with the same site', async () => {
    const { appsDir, outDir } = await workshop();
    await apps(appsDir, '同时');
    const both = await Promise.all([run([appsDir, outDir]), run([appsDir, outDir])]);
    expect(both).toEqual([0, 0]);
    expect(await snapshot(outDir)).toEqual(await clean(appsDir));
  });

  it('changes nothing on a disk that takes no more, and is right when it does again', async () => {
    const { appsDir, outDir } = await workshop();
    await apps(appsDir, '先');
    expect(await run([appsDir, outDir])).toBe(0);
    const before = await snapshot(outDir);
    await apps(appsDir, '后');
    // No file may grow beyond a kilobyte: the list of files is the first that must.
    const wrap = ['bash', '-c', 'ulimit -f 1; exec "$@"', 'bash'];
    expect(await run([appsDir, outDir], { wrap })).not.toBe(0);
    expect(await snapshot(outDir)).toEqual(before);
    expect(await run([appsDir, outDir])).toBe(0);
    expect(await snapshot(outDir)).toEqual(await clean(appsDir));
  });

  it('makes the same site while the clock jumps ten years on and back', async () => {
    const { dir, appsDir, outDir } = await workshop();
    await apps(appsDir, '时钟');
    const jumping = path.join(dir, 'clock.mjs');
    await writeFile(
      jumping,
      'const now = Date.now;\nlet calls = 0;\nDate.now = () => now() + (calls++ % 2) * 3.156e11;\n',
    );
    expect(await run([appsDir, outDir], { options: [`--import=${jumping}`] })).toBe(0);
    expect(await snapshot(outDir)).toEqual(await clean(appsDir));
  });

  it('writes nothing into what it reads, which may be closed to it', async () => {
    const { appsDir, outDir } = await workshop();
    await apps(appsDir, '只读');
    const { files } = await listFiles(appsDir);
    const touched = () =>
      Promise.all(files.map(async (file) => (await stat(path.join(appsDir, file))).mtimeMs));
    const before = await touched();
    const folders = [...new Set(files.map((file) => path.dirname(path.join(appsDir, file))))];
    for (const file of files) await chmod(path.join(appsDir, file), 0o444);
    for (const folder of folders) await chmod(folder, 0o555);
    expect(await run([appsDir, outDir])).toBe(0);
    for (const folder of folders) await chmod(folder, 0o755);
    expect((await listFiles(appsDir)).files).toEqual(files);
    expect(await touched()).toEqual(before);
    expect(await snapshot(outDir)).toEqual(await clean(appsDir));
  });

  it('is the same in folders with spaces and Chinese names', async () => {
    const { dir, appsDir } = await workshop();
    const [there, out] = [path.join(dir, '县区 应用'), path.join(dir, '网站 成品/dist')];
    await mkdir(path.dirname(out), { recursive: true });
    await apps(appsDir, '路径');
    await apps(there, '路径');
    expect(await run([there, out])).toBe(0);
    expect(await snapshot(out)).toEqual(await clean(appsDir));
  });
});
