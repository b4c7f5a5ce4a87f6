import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '@columns/testkit';
import { atomFaults, readAtom } from '@columns/testkit/atom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadPages } from './beside.ts';
import { type BuiltApp, buildApp, builtFixture } from './build.ts';
import { listFiles } from './files.ts';

const SITE = 'https://columns.example.org';
let site: BuiltApp;
let bare: BuiltApp;
let browser: Browser;
let feeds: string[];
const read = (app: BuiltApp, path: string) => readFileSync(join(app.dist, path), 'utf8');

beforeAll(async () => {
  site = await buildApp({ env: { SITE } });
  bare = await builtFixture();
  expect([site.code, bare.code], site.output + bare.output).toEqual([0, 0]);
  browser = await launchBrowser();
  feeds = listFiles(site.dist).filter((file) => file.endsWith('feed.xml'));
});

afterAll(async () => {
  await browser.close();
  site.remove();
});

describe('with the site’s address known', () => {
  test('the column, a domain, a unit, a town and a kind can be followed', () => {
    for (const list of [
      '',
      'domains/social-assistance/',
      'units/civil-affairs/',
      'towns/dongshan/',
      'kinds/annual-report/',
    ])
      expect(feeds).toContain(`${list}feed.xml`);
  });

  test('a list with nothing in it has no feed, and no page names one', () => {
    expect(feeds).not.toContain('domains/budget/feed.xml');
    expect(read(site, 'domains/budget/index.html')).not.toContain('domains/budget/feed.xml');
  });

  test('every feed breaks no rule of RFC 4287', async () => {
    const page = await browser.newPage();
    const selves = new Set<string>();
    for (const file of feeds) {
      const feed = await readAtom(page, read(site, file));
      expect(atomFaults(feed), file).toEqual([]);
      expect(feed.self).toBe(`${SITE}/qingshan/${file}`);
      selves.add(feed.id);
    }
    expect(selves.size).toBe(feeds.length);
    await page.close();
  });

  test('what was withdrawn is told, and what is not open is not', async () => {
    const text = read(site, 'domains/social-assistance/feed.xml');
    expect(text).toContain('（已撤回）发错的通知');
    expect(text).toContain('2025-06-04T00:00:00+08:00');
    expect(text).not.toContain('低保核查工作底稿');
  });

  test('an entry that moved keeps the id it had', () => {
    const text = read(site, 'kinds/policy/feed.xml');
    expect(text).toContain(`<id>${SITE}/qingshan/2024/old-aid-rules/</id>`);
    expect(text).toContain(`href="${SITE}/qingshan/2024/aid-rules/"`);
  });

  test('a demonstration says so in its feeds too', () => {
    for (const file of feeds) expect(read(site, file)).toContain('演示专栏，非政府官方网站');
  });

  test('each page names the column’s feed in its head, and each list its own, where it is seen too', () => {
    const entry = read(site, '2025/autumn-notice/index.html');
    expect(entry.match(/rel="alternate"/g)).toHaveLength(1);
    const list = read(site, 'domains/social-assistance/index.html');
    expect(list.match(/rel="alternate"/g)).toHaveLength(2);
    expect(list).toContain('关注“社会救助”');
    const dead = deadPages([{ folder: site.dist, base: '/qingshan/' }]);
    expect(dead.filter((line) => !line.includes('“/dashi/'))).toEqual([]);
  });
});

describe('without it', () => {
  test('there are no feeds, no page names one, and the page about them says why', () => {
    expect(listFiles(bare.dist).filter((file) => file.endsWith('feed.xml'))).toEqual([]);
    expect(read(bare, 'index.html')).not.toContain('application/atom+xml');
    const page = read(bare, 'feeds/domains/social-assistance/index.html');
    expect(page).toContain('还没有登记网站域名');
    expect(page).toContain('在这台设备上关注');
  });
});
