import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex, type SearchDocument } from '@columns/search/build';
import type { SearchAnswer } from '@columns/search/client';
import { launchBrowser, makeTempDir, type ServedFolder, type TempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCorpus, pick, seeded } from './corpus.ts';
import { serveSearchSite } from './site.ts';
import { textsOf, truth } from './truth.ts';

const MARKUP = '<img src=x onerror=alert(1)>';

function made(id: string, title: string, blocks: string[], date = '2001-01-01'): SearchDocument {
  return { url: `/anyue/2001/${id}/`, title, blocks, meta: { date, path: '测试' } };
}

const special = [
  made('number', '办公室文件', ['根据六政办秘〔2020〕94号文件要求，按 “放管服” 办理。']),
  made('edges', '两个段落', ['最后几个字是甲乙', '乙丙是开头几个字', '丁', '戊']),
  made('empty', '只有标题的空白公告', []),
  made('markup', `带标记的标题${MARKUP}`, [`段落里有${MARKUP}和 <b>粗体</b> 字样`]),
  made('beyond', '生僻字', ['村民𠮷田𡈽地，👨‍👩‍👧一家三口😀领取补助']),
  made('numbers', '值班安排', [
    '总机0800-2030405，分机0800-2030406-801，自2001-01-02起，编号2001-0001-0001-0001-0001-01。',
  ]),
  made('title', '燃气价格调整', ['无关内容'], '1999-01-01'),
  made('body', '另一件事', [
    `${'很长的开头。'.repeat(12)}正文里说到燃气价格调整的事情${'。后面还有'.repeat(40)}`,
  ]),
  made('', '没有日期与编号', ['𥔲石镇']),
];
const documents = [...makeCorpus(), ...special];

let browser: Browser;
let page: Page;
let folder: TempDir;
let served: ServedFolder;

beforeAll(async () => {
  folder = await makeTempDir('search');
  ({ served } = await serveSearchSite(folder.path, documents));
  browser = await launchBrowser();
  page = await browser.newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await folder?.remove();
});

async function open(query = ''): Promise<void> {
  await page.goto(
    `${served.origin}/anyue/search/${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`,
  );
}

/** Asks many questions of one client, as a page of the theme would. */
function askAll(queries: readonly string[], limit = 1000): Promise<SearchAnswer[]> {
  return page.evaluate(
    async ([all, limit]) => {
      const { createSearch } = globalThis as unknown as typeof import('@columns/search/client');
      const search = createSearch({ bundlePath: '../pagefind' });
      const answers = [];
      for (const query of all) answers.push(await search.ask(query, { limit }));
      search.close();
      return answers;
    },
    [queries, limit] as const,
  );
}

