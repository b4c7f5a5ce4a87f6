import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { numbers } from '@columns/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroBin, type BuiltApp, buildApp, CONTENT, cleanEnv, makeApp } from './build.ts';
import { listFiles } from './files.ts';

/*
 * Whole builds of pages in bad weather; two at once stand in `two-builds.full.test.ts`, and putting sites together in
 * the package `site`.
 */

/** Every file of a site with its bytes. */
type Site = ReadonlyMap<string, Buffer>;

const siteOf = (dist: string): Site =>
  new Map(listFiles(dist).map((file) => [file, readFileSync(join(dist, file))]));

/** Files in which two sites differ. */
function differing(one: Site, two: Site): string[] {
  const files = [...new Set([...one.keys(), ...two.keys()])];
  return files.filter((file) => !one.get(file)?.equals(two.get(file) ?? Buffer.from('?')));
}

const folders: string[] = [];
function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), name));
  folders.push(made);
  return made;
}

function contentCopy(name = 'columns-weather-'): string {
  const content = folder(name);
  cpSync(CONTENT, content, { recursive: true });
  return content;
}

/** The site as a build in good weather makes it. */
let clean: BuiltApp;
let good: Site;
beforeAll(async () => {
  clean = await buildApp();
  expect(clean.code, clean.output).toBe(0);
  good = siteOf(clean.dist);
  expect(good.size).toBeGreaterThan(100);
}, 600_000);

afterAll(() => {
  clean?.remove();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** Starts a build as a group of processes of its own, which can be ended as a whole. */
function start(app: string, wrap: readonly string[] = []): ChildProcess {
  const [program, ...args] = [...wrap, process.execPath, astroBin(), 'build'];
  return spawn(program as string, args, {
    cwd: app,
    detached: true,
    stdio: 'ignore',
    env: { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));

describe('a build that is ended at any moment', () => {
  test('leaves the site of before or the new one, whole, twenty times; the next is as a clean one', {
    timeout: 1_800_000,
  }, async () => {
    const content = contentCopy();
    const notice = join(content, 'qingshan/_notice');
    const [year = ''] = readdirSync(notice);
    const name = readdirSync(join(notice, year)).find((file) => file.endsWith('.md')) ?? '';
    const file = join(notice, year, name);
    const app = makeApp('qingshan', content);
    folders.push(app);
    expect((await buildApp({ content, folder: app })).code).toBe(0);
    appendFileSync(file, '\n又一次改动。\n');
    const began = Date.now();
    const first = await buildApp({ content, folder: app });
    const whole = Date.now() - began;
    expect(first.code, first.output).toBe(0);
    let last = siteOf(first.dist);
    const random = numbers(20_261_130);
    const ends = { before: 0, after: 0 };
    for (let kill = 1; kill <= 20; kill += 1) {
      appendFileSync(file, `\n第 ${kill} 次改动。\n`);
      const child = start(app);
      const closed = ended(child);
      const after = setTimeout(
        () => process.kill(-(child.pid as number), 'SIGKILL'),
        random.next().value * whole,
      );
      const code = await closed;
      clearTimeout(after);
      const now = siteOf(first.dist);
      const changed = differing(last, now);
      if (code !== 0) ends[changed.length === 0 ? 'before' : 'after'] += 1;
      // Ended too early, nothing of it is there; ended between the last move and the word of it, all.
      if (code !== 0 && changed.length > 0) {
        const again = await buildApp({ content });
        expect(differing(siteOf(again.dist), now), `after kill ${kill}`).toEqual([]);
        again.remove();
      }
      last = now;
    }
    expect(ends.before).toBeGreaterThan(0);
    const next = await buildApp({ content, folder: app });
    expect(next.code, next.output).toBe(0);
    const anew = await buildApp({ content });
    expect(differing(siteOf(anew.dist), siteOf(next.dist))).toEqual([]);
    anew.remove();
  });
});

describe('a build in bad weather', () => {
  test('fails on a disk that takes no more, leaves the site as it was, and is right when it does', {
    timeout: 600_000,
  }, async () => {
    const content = contentCopy();
    const app = makeApp('qingshan', content);
    folders.push(app);
    const first = await buildApp({ content, folder: app });
    expect(first.code, first.output).toBe(0);
    const before = siteOf(first.dist);
    writeFileSync(
      join(content, 'qingshan/county.yaml'),
      yaml(content).replace('demo: true', 'demo: true\nindent: true'),
    );
    // No file may grow beyond 8 KB: the first larger one cannot be written.
    const code = await ended(start(app, ['bash', '-c', 'ulimit -f 8; exec "$@"', 'bash']));
    expect(code).not.toBe(0);
    expect(differing(before, siteOf(first.dist))).toEqual([]);
    const next = await buildApp({ content, folder: app });
    expect(next.code, next.output).toBe(0);
    const anew = await buildApp({ content });
    expect(differing(siteOf(anew.dist), siteOf(next.dist))).toEqual([]);
    anew.remove();
  });

  test('makes the same site while the clock jumps', { timeout: 600_000 }, async () => {
    const jumping = join(folder('columns-clock-'), 'clock.mjs');
    writeFileSync(
      jumping,
      [
        'const now = Date.now;',
        'let calls = 0;',
        '// Ten years on, then back, at every other look.',
        'Date.now = () => now() + (calls++ % 2) * 3.156e11;',
        'const RealDate = Date;',
        'globalThis.Date = new Proxy(RealDate, {',
        '  construct: (target, args) => new target(...(args.length === 0 ? [RealDate.now()] : args)),',
        '});',
        '',
      ].join('\n'),
    );
    const app = await buildApp({ env: { NODE_OPTIONS: `--import=${jumping}` } });
    expect(app.code, app.output).toBe(0);
    expect(differing(good, siteOf(app.dist))).toEqual([]);
    app.remove();
  });

  test('needs to write nothing into the content', { timeout: 600_000 }, async () => {
    const content = contentCopy();
    const everything = () =>
      listFiles(content).map((file) => `${file} ${statSync(join(content, file)).mtimeMs}`);
    for (const file of listFiles(content)) {
      chmodSync(join(content, file), 0o444);
      chmodSync(dirname(join(content, file)), 0o555);
    }
    const before = everything();
    const app = await buildApp({ content });
    expect(app.code, app.output).toBe(0);
    expect(everything()).toEqual(before);
    expect(differing(good, siteOf(app.dist))).toEqual([]);
    for (const file of listFiles(content)) chmodSync(dirname(join(content, file)), 0o755);
    app.remove();
  });

  test('is the same in folders with spaces and Chinese names, outside any repository', {
    timeout: 600_000,
  }, async () => {
    const content = contentCopy('columns 县区 内容-');
    const plain = makeApp('qingshan', content);
    const app = join(dirname(plain), `青山 县-${Date.now()}`);
    renameSync(plain, app);
    folders.push(app);
    const built = await buildApp({ content, folder: app });
    expect(built.code, built.output).toBe(0);
    expect(differing(good, siteOf(built.dist))).toEqual([]);
  });
});

const yaml = (content: string) => readFileSync(join(content, 'qingshan/county.yaml'), 'utf8');
