import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateCounty } from '@columns/bench';
import type { Job } from '@columns/standard/workers';
import { buildFixtureApp, cleanEnv, makeFixtureApp } from '@columns/testkit/fixture-app';
import { expect, test } from 'vitest';
import { Pool } from '../src/workers/pool.ts';

const THEME = join(import.meta.dirname, '../../theme');
const CONTENT = join(THEME, 'test/fixtures/content');
/** A city, and a county with code of its own (`.mdx`): each has a bundle for itself. */
const FIXTURES = ['dashi', 'qingshan'];
/** Made up, and alike but for what they tell. */
const MADE = ['one', 'two', 'three'];
/** Each has a colour of its own in its stylesheets. */
const ACCENTS = ['#8a1f11', '#7a4a00', '#2f5d1e'];

/** Every file of a site with its bytes. */
function filesOf(dist: string): ReadonlyMap<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    files.sort().map((file) => [file.slice(dist.length), readFileSync(file, 'latin1')]),
  );
}

/** An app as a repository has it: it finds the theme by name. */
function makeApp(county: string, content: string): string {
  const folder = makeFixtureApp({ theme: THEME, county, content });
  mkdirSync(join(folder, 'node_modules/@columns'), { recursive: true });
  symlinkSync(THEME, join(folder, 'node_modules/@columns/theme'));
  return folder;
}

test('counties that one worker builds one after another have the bytes of those built alone', async () => {
  const pool = new Pool(1);
  const made = mkdtempSync(join(tmpdir(), 'columns-pages-'));
  for (const [at, county] of MADE.entries()) {
    generateCounty({ county, documents: 40, seed: at + 1, out: made });
    appendFileSync(join(made, county, 'county.yaml'), `accent: '${ACCENTS[at]}'\n`);
  }
  const apps = [
    ...FIXTURES.map((county) => ({ county, content: CONTENT })),
    ...MADE.map((county) => ({ county, content: made })),
  ].map((app) => ({ ...app, cwd: makeApp(app.county, app.content) }));
  const built: Job[] = [];
  const bundled: string[] = [];
  try {
    for (const { county, content, cwd } of apps) {
      if (county === MADE[1]) write(join(cwd, 'public/seal.txt'), 'a file of its own\n');
      const env = { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
      const job: Job = { args: ['astro', 'build'], cwd, env };
      const answer = await pool.run(job, new AbortController().signal);
      expect(answer).toHaveProperty('said');
      if (JSON.stringify(answer).includes('built in')) bundled.push(county);
      const byWorker = filesOf(join(cwd, 'dist'));
      // The same app again, by a process of its own that keeps no page.
      rmSync(join(cwd, 'dist'), { recursive: true });
      rmSync(join(cwd, '.columns'), { recursive: true });
      await buildFixtureApp({ theme: THEME, county, content, folder: cwd });
      expect([...byWorker.keys()]).toEqual([...filesOf(join(cwd, 'dist')).keys()]);
      expect(byWorker).toEqual(filesOf(join(cwd, 'dist')));
      built.push(job);
    }
    // One more is bundled for those that are alike; the next two are made by its bundle.
    expect(bundled).toEqual([...FIXTURES, MADE[0]]);
    // The modules of an app's first build hold the column as it was.
    expect(await pool.run(built[0] as Job, new AbortController().signal)).toEqual({ alone: true });
  } finally {
    pool.close();
    for (const { cwd } of apps) rmSync(cwd, { recursive: true, force: true });
    rmSync(made, { recursive: true });
  }
}, 900_000);

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
