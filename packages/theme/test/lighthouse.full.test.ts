import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedFolder, serveFolder } from '@columns/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from './build.ts';
import { judge, type Score } from './lighthouse.ts';
import { officialContent } from './official.ts';

const PAGES = [
  ['首页', ''],
  ['领域', 'domains/social-assistance/'],
  ['公开信息', '2024/aid-rules/'],
  ['名录清单', '2025/schools/'],
  ['检索', 'search/?q=%E6%95%91%E5%8A%A9'],
] as const;
const RUNS = 5;

let folder: string;
let server: ServedFolder;
const scores = new Map<string, Score>();

beforeAll(async () => {
  // The pages name their own address, so the address is there before them.
  folder = mkdtempSync(join(import.meta.dirname, '../node_modules/.lighthouse-'));
  server = await serveFolder(join(folder, 'dist'), { base: '/qingshan/', compress: true });
  const { content, remove } = officialContent();
  const app = await buildApp({ content, env: { SITE: server.origin } });
  remove();
  expect(app.code, app.output).toBe(0);
  renameSync(app.dist, join(folder, 'dist'));
  app.remove();
});

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
  const rows = [...scores].map(([name, { scores: s, firstPaint, largestPaint, layoutShift }]) => {
    const cells = [name, s.performance, s.accessibility, s['best-practices'], s.seo];
    return `| ${[...cells, firstPaint, largestPaint, layoutShift].join(' | ')} |`;
  });
  console.log(rows.join('\n'));
});

describe('Lighthouse, with demonstration off,', () => {
  test.each(PAGES)(
    'gives %s full marks, and at least 99 for speed',
    {
      timeout: 600_000,
    },
    async (name, path) => {
      const score = await judge(`${server.origin}/qingshan/${path}`, RUNS);
      scores.set(name, score);
      const lost = score.lost.join('\n');
      expect(score.scores, lost).toMatchObject({
        accessibility: 100,
        'best-practices': 100,
        seo: 100,
      });
      expect(score.scores.performance, lost).toBeGreaterThanOrEqual(99);
      expect(score.layoutShift).toBe(0);
    },
  );
});
