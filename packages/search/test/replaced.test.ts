/** An index whose place another takes while somebody searches. */
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex, type SearchDocument } from '@columns/search/build';
import { launchBrowser, makeTempDir, type ServedFolder, type TempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSearchSite } from './site.ts';

let folder: TempDir;
let served: ServedFolder;
let browser: Browser;
let page: Page;

const notice = (year: number, title: string): SearchDocument => ({
  url: `${year}/notice/`,
  title,
  blocks: ['停水通知请互相转告', `${title}自发布之日起执行`],
  meta: { date: `${year}-05-06`, path: '通知公告' },
});
const BEFORE = [notice(2025, '城北停水公告'), notice(2024, '城南停水公告')];
const AFTER = [notice(2026, '城西停水公告'), notice(2023, '城东停水公告')];

const at = (name: string) => join(folder.path, name);
/** Puts one of the two indexes where the page looks for it. */
async function deploy(name: 'before' | 'after'): Promise<void> {
  await rm(at('pagefind'), { recursive: true, force: true });
  await cp(at(name), at('pagefind'), { recursive: true });
}

beforeAll(async () => {
  folder = await makeTempDir('replaced');
  ({ served } = await serveSearchSite(folder.path, BEFORE));
  await rename(at('pagefind'), at('before'));
  await buildIndex({ documents: AFTER, outDir: at('after'), site: 'anyue' });
  browser = await launchBrowser();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await deploy('before');
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await folder.remove();
});

async function open(query: string): Promise<void> {
  await page.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('[data-state=done], [data-state=error]');
}

async function ask(query: string): Promise<void> {
  await page.fill('input[name=q]', query);
  await page.press('input[name=q]', 'Enter');
  await page.waitForSelector('[data-search]:is([data-state=done], [data-state=error])');
}

const titles = () => page.locator('li[data-result] > a').allTextContents();

test('a page that was open asks the new one, and shows nothing of the old', async () => {
  await open('城北');
  expect(await titles()).toEqual(['城北停水公告']);
  await deploy('after');
  await ask('停水');
  expect(await titles()).toEqual(['城西停水公告', '城东停水公告']);
});

test('a memory that still has the old opening leads to the new one', async () => {
  const old = await readFile(at('before/opening.pf_pack'));
  await deploy('after');
  await page.route('**/opening.pf_pack', (route) => route.fulfill({ body: old }));
  await open('停水');
  expect(await titles()).toEqual(['城西停水公告', '城东停水公告']);
});

test('what near answers know comes from the new one as well', async () => {
  await page.goto(`${served.origin}/anyue/search/`);
  const reader = page.waitForResponse('**/pagefind/reader/**');
  await page.focus('input[name=q]');
  await reader;
  await deploy('after');
  await ask('城西庭水公告');
  expect(await page.locator('[data-near-result] > a').allTextContents()).toContain('城西停水公告');
});

test('one of which only the head has arrived is said not to be readable, until the rest is there', async () => {
  await cp(at('after/search.json'), at('pagefind/search.json'));
  await cp(at('after/opening.pf_pack'), at('pagefind/opening.pf_pack'));
  await rm(at('pagefind/parts'), { recursive: true });
  await open('停水');
  expect(await page.textContent('[data-total]')).toContain('暂时读不到检索数据');
  expect(await titles()).toEqual([]);
  await deploy('after');
  await page.click('[data-retry]');
  await page.waitForSelector('[data-state=done]');
  expect(await titles()).toEqual(['城西停水公告', '城东停水公告']);
});
