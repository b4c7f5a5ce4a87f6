/** Pages that are asked for by name (直达) and come after the results do. */
import type { SearchDocument } from '@columns/search/build';
import { launchBrowser, makeTempDir, type ServedFolder, type TempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSearchSite } from './site.ts';

const DOCUMENTS: readonly SearchDocument[] = ['甲', '乙', '丙'].map((name, at) => ({
  url: `2026/${at}/`,
  title: `县民政局公告（${name}）`,
  blocks: ['请互相转告'],
  meta: { date: `2026-03-0${at + 1}`, path: '通知公告' },
}));

let folder: TempDir;
let served: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  folder = await makeTempDir('late');
  ({ served } = await serveSearchSite(folder.path, DOCUMENTS, {
    direct: [
      { k: 'unit', t: '县民政局', u: 'units/civil-affairs/', p: '0000-0000001' },
      { k: 'unit', t: '县审计局', u: 'units/audit/' },
      { k: 'unit', t: '县热线中心', u: 'units/hotline/', p: '12345' },
      { k: 'unit', t: '县教育局', u: 'units/education/', p: '0000-0000002、0000-0000003（招生）' },
      { k: 'page', t: '公开指南', u: 'guide/' },
    ],
  }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await folder.remove();
});

/** Opens a question's page on which pages come when `release` is called. */
async function holding(query: string): Promise<{ page: Page; release: () => void }> {
  const page = await browser.newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.pf_direct', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent(query)}`);
  return { page, release };
}

/** How far the first result is below the line that counts them, and whether 直达 stands before it. */
function placesOf(page: Page): Promise<{ top: number; before: boolean }> {
  return page.evaluate(() => {
    const first = document.querySelector('li[data-result]');
    const direct = document.querySelector('[data-direct]');
    const total = document.querySelector('[data-total]');
    if (!first || !direct || !total) throw new Error('no result');
    const order = direct.compareDocumentPosition(first);
    return {
      top: first.getBoundingClientRect().top - total.getBoundingClientRect().bottom,
      before: (order & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
    };
  });
}

test('results that are read already stay where they are, and the pages stand behind them', async () => {
  const { page, release } = await holding('县民政局');
  await page.waitForSelector('li[data-result]:nth-child(3)');
  const before = await placesOf(page);
  release();
  await page.waitForSelector('[data-state=done] [data-direct] a');
  expect(await placesOf(page)).toEqual({ top: before.top, before: false });
  expect(await page.locator('[data-direct] li > a').first().textContent()).toBe('县民政局');
  await page.close();
});

test('pages that come with the results stand above them', async () => {
  const page = await browser.newPage();
  // The second question finds everything in memory, however slow the machine is.
  await page.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('公告')}`);
  await page.waitForSelector('[data-state=done] li[data-result]');
  await page.fill('input[name=q]', '县民政局');
  await page.waitForSelector('[data-state=done] [data-direct] a[href$="civil-affairs/"]');
  expect((await placesOf(page)).before).toBe(true);
  await page.close();
});

test.each([
  // A number that is nobody's is not called.
  ['县民政局', '电话：0000-0000001', 0],
  ['县热线中心', '电话：12345', 1],
  ['县教育局', '电话：0000-0000002、0000-0000003（招生）', 0],
  ['县审计局', '电话：未登记', 0],
  ['公开指南', '', 0],
])(
  '%s has its telephone at once (%s), or it is said that none is known',
  async (query, line, calls) => {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent(query)}`);
    const item = page.locator('[data-state=done] [data-direct] li').first();
    expect(await item.locator('> a').textContent()).toBe(query);
    expect((await item.locator('[data-facts]').allTextContents()).join('').trim()).toBe(line);
    expect(await item.locator('a[href^="tel:"]').count()).toBe(calls);
    await page.close();
  },
);