async function ask(query: string): Promise<SearchAnswer> {
  const [answer] = await askAll([query]);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function urls(answer: SearchAnswer): string[] {
  return answer.results.map((result) => result.url).sort();
}

describe('what is found', () => {
  beforeEach(() => open());

  test('any 1 to 20 characters of a block find the pages that hold them, and no other', async () => {
    const random = seeded(7);
    const queries = Array.from({ length: 80 }, () => {
      const chars = Array.from(pick(random, textsOf(pick(random, documents)).filter(Boolean)));
      const start = Math.floor(random() * chars.length);
      return chars.slice(start, start + 1 + Math.floor(random() * 20)).join('');
    });
    const answers = await askAll(queries);
    queries.forEach((query, index) => {
      const answer = answers[index];
      expect(answer && urls(answer), query).toEqual(truth(documents, query));
      expect(answer?.total, query).toBe(answer?.results.length);
    });
  });

  test('numbers, widths, cases, rare characters and signs are found as a plain search finds them', async () => {
    const queries = [
      '六政办秘〔2020〕94号',
      '六政办秘（２０２０）９４号',
      '六政办秘[2020]94号',
      '六政办秘【2020】94号',
      '六政办秘2020年94号',
      '六政办秘2020年第94号',
      '六政办秘2020-94号',
      '秘［2020］',
      'a级景区',
      'Ａ级景区',
      'public housing',
      'HOUSING',
      'publichousing',
      '𠮷',
      '𠮷田𡈽',
      '😀',
      '👨‍👩‍👧',
      '“放管服”',
      '<b>粗体</b>',
      '2020',
      '号',
      '男',
      '。',
      '：',
    ];
    const answers = await askAll(queries);
    queries.forEach((query, index) => {
      const answer = answers[index];
      expect(answer && urls(answer), query).toEqual(truth(documents, query));
      expect(answer?.total, query).toBeGreaterThan(0);
    });
  });

  test('a match does not run from one block into the next', async () => {
    const [edge, inside, across, cells, cell] = await askAll([
      '甲乙',
      '乙丙是',
      '甲乙丙',
      '丁戊',
      '丁',
    ]);
    expect([edge, inside, cell].map((answer) => answer?.total)).toEqual([1, 1, 1]);
    expect([across, cells].map((answer) => answer?.total)).toEqual([0, 0]);
  });

  test('several terms must all stand in the page, in any order', async () => {
    const queries = ['94号 放管服', '放管服　94号', '放管服 燃气', '青 村 女 第'];
    const answers = await askAll(queries);
    queries.forEach((query, index) => {
      const answer = answers[index];
      expect(answer && urls(answer), query).toEqual(truth(documents, query));
    });
    expect(answers.map((answer) => answer.total > 0)).toEqual([true, true, false, true]);
  });

  test('what is only said about a page does not find it', async () => {
    expect((await askAll(['notice', '测试', 'anyue'])).map((answer) => answer.total)).toEqual([
      0, 0, 0,
    ]);
  });

  test('a page with an empty body is found by its title', async () => {
    const { results } = await ask('空白公告');
    expect(results).toEqual([
      {
        url: '/anyue/2001/empty/',
        title: { text: '只有标题的空白公告', marks: [[5, 9]] },
        excerpt: { text: '', marks: [] },
        elsewhere: false,
        date: '2001-01-01',
        path: '测试',
        meta: { date: '2001-01-01', path: '测试', site: 'anyue', title: '只有标题的空白公告' },
        ended: false,
        pages: [],
        bundle: 0,
      },
    ]);
  });

  test('a match in the title comes before a newer one in the text, and the rest newest first', async () => {
    const found = (await ask('燃气价格调整')).results.map((result) => result.url);
    expect(found).toEqual(['/anyue/2001/title/', '/anyue/2001/body/']);
    const dates = (await ask('请于工作日办理')).results.map((result) => result.date);
    expect(dates.length).toBeGreaterThan(10);
    expect([...dates].sort().reverse()).toEqual(dates);
  });

  test('an excerpt quotes the text as it was written, with the match in it', async () => {
    const { results } = await ask('(2020)94');
    const excerpt = results.find((result) => result.url.endsWith('/number/'))?.excerpt;
    expect(excerpt?.text).toBe('根据六政办秘〔2020〕94号文件要求，按 “放管服” 办理。');
    expect(excerpt?.marks.map(([a, b]) => excerpt.text.slice(a, b))).toEqual(['〔2020〕94']);
    const body = (await ask('燃气价格调整')).results[1]?.excerpt;
    expect(body?.text).toMatch(/^….*正文里说到燃气价格调整的事情。.*…$/u);
    expect(body?.text.length).toBeLessThan(130);
  });
});

describe('odd queries get an orderly answer', () => {
  beforeEach(() => open());

  test('nothing finds nothing', async () => {
    for (const answer of await askAll(['', '   ', '\u3000', '\u200b'])) {
      expect(answer).toMatchObject({ total: 0, results: [], shortened: false, growing: false });
    }
  });

  test('markup, quotes, operators, emoji and lone surrogates are only text', async () => {
    const queries = [
      MARKUP,
      '"',
      '""',
      '"教育',
      '-教育',
      'a AND b',
      '*',
      '\\',
      '教育"招生',
      '___PAGEFIND_AUTO_WEIGHT___7',
      '\ud800',
      '😀😀',
      '\u0000',
      '%',
      '../../',
      'constructor __proto__',
    ];
    const answers = await askAll(queries);
    queries.forEach((query, index) => {
      const answer = answers[index];
      expect(answer && urls(answer), query).toEqual(truth(documents, query));
    });
  });

  test('only the first 100 characters of a longer query count', async () => {
    const answer = await ask('很长'.repeat(250));
    expect([answer.total, answer.shortened]).toEqual([0, true]);
  });
});

describe('the search page', () => {
  const state = (value: string) => page.waitForSelector(`[data-search][data-state=${value}]`);
  const total = () => page.textContent('[data-total]');

  test('a query in the address is answered, with links, paths, dates and marks', async () => {
    await open('94号文件');
    await state('done');
    const item = page.locator('ol[data-results] > li[data-result]').first();
    expect(await page.inputValue('input[name=q]')).toBe('94号文件');
    expect(await total()).toBe('共找到 1 条。');
    expect(await item.locator('a').getAttribute('href')).toBe(
      `${served.origin}/anyue/2001/number/#:~:text=${encodeURIComponent('94号文件')}`,
    );
    expect(await item.locator('time').textContent()).toBe('2001-01-01');
    expect(await item.locator('mark').allTextContents()).toEqual(['94号文件']);
  });

  test('results appear while typing, and the address follows', async () => {
    await open();
    await state('idle');
    await page.fill('input[name=q]', '工作日');
    await state('done');
    expect(new URL(page.url()).searchParams.get('q')).toBe('工作日');
    const expected = truth(documents, '工作日').length;
    expect(await total()).toBe(`共找到 ${expected} 条。`);
    expect(await page.locator('li[data-result]').count()).toBe(10);
    const relative = await page.locator('li[data-result] a').first().getAttribute('href');
    expect(relative).toMatch(/\/anyue\/20\d\d\/doc-\d+\/#:~:text=/u);

    await page.click('[data-more]');
    await page.waitForFunction(() => document.querySelectorAll('li[data-result]').length > 10);
    const focused = page.locator('li[data-result]').nth(10).locator('a:focus');
    expect(await focused.count()).toBe(1);

    await page.fill('input[name=q]', '');
    await state('idle');
    expect([await total(), new URL(page.url()).search]).toEqual(['', '']);
    expect(await page.locator('li[data-result]').count()).toBe(0);
  });

  test('markup in a query or a page stays text', async () => {
    await open(MARKUP);
    await state('done');
    expect(await page.locator('[data-search] img').count()).toBe(0);
    expect(await page.locator('li[data-result] a').textContent()).toBe(`带标记的标题${MARKUP}`);
  });

  test.each([
    ['自2001', ['自2001'], ['2001-01-02']],
    ['机0800-2030405，分', ['机0800-2030405，分'], []],
    ['2030', ['2030', '2030'], []],
  ])('a number with hyphens in an answer to %s is broken nowhere', async (query, marks, split) => {
    await open(query);
    await state('done');
    const quote = page
      .locator('li[data-result]', { hasText: '值班安排' })
      .locator('[data-excerpt]');
    expect(await quote.textContent()).toContain('分机0800-2030406-801，自2001-01-02起');
    const whole = await quote.locator('.nobreak').allTextContents();
    expect(whole).toEqual(['0800-2030405', '0800-2030406-801', '2001-01-02']);
    // A mark that ends within a number has a part on each side.
    const marked = await quote.locator('mark').allTextContents();
    expect(marked.join('')).toBe(marks.join(''));
    expect(marked.length).toBe(marks.length + split.length);
  });

  test('nothing found and a query too long are said in Chinese', async () => {
    await open('无'.repeat(500));
    await state('done');
    expect(await total()).toBe(
      '查询超过 100 个字，只按前 100 个字查找。没有找到相关内容。可以减少几个字，或换一种说法；多个词之间请用空格隔开。',
    );
    expect(await page.isHidden('[data-more]')).toBe(true);
  });
});

test('an index of no documents finds nothing', async () => {
  await buildIndex({ documents: [], outDir: join(folder.path, 'none') });
  await open();
  const total = await page.evaluate(async () => {
    const { createSearch } = globalThis as unknown as typeof import('@columns/search/client');
    return (await createSearch({ bundlePath: '../none' }).ask('公告')).total;
  });
  expect(total).toBe(0);
});

describe('an index that does not arrive', () => {
  const UNAVAILABLE = '暂时读不到检索数据。请检查网络后重试；也可以从公开目录中查找。';

  test.each([
    '{opening.*,search.json}',
    'reader/*/pagefind.js',
    'reader/*/wasm.*',
    '{opening.*,parts/*/words.*}',
    '{opening.*,parts/*/facts.*}',
    'parts/*/index/*',
    'cards/*/*',
  ])('is said when %s is missing, and the next try works', async (part) => {
    const missing = await browser.newPage();
    await missing.route(`**/pagefind/${part}*`, (route) =>
      route.fulfill({ status: 404, body: '' }),
    );
    await missing.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('工作日')}`);
    await missing.waitForSelector('[data-state=error]');
    expect(await missing.textContent('[data-total]')).toBe(UNAVAILABLE);
    await missing.unrouteAll();
    await missing.click('form button');
    await missing.waitForSelector('[data-state=done]');
    expect(await missing.locator('li[data-result]').count()).toBe(10);
    await missing.close();
  });

  test('of what the pack holds, nothing else is asked for, and without the pack all is', async () => {
    const [packed, bare] = [await browser.newPage(), await browser.newPage()];
    await packed.route('**/pagefind/{search.json,parts/*/*.*}', (route) => route.abort());
    await bare.route('**/pagefind/opening.*', (route) => route.fulfill({ status: 404, body: '' }));
    for (const each of [packed, bare]) {
      await each.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('工作日')}`);
      await each.waitForSelector('[data-state=done]');
      expect(await each.locator('li[data-result]').count()).toBe(10);
      await each.close();
    }
  });

  test('is asked for again when a packet was lost on the way', async () => {
    const lossy = await browser.newPage();
    const lost = new Set<string>();
    await lossy.route('**/{pagefind/**,src/client/worker.ts}*', (route) => {
      const address = route.request().url().split('?')[0] ?? '';
      if (lost.has(address)) return route.continue();
      lost.add(address);
      return route.abort('connectionreset');
    });
    await lossy.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('工作日')}`);
    await lossy.waitForSelector('[data-state=done]');
    expect(await lossy.locator('li[data-result]').count()).toBe(10);
    expect([...lost].some((address) => address.endsWith('worker.ts'))).toBe(true);
    await lossy.close();
  });

  test('is no fault of the browser when there is no network, and the network’s return asks again', async () => {
    const context = await browser.newContext();
    const away = await context.newPage();
    await away.goto(`${served.origin}/anyue/search/`);
    await context.setOffline(true);
    await away.fill('input[name=q]', '工作日');
    await away.waitForSelector('[data-state=error]');
    expect(await away.textContent('[data-total]')).toContain('没有连上网络');
    expect(await away.isVisible('[data-retry]')).toBe(true);
    await context.setOffline(false);
    await away.waitForSelector('[data-state=done]');
    expect(await away.locator('li[data-result]').count()).toBe(10);
    expect(await away.isVisible('[data-retry]')).toBe(false);
    await context.close();
  });

  test('is asked for again by a button', async () => {
    const again = await browser.newPage();
    await again.route('**/pagefind/**', (route) => route.fulfill({ status: 503, body: '' }));
    await again.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('工作日')}`);
    await again.waitForSelector('[data-state=error]');
    await again.unrouteAll();
    await again.click('[data-retry]');
    await again.waitForSelector('[data-state=done]');
    expect(await again.locator('li[data-result]').count()).toBe(10);
    await again.close();
  });

  test('is said when the whole folder is gone', async () => {
    const [from, to] = [join(folder.path, 'pagefind'), join(folder.path, 'gone')];
    await rename(from, to);
    await open('工作日');
    await page.waitForSelector('[data-state=error]');
    expect(await page.textContent('[data-total]')).toBe(UNAVAILABLE);
    await rename(to, from);
  });
});

test('a browser that cannot unpack by itself searches all the same', async () => {
  const old = await browser.newPage();
  const modern = await browser.newPage();
  // Only in the worker is anything unpacked.
  await old.route('**/src/client/inflate.ts', async (route) => {
    const response = await route.fetch();
    const text = `delete globalThis.DecompressionStream;\n${await response.text()}`;
    await route.fulfill({ response, body: text });
  });
  const answers = [];
  for (const each of [old, modern]) {
    const asked: string[] = [];
    each.on('request', (request) => asked.push(request.url()));
    await each.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('工作日')}`);
    await each.waitForSelector('[data-state=done]');
    answers.push({
      titles: await each.locator('li[data-result] a').allTextContents(),
      fallback: asked.some((address) => address.includes('fflate')),
    });
    await each.close();
  }
  expect(answers[0]?.titles).toEqual(answers[1]?.titles);
  expect(answers.map(({ fallback }) => fallback)).toEqual([true, false]);
});
