import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BESIDE } from '@columns/export';
import { launchBrowser, serveFolder } from '@columns/testkit';
import {
  deadLinks,
  htmlFiles,
  listFiles,
  weighPages,
  weightFaults,
  weightTable,
  wordFaults,
} from '@columns/testkit/site';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { contextIn, MODES } from './display.ts';
import { htmlFaults } from './html-validate.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');
const LIST = join(DIST, 'columns.json');

/** What stands in `dist/` is taken as it is; only where nothing does is it built, as anybody would. */
beforeAll(() => {
  if (existsSync(LIST)) return;
  const built = spawnSync(process.execPath, ['packages/cli/bin/columns.ts', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(built.status, built.stdout + built.stderr).toBe(0);
}, 600_000);

interface ListedColumn {
  readonly county: string;
  readonly base: string;
  readonly path: string;
  readonly title: string;
}

function columns(): ListedColumn[] {
  return JSON.parse(readFileSync(LIST, 'utf8')).columns;
}

describe('over all columns as they are published', () => {
  test('every link and anchor leads somewhere', () => {
    const { base } = JSON.parse(readFileSync(LIST, 'utf8'));
    expect(deadLinks([{ folder: DIST, base }])).toEqual([]);
  });

  test('every page is valid HTML', { timeout: 300_000 }, () => {
    expect(htmlFaults(DIST)).toEqual([]);
  });

  test('no page is too heavy, runs a program without need, or asks another host', () => {
    const faults = columns().flatMap(({ base, path, title }) => {
      const pages = weighPages({ folder: join(DIST, base), base: path });
      console.log(`${title}：\n\n${weightTable(pages)}`);
      return weightFaults(pages).map((fault) => `${title} ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test('no page speaks to citizens in the words of those who make it', { timeout: 300_000 }, () => {
    // Of the data, of revisions and their proof: for those who check and reuse.
    const forMakers = /(?:^|\/)(?:data|history|ledger|admin|editor|verify|frame|\.well-known)\//;
    expect(wordFaults(DIST, forMakers)).toEqual([]);
  });

  test('how much each column has disclosed is the same on its home page, above it and over all', () => {
    const all = JSON.parse(readFileSync(LIST, 'utf8')).columns as (ListedColumn & {
      entries: number;
    })[];
    const root = readFileSync(join(DIST, 'index.html'), 'utf8');
    for (const { county, base, path, entries } of all) {
      const home = readFileSync(join(DIST, base, 'index.html'), 'utf8');
      const told = Number(/公开信息共 (\d+) 条/.exec(home)?.[1] ?? 0);
      expect([county, told]).toEqual([county, entries]);
      const row = root.split('<tr').find((one) => one.includes(`href="${path}"`));
      if (row)
        expect(row.replaceAll(/<[^>]+>/g, ' ')).toMatch(new RegExp(`(?<!\\d)${entries}(?!\\d)`));
    }
  });

  test('every page of a standard catalogue weighs at most 60 KB and is at most six phone screens long', {
    timeout: 300_000,
  }, async () => {
    const { base: whole } = JSON.parse(readFileSync(LIST, 'utf8'));
    const server = await serveFolder(DIST, { base: whole });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const wrong: unknown[] = [];
    for (const { base, path } of columns()) {
      const files = htmlFiles(listFiles(join(DIST, base)));
      for (const file of files.filter((each) =>
        /^catalogue\/(?:(?:units|missing|\d+)\/)*index\.html$/.test(each),
      )) {
        const bytes = statSync(join(DIST, base, file)).size;
        await page.goto(server.origin + path + file.replace('index.html', ''));
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        if (bytes > 60 * 1024 || height > 6 * 740) wrong.push({ base, file, bytes, height });
      }
    }
    await browser.close();
    await server.close();
    expect(wrong).toEqual([]);
  });

  test('what stands beside the pages can be used in every mode', { timeout: 300_000 }, async () => {
    const { base } = JSON.parse(readFileSync(LIST, 'utf8'));
    const [{ path } = { path: '' }] = columns().filter(({ county }) => county === 'anyue');
    const [entry = ''] = readdirSync(join(DIST, path, 'history'));
    const server = await serveFolder(DIST, { base });
    const browser = await launchBrowser();
    const wrong: Record<string, string[]> = {};
    for (const mode of MODES) {
      for (const width of [320, 1280]) {
        const context = await contextIn(browser, { mode, width });
        const page = await context.newPage();
        for (const place of [BESIDE.coverage, BESIDE.ledger, BESIDE.data, `history/${entry}/`]) {
          await page.goto(`${server.origin}${path}${place}`, { waitUntil: 'load' });
          const found = await violations(page);
          const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
          if (wide > width) found.push(`${wide} pixels wide`);
          if (found.length > 0) wrong[`${place} ${mode} ${width}`] = found;
        }
        await context.close();
      }
    }
    await browser.close();
    await server.close();
    expect(wrong).toEqual({});
  });
});
