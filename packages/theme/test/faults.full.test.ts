import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroBin, type BuiltApp, buildApp, cleanEnv } from './build.ts';
import { listFiles } from './files.ts';

/** What a build leaves when it is stopped: the last good site, whole, and a next build that recovers. */

const CITY = join(import.meta.dirname, 'fixtures/city');
/** A build on a busy machine, and some of it twice. */
const LONG = 240_000;

let content: string;
let app: BuiltApp;
let good: Record<string, string>;

function digests(dist: string): Record<string, string> {
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(dist, file)))
      .digest('hex');
  return Object.fromEntries(listFiles(dist).map((file) => [file, digest(file)]));
}

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'columns-faults-'));
  cpSync(CITY, content, { recursive: true });
  app = await buildApp({ county: 'jinzhai', content });
  expect(app.code, app.output).toBe(0);
  good = digests(app.dist);
  // Another title of the column stands on every page: the next build makes them all anew.
  appendFileSync(join(content, 'jinzhai/county.yaml'), 'title: 金寨县公开专栏\n');
}, LONG);

afterAll(() => {
  app?.remove();
  rmSync(content, { recursive: true, force: true });
});

/** Kills a build, with all its processes, as soon as it is so far. */
async function killWhen(isSoFar: (said: string) => boolean): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [astroBin(), 'build'], {
    cwd: app.folder,
    detached: true,
    env: { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' },
  });
  let said = '';
  child.stdout?.on('data', (data) => {
    said += data;
  });
  const watch = setInterval(() => {
    if (!isSoFar(said) || child.pid === undefined) return;
    clearInterval(watch);
    process.kill(-child.pid, 'SIGKILL');
  }, 5);
  const signal = await new Promise((done) => child.once('close', (_, by) => done(by)));
  clearInterval(watch);
  expect([signal, isSoFar(said)]).toEqual(['SIGKILL', true]);
}

/** Whether a page was made again since the last good site. */
function isMadeAgain(page: string): boolean {
  const kept = statSync(join(app.folder, '.columns/pages/files', page), { throwIfNoEntry: false });
  return kept !== undefined && kept.mtimeMs > statSync(join(app.dist, page)).mtimeMs;
}

describe('a build of a column', () => {
  test.each([
    ['while it bundles', (said: string) => said.includes('Building static entrypoints')],
    ['while it makes pages', () => isMadeAgain('units/index.html')],
  ])(
    'that is killed %s leaves the last good site',
    async (_, isSoFar) => {
      await killWhen(isSoFar);
      expect(digests(app.dist)).toEqual(good);
    },
    LONG,
  );

  test.each([30, 250])(
    'whose disk is full after %i files says so and leaves the last good site',
    async (files) => {
      const full = pathToFileURL(join(import.meta.dirname, 'fixtures/full-disk.ts')).href;
      const env = { NODE_OPTIONS: `--import ${full}`, FULL_AFTER: String(files) };
      const stopped = await buildApp({ county: 'jinzhai', content, folder: app.folder, env });
      expect(stopped.code).not.toBe(0);
      expect(stopped.output).toContain('ENOSPC');
      expect(digests(app.dist)).toEqual(good);
    },
    LONG,
  );

  test(
    'after all these makes what a build makes that nothing ever stopped',
    async () => {
      const again = await buildApp({ county: 'jinzhai', content, folder: app.folder });
      expect(again.code, again.output).toBe(0);
      const fresh = await buildApp({ county: 'jinzhai', content });
      expect(fresh.code, fresh.output).toBe(0);
      const wanted = digests(fresh.dist);
      fresh.remove();
      expect(digests(again.dist)).toEqual(wanted);
      expect(wanted).not.toEqual(good);
    },
    LONG,
  );
});
