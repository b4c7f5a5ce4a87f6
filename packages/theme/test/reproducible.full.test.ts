import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildApp, CONTENT } from './build.ts';
import { listFiles } from './files.ts';

test('another path, time zone, locale and day give the same bytes', async () => {
  const moved = mkdtempSync(join(tmpdir(), 'columns-elsewhere-'));
  cpSync(CONTENT, moved, { recursive: true });
  const first = await buildApp({ env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' } });
  const second = await buildApp({
    content: moved,
    env: {
      TZ: 'America/Los_Angeles',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      AS_OF: '2031-01-01',
    },
  });
  const files = listFiles(first.dist);
  expect(files.length).toBeGreaterThan(100);
  expect(listFiles(second.dist)).toEqual(files);
  for (const file of files) {
    const same = readFileSync(join(first.dist, file)).equals(readFileSync(join(second.dist, file)));
    expect(same, file).toBe(true);
  }
  first.remove();
  second.remove();
  rmSync(moved, { recursive: true, force: true });
});

test('SITE and BASE stand in addresses and nowhere else', async () => {
  const app = await buildApp({ env: { SITE: 'https://columns.example', BASE: '/repository/' } });
  const html = readFileSync(join(app.dist, '2024/aid-rules/index.html'), 'utf8');
  expect(html).toContain(
    '<link rel="canonical" href="https://columns.example/repository/qingshan/2024/aid-rules/"',
  );
  expect(html).toContain('href="/repository/qingshan/2024/aid-rules-explained/"');
  expect(html).not.toMatch(/(?:href|src)="\/qingshan/);
  const upper = readFileSync(join(app.dist, 'upper/index.html'), 'utf8');
  expect(upper).toContain('href="/repository/dashi/2023/city-plan/"');
  app.remove();
});
