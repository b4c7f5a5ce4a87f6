import { launchBrowser } from '@columns/testkit';
import { atomFaults, readAtom } from '@columns/testkit/atom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomFeed, FEED_SIZE, type Feed, type FeedEntry } from '../src/index.ts';

const entry = (id: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id: `https://example.org/shili/2024/e${id}/`,
  page: `https://example.org/shili/2024/e${id}/`,
  title: `信息${id}`,
  published: '2024-05-20',
  updated: '2024-05-20',
  categories: ['通知公告'],
  ...more,
});

const feed = (entries: readonly FeedEntry[], more: Partial<Feed> = {}): Feed => ({
  page: 'https://example.org/shili/',
  self: 'https://example.org/shili/feed.xml',
  title: '示例县专栏',
  author: '示例县',
  entries,
  ...more,
});

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(() => browser.close());

describe('a feed', () => {
  test('is read by an independent parser and breaks no rule of RFC 4287', async () => {
    const read = await readAtom(page, atomFeed(feed([entry(1), entry(2, { summary: '概述' })])));
    expect(atomFaults(read)).toEqual([]);
    expect(read.entries.map(({ title }) => title)).toEqual(['信息1', '信息2']);
    expect(read.updated).toBe('2024-05-20T00:00:00+08:00');
  });

  test('keeps any title whole, and leaves out what XML cannot hold', async () => {
    const title = '“一” <b>&amp;</b> ]]> 𠮷\u0000\u0007\ud800';
    const read = await readAtom(page, atomFeed(feed([entry(1, { title })])));
    expect(read.entries[0]?.title).toBe('“一” <b>&amp;</b> ]]> 𠮷');
  });

  test('names the newest first, in one order whatever the order given', () => {
    const days = ['2024-01-02', '2024-03-01', '2024-01-02'];
    const entries = days.map((updated, id) => entry(id, { updated }));
    const text = atomFeed(feed(entries));
    expect(atomFeed(feed([...entries].reverse()))).toBe(text);
    expect([...text.matchAll(/<title>(信息\d)/g)].map(([, title]) => title)).toEqual([
      '信息1',
      '信息0',
      '信息2',
    ]);
  });

  test(`holds the newest ${FEED_SIZE}`, async () => {
    const entries = Array.from({ length: FEED_SIZE + 5 }, (_, id) => entry(id));
    const read = await readAtom(page, atomFeed(feed(entries)));
    expect(read.entries).toHaveLength(FEED_SIZE);
    expect(atomFaults(read)).toEqual([]);
  });

  test('of nothing is refused, for no day could be given', () => {
    expect(() => atomFeed(feed([]))).toThrow('has no entries');
  });
});

describe('the check of feeds', () => {
  test('finds what breaks a rule', async () => {
    const text = atomFeed(feed([entry(1), entry(2, { id: entry(1).id, updated: '2024-13-01' })]));
    const faults = atomFaults(await readAtom(page, text.replace('<title>示例县专栏</title>', '')));
    expect(faults).toEqual(
      [
        'feed has no title',
        'feed: updated 2024-13-01T00:00:00+08:00 is no moment',
        'entry 1 has the id of another',
        'entry 0: updated 2024-13-01T00:00:00+08:00 is no moment',
      ].sort(),
    );
  });
});
