import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '@columns/standard/workers';
import { buildFixtureApp, cleanEnv, makeFixtureApp } from '@columns/testkit/fixture-app';
import { expect, test } from 'vitest';
import { Pool } from '../src/workers/pool.ts';

const THEME = join(import.meta.dirname, '../../theme');
const CONTENT = join(THEME, 'test/fixtures/content');
const COUNTIES = ['dashi', 'qingshan'];

/** Every file of a site with its bytes. */
function filesOf(dist: string): ReadonlyMap<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    files.sort().map((file) => [file.slice(dist.length), readFileSync(file, 'latin1')]),
  );
}

test('counties that one worker builds one after another have the bytes of those built alone', async () => {
  const pool = new Pool(1);
  const folders = COUNTIES.map((county) =>
    makeFixtureApp({ theme: THEME, county, content: CONTENT }),
  );
  const built: Job[] = [];
  try {
    for (const [at, county] of COUNTIES.entries()) {
      const cwd = folders[at] ?? '';
      const env = { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
      const answer = await pool.run(
        { args: ['astro', 'build'], cwd, env },
        new AbortController().signal,
      );
      expect(answer).toHaveProperty('said');
      const alone = await buildFixtureApp({ theme: THEME, county, content: CONTENT });
      expect(filesOf(join(cwd, 'dist'))).toEqual(filesOf(alone.dist));
      alone.remove();
      built.push({ args: ['astro', 'build'], cwd, env });
    }
    // The modules of an app's first build hold the column as it was.
    expect(await pool.run(built[0] as Job, new AbortController().signal)).toEqual({ alone: true });
  } finally {
    pool.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
