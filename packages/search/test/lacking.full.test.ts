/** An index of which one file does not arrive, each in turn. */
import type { SearchDocument } from '@columns/search/build';
import { launchBrowser, makeTempDir, type ServedFolder, type TempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSearchSite } from './site.ts';

const meta = (date: string) => ({ date, path: '养老服务 / 老年人补贴' });
const DOCUMENTS: readonly SearchDocument[] = [
  {
    url: '2026/notice/',
    title: '高龄津贴发放公告',
    blocks: ['按月发放'],
    meta: meta('2026-03-02'),
  },
  { url: '2026/guide/', title: '高龄津贴办事指南', blocks: ['到村里办'], meta: meta('2026-02-01') },
  {
    url: '2019/elder/',
    title: '老年人优待办法',
    blocks: ['凭优待证乘车'],
    meta: meta('2019-05-01'),
  },
  {
    url: '2018/elder/',
    title: '老年人免费乘车',
    blocks: ['高龄津贴另行发放'],
    meta: meta('2018-05-01'),
  },
];
/** Found in a text, near a title, and a page of its own: all that an answer may have. */
const QUERY = '老年人优待';

let folder: TempDir;
let served: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  folder = await makeTempDir('lacking');
  ({ served } = await serveSearchSite(folder.path, DOCUMENTS, {
    partSize: 2,
    nearTerms: [{ everyday: ['老年人优待'], official: ['高龄津贴'] }],
    direct: [{ k: 'item', t: '养老服务：老年人优待', u: 'domains/elder/benefits/' }],
  }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await folder.remove();
});

interface Shown {
  exact: string[];
  beside: string[];
  said: string;
  state: string | undefined;
}

/** Types the question, so that suggestions are asked for as well, and asks it. */
async function ask(page: Page): Promise<Shown> {
  await page.fill('input[name=q]', QUERY);
  await page.press('input[name=q]', 'Enter');
  await page.waitForSelector('[data-search]:is([data-state=done], [data-state=error])');
  return shownOn(page);
}

async function shownOn(page: Page): Promise<Shown> {
  return {
    exact: await page.locator('li[data-result] > a').allTextContents(),
    beside: await page.locator(':is([data-near], [data-direct]) li > a').allTextContents(),
    said: (await page.textContent('[data-total]')) ?? '',
    state: await page.evaluate(
      () => document.querySelector<HTMLElement>('[data-search]')?.dataset.state,
    ),
  };
}

/** What the exact results alone ask for. */
async function filesOfExact(page: Page): Promise<Set<string>> {
  served.requests.length = 0;
  await page.evaluate(async (query) => {
    const { createSearch } = globalThis as unknown as typeof import('@columns/search/client');
    await createSearch({ bundlePath: '../pagefind/' }).ask(query);
  }, QUERY);
  return new Set(served.requests.map(({ path }) => path));
}

test('the exact results stand without what they do not need; a sentence says what is lacking, and the next try has all', async () => {
  const page = await browser.newPage();
  const open = () => page.goto(`${served.origin}/anyue/search/`);
  // A page whose requests are looked at has no memory of its own.
  await page.route('**/nothing', (route) => route.abort());
  await open();
  served.requests.length = 0;
  const all = await ask(page);
  expect(all.exact).toEqual(['老年人优待办法']);
  expect(all.beside).toEqual(expect.arrayContaining(['高龄津贴办事指南', '养老服务：老年人优待']));
  const asked = new Set(served.requests.map(({ path }) => path));
  await open();
  const needed = await filesOfExact(page);
  const files = [...asked].filter((path) => /\/pagefind\/|\/beyond\.ts$/u.test(path));
  expect(files.filter((file) => !needed.has(file)).length).toBeGreaterThan(4);
  for (const file of files) {
    await open();
    await page.route(`**${file}*`, (route) => route.fulfill({ status: 404, body: '' }));
    const { exact, beside, said, state } = await ask(page);
    if (state === 'error') {
      expect(needed, file).toContain(file);
      expect(said, file).toContain('请检查网络后重试');
    } else {
      expect(exact, file).toEqual(all.exact);
      if (beside.join() !== all.beside.join()) expect(said, file).toContain('没有全部读到');
    }
    await page.unroute(`**${file}*`);
    if (!(await page.isVisible('[data-retry]'))) continue;
    await page.click('[data-retry]');
    await page.waitForSelector('[data-state=done]:has([data-near] a)');
    expect(await shownOn(page), file).toEqual(all);
  }
  await page.close();
});
