import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './build.ts';
import { listFiles } from './files.ts';

/** Two builds of one county at once: both succeed, one after the other, and the site is whole. */

const LONG = 300_000;
let content: string;
let app: BuiltApp;

const digests = (dist: string) =>
  Object.fromEntries(
    listFiles(dist).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'columns-two-'));
  cpSync(join(import.meta.dirname, 'fixtures/city'), content, { recursive: true });
  app = await buildApp({ county: 'jinzhai', content });
  expect(app.code, app.output).toBe(0);
}, LONG);

afterAll(() => {
  app?.remove();
  rmSync(content, { recursive: true, force: true });
});

test(
  'each ends with a whole site, and the second says that it waits',
  async () => {
    const good = digests(app.dist);
    for (const fresh of [true, false]) {
      if (fresh) {
        for (const name of ['dist', '.columns']) {
          rmSync(join(app.folder, name), { recursive: true, force: true });
        }
      }
      const both = await Promise.all(
        [0, 1].map(() => buildApp({ county: 'jinzhai', content, folder: app.folder })),
      );
      expect(both.map(({ code, output }) => (code === 0 ? 'whole' : output))).toEqual([
        'whole',
        'whole',
      ]);
      expect(both.filter(({ output }) => /另一个程序（进程 \d+）正在写/.test(output))).toHaveLength(
        1,
      );
      expect(digests(app.dist)).toEqual(good);
    }
    expect(readdirSync(join(app.folder, '.columns'))).toContain('build.lock');
  },
  LONG,
);
