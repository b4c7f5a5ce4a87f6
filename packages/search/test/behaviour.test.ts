import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildIndex, type SearchDocument } from '@columns/search/build';
import type { SearchAnswer } from '@columns/search/client';
import { launchBrowser, makeTempDir, type ServedFolder, type TempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAll, urls } from './ask.ts';
import { makeCorpus, makeRegister } from './corpus.ts';
import { scoreClasses } from './exact.ts';
import { serveSearchSite } from './site.ts';
import { truth } from './truth.ts';

type Made = Partial<SearchDocument> & { date?: string };

function made(url: string, title: string, blocks: SearchDocument['blocks'], more: Made = {}) {
  const { date = '2020-01-01', ...rest } = more;
  return { url, title, blocks: blocks ?? [], meta: { date, path: '测试' }, ...rest };
}

const ranked = [
  made('exact/', '燃气价格', ['无'], { date: '2001-01-01' }),
  made('title-old/', '关于调整燃气价格的通知', ['无'], { date: '2010-01-01' }),
  made('title-ended/', '燃气价格听证公告', ['无'], { date: '2022-01-01', ended: true }),
  made('title-new/', '燃气价格执行标准', ['无'], { date: '2021-01-01' }),
  made('heading/', '公用事业收费', [{ text: '一、燃气价格', heading: true }, '详见附表。']),
  made('body-new/', '某次会议', ['会上通报了燃气价格。'], { date: '2024-01-01' }),
  made('body-old/', '另一次会议', ['会上通报了燃气价格。'], { date: '2003-01-01' }),
];
const kinds = ['名录清单', '通知公告', '办事指南'].map((kind, index) =>
  made(`kind-${['list', 'notice', 'guide'][index]}/`, `样本${index}`, ['发放取暖补助。'], {
    date: `${2024 - index}-01-01`,
    filters: { kind: [kind] },
  }),
);
const years = [
  made('year-title/', '2019年的事后来怎样', ['发放取暖救助。'], { date: '2023-01-01' }),
  made('year-right/', '某次安排', ['2019年发放取暖救助。'], { date: '2019-05-01' }),
];
const numbered = [
  made('numbered/', '某办法', ['青政办〔2020〕7号', '正文。'], { names: ['青政办〔2020〕7号'] }),
  made('cites/', '某公报', ['本期刊登青政办〔2020〕7号。'], { date: '2023-01-01' }),
];
const allowance = [made('allowance/', '高龄津贴办事指南', ['八十周岁以上的居民可以申请。'])];
const filtered = ['社会救助', '社会救助', '义务教育'].map((domain, index) =>
  made(`f${index}/`, `筛选样本${index}`, ['筛选用的正文甲'], {
    date: `${2020 + index}-03-03`,
    filters: { domain: index === 1 ? [domain, '义务教育'] : [domain], kind: ['通知公告'] },
  }),
);
const register = makeRegister('long-list');
const documents = [
  ...makeCorpus(),
  register,
  makeRegister('longer', 90),
  ...ranked,
  ...allowance,
  ...kinds,
  ...years,
  ...numbered,
  ...filtered,
];

let browser: Browser;
let page: Page;
let folder: TempDir;
let served: ServedFolder;

beforeAll(async () => {
  folder = await makeTempDir('search');
  // Small parts, so that several answer together.
  ({ served } = await serveSearchSite(folder.path, documents, { partSize: 25 }));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${served.origin}/anyue/search/`);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await folder?.remove();
});

async function ask(...questions: Parameters<typeof askAll>[1]): Promise<SearchAnswer> {
  const [answer] = await askAll(page, questions);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

test('a few queries of each class find what a plain search finds', async () => {
  const scores = await scoreClasses(page, documents, 8);
  for (const [name, { recall, precision, finding }] of Object.entries(scores)) {
    expect([recall, precision], name).toEqual([1, 1]);
    expect(finding, name).toBeGreaterThan(0);
  }
});

describe('the order of results', () => {
  test('the very title, then titles, headings and text; the still valid and the newer first', async () => {
    expect(urls(await ask('燃气价格'))).toEqual([
      'exact/',
      'title-new/',
      'title-old/',
      'title-ended/',
      'heading/',
      'body-new/',
      'body-old/',
    ]);
  });

  test('with several terms, what has them all in its title comes first', async () => {
    expect(urls(await ask('价格 燃气')).slice(0, 2)).toEqual(['exact/', 'title-new/']);
    expect(urls(await ask('燃气 标准'))[0]).toBe('title-new/');
  });

  test('a document number finds its own document before a newer one that cites it', async () => {
    expect(urls(await ask('青政办〔2020〕7号'))).toEqual(['numbered/', 'cites/']);
  });

  test('guides stand before notices and notices before tables, where words stand in like places', async () => {
    expect(urls(await ask('取暖补助'))).toEqual(['kind-guide/', 'kind-notice/', 'kind-list/']);
  });

  test('a year beside other words counts by the date of a document, not by its place', async () => {
    expect(urls(await ask('取暖救助 2019'))).toEqual(['year-right/', 'year-title/']);
  });

  test('by date, nothing else counts', async () => {
    const answer = await ask({ query: '燃气价格', sort: 'date' });
    const dates = answer.results.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(answer.results.find(({ ended }) => ended)?.url).toBe('title-ended/');
  });
});

describe('a document of several pages', () => {
  const row = (number: number) => {
    const all = [register, ...(register.pages ?? [])].flatMap(({ blocks }) => blocks ?? []);
    return String(all.find((each, index) => all[index - 2] === String(number) && each));
  };

  test('is one result, and links to the pages in which the words stand', async () => {
    const { results } = await ask(`${row(45)} 每季度更新`);
    const found = results.find(({ url }) => url === register.url);
    expect(found?.pages).toContainEqual({ url: `${register.url}rows/3/`, label: '第 3 页' });
    expect(urls(await ask(`${row(45)} 每季度更新`))).toEqual(
      truth(documents, `${row(45)} 每季度更新`),
    );
  });

  test('all terms must stand in it, on whatever page', async () => {
    const query = `${row(5)} ${row(25)} ${row(45)}`;
    expect(urls(await ask(query))).toEqual([register.url]);
  });

  test('is not found by the number of a page, and quotes the row', async () => {
    expect(urls(await ask('（第 2 页）'))).toEqual([]);
    const { results } = await ask(row(45));
    const excerpt = results.find(({ url }) => url === register.url)?.excerpt;
    expect(excerpt?.marks.length).toBeGreaterThan(0);
  });
});

describe('filters', () => {
  test('count what the other filters leave, and narrow the results', async () => {
    const all = await ask('筛选用的正文');
    expect(all.filters).toEqual({
      county: [{ value: 'anyue', count: 3 }],
      domain: [
        { value: '义务教育', count: 2 },
        { value: '社会救助', count: 2 },
      ],
      kind: [{ value: '通知公告', count: 3 }],
      year: ['2022', '2021', '2020'].map((value) => ({ value, count: 1 })),
    });
    const some = await ask({ query: '筛选用的正文', filters: { domain: '社会救助' } });
    expect(urls(some)).toEqual(['f1/', 'f0/']);
    expect(some.filters['domain']).toEqual(all.filters['domain']);
    expect(some.filters['year']?.map(({ value }) => value)).toEqual(['2021', '2020']);
    const none = await ask({
      query: '筛选用的正文',
      filters: { domain: '社会救助', year: '2022' },
    });
    expect([none.total, none.filters['domain']]).toEqual([0, [{ value: '义务教育', count: 1 }]]);
  });

  test('stand in the address, are taken from it, and show in boxes with counts', async () => {
    const shared = await browser.newPage();
    const query = new URLSearchParams({ q: '筛选用的正文', domain: '社会救助', sort: 'date' });
    await shared.goto(`${served.origin}/anyue/search/?${query}`);
    await shared.waitForSelector('[data-state=done]');
    expect(await shared.textContent('[data-total]')).toBe('共找到 2 条。');
    const box = shared.locator('select[name=domain]');
    expect(await box.locator('option').allTextContents()).toEqual([
      '全部',
      '义务教育（2）',
      '社会救助（2）',
    ]);
    await box.selectOption('义务教育');
    await shared.waitForFunction(() => location.search.includes(encodeURIComponent('义务教育')));
    await shared.waitForFunction(() =>
      document.querySelector('li[data-result] a')?.getAttribute('href')?.includes('/f2/'),
    );
    expect(new URL(shared.url()).searchParams.get('sort')).toBe('date');
    await shared.selectOption('select[name=year]', '2021');
    await shared.waitForFunction(() => document.querySelectorAll('li[data-result]').length === 1);
    expect(await shared.isHidden('select[name=town]')).toBe(true);
    await shared.close();
  });
});

describe('near answers', () => {
  const near = (query: string) => ask({ query, near: true });

  test('stand apart from the exact results, each with what was asked instead', async () => {
    const answer = await near('老人补贴怎么领');
    expect([answer.total, urls(answer)]).toEqual([0, []]);
    expect(answer.near.map(({ url, also }) => [url, also])).toContainEqual([
      'allowance/',
      '高龄津贴',
    ]);
    expect(urls(await near('燃气价格'))).toEqual(urls(await ask('燃气价格')));
  });

  test.each([['高龄津帖'], ['津贴高龄'], ['gaolingjintie'], ['八十岁老人领多少钱']])(
    '%s is answered with what was meant',
    async (query) => {
      const answer = await near(query);
      expect([answer.total, answer.near[0]?.url]).toEqual([0, 'allowance/']);
    },
  );

  test('repeat no exact result, and come only where those are few', async () => {
    const few = await near('高龄津贴');
    expect(urls(few)).toContain('allowance/');
    expect(few.near.map(({ url }) => url)).not.toContain('allowance/');
    expect((await near('请于工作日办理')).near).toEqual([]);
  });

  test('are not asked where nobody wants them', async () => {
    expect((await ask('高龄津帖')).near).toEqual([]);
  });

  test('nonsense finds nothing, and the page says where to go on', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('紫色大象跳舞')}`);
    await shown.waitForSelector('[data-state=done]');
    expect(await shown.locator('li[data-result], li[data-near-result]').count()).toBe(0);
    expect(await shown.locator('[data-direct] a[href]').count()).toBe(0);
    expect(await shown.isVisible('[data-help]')).toBe(true);
    expect(await shown.textContent('[data-total]')).toContain('没有找到相关内容');
    await shown.close();
  });

  test('are a list of their own under a heading, and the first list stays empty', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('高龄津帖')}`);
    await shown.waitForSelector('ol[data-near] > li[data-near-result]');
    await shown.waitForSelector('[data-state=done]');
    expect(await shown.locator('ol[data-results] > li').count()).toBe(0);
    expect(await shown.textContent('li[data-near-result]')).toContain('也查了：高龄津贴');
    expect(await shown.textContent('[data-total]')).toMatch(
      /^没有完全相符的，下面有 \d 条相近的。$/,
    );
    expect(await shown.isHidden('[data-help]')).toBe(true);
    await shown.fill('input[name=q]', '燃气价格');
    await shown.waitForSelector('li[data-result]');
    await shown.waitForSelector('[data-state=done]');
    expect(await shown.locator('li[data-near-result]').count()).toBe(0);
    await shown.close();
  });

  test('the exact results stand where the words do not arrive', async () => {
    const context = await browser.newContext();
    await context.route('**/*.pf_words', (route) => route.abort());
    const shown = await context.newPage();
    await shown.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('高龄津贴')}`);
    await shown.waitForSelector('[data-state=done] li[data-result]');
    await context.close();
  });
});

describe('without a mouse', () => {
  test('a slash goes to the box, arrows walk the results', async () => {
    const keyed = await browser.newPage();
    await keyed.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('燃气价格')}`);
    await keyed.waitForSelector('[data-state=done]');
    const focused = () =>
      keyed.evaluate(
        () => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName,
      );
    await keyed.keyboard.press('/');
    expect(await focused()).toBe('INPUT');
    await keyed.keyboard.type('1/2');
    expect(await keyed.inputValue('input[name=q]')).toBe('1/2');
    await keyed.fill('input[name=q]', '燃气价格');
    await keyed.waitForSelector('[data-suggestions] li');
    await keyed.keyboard.press('Escape');
    await keyed.keyboard.press('ArrowDown');
    await keyed.keyboard.press('ArrowDown');
    expect(await focused()).toContain('/title-new/');
    await keyed.keyboard.press('ArrowUp');
    await keyed.keyboard.press('ArrowUp');
    expect(await focused()).toBe('INPUT');
    await keyed.close();
  });
});

describe('while somebody types', () => {
  const value = (shown: Page) => shown.inputValue('input[name=q]');

  test('names are suggested, chosen with arrows and Enter, and Escape closes', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/`);
    await shown.focus('input[name=q]');
    await shown.keyboard.type('高龄');
    await shown.waitForSelector('[role=listbox] [role=option]');
    const box = shown.locator('input[role=combobox]');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await shown.keyboard.press('Escape');
    expect(await shown.isHidden('[role=listbox]')).toBe(true);
    expect([await value(shown), await box.getAttribute('aria-expanded')]).toEqual([
      '高龄',
      'false',
    ]);
    await shown.keyboard.type('津');
    await shown.waitForSelector('[role=option]');
    await shown.keyboard.press('ArrowDown');
    const chosen = await shown.textContent('[role=option][aria-selected=true]');
    const active = (await box.getAttribute('aria-activedescendant')) ?? '';
    expect(await shown.textContent(`#${active}`)).toBe(chosen);
    await shown.keyboard.press('Enter');
    expect(await value(shown)).toBe(chosen);
    await shown.waitForSelector('[data-state=done] li[data-result], li[data-near-result]');
    expect(await shown.isHidden('[role=listbox]')).toBe(true);
    await shown.close();
  });

  test('nothing opens while an input method composes', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/`);
    await shown.focus('input[name=q]');
    const session = await shown.context().newCDPSession(shown);
    await session.send('Input.imeSetComposition', {
      text: '高龄',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await shown.waitForTimeout(600);
    expect(await shown.isHidden('[role=listbox]')).toBe(true);
    await session.send('Input.insertText', { text: '高龄' });
    await shown.waitForSelector('[role=option]');
    await shown.close();
  });

  test('a first look at the box opens the index, before anything is asked', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/`);
    const opened = shown.waitForRequest('**/opening.pf_pack');
    await shown.focus('input[name=q]');
    await opened;
    await shown.close();
  });

  test('each query has its place in the history, half a word has none', async () => {
    const shown = await browser.newPage();
    await shown.goto(`${served.origin}/anyue/search/`);
    const asked = (query: string) =>
      shown.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, query);
    await shown.focus('input[name=q]');
    await shown.keyboard.type('燃气');
    await asked('燃气');
    await shown.keyboard.type('价格');
    await asked('燃气价格');
    await shown.keyboard.press('Enter');
    await shown.fill('input[name=q]', '工作日');
    await asked('工作日');
    await shown.goBack();
    await asked('燃气价格');
    expect(await value(shown)).toBe('燃气价格');
    await shown.goBack();
    await shown.waitForFunction(() => location.search === '');
    expect(await value(shown)).toBe('');
    await shown.close();
  });
});

test('the newest part answers first, and the count says that it grows', async () => {
  const slow = await browser.newPage();
  const { parts } = await (await fetch(`${served.origin}/anyue/pagefind/search.json`)).json();
  expect(parts.length).toBeGreaterThan(2);
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await slow.context().route(`**/parts/${parts.at(-1).key}/words.*`, async (route) => {
    await held;
    await route.continue();
  });
  await slow.goto(`${served.origin}/anyue/search/?q=${encodeURIComponent('请于工作日办理')}`);
  await slow.waitForSelector('li[data-result]');
  expect(await slow.textContent('[data-total]')).toMatch(/^已找到 \d+ 条，其余部分正在查找……$/);
  expect(await slow.getAttribute('[data-search]', 'data-state')).toBe('busy');
  release();
  await slow.waitForSelector('[data-state=done]');
  const all = truth(documents, '请于工作日办理').length;
  expect(await slow.textContent('[data-total]')).toBe(`共找到 ${all} 条。`);
  await slow.close();
});

describe('several counties', () => {
  const here = makeCorpus(8);
  const there = makeCorpus(30).slice(20);
  const bundles = ['here', 'there'].map((name) => ({ path: `../${name}/`, name: `${name}县` }));

  beforeAll(async () => {
    await mkdir(join(folder.path, 'here'), { recursive: true });
    await rm(join(folder.path, 'here'), { recursive: true });
    await buildIndex({ documents: here, outDir: join(folder.path, 'here'), site: '此县' });
    await buildIndex({ documents: there, outDir: join(folder.path, 'there'), site: '彼县' });
  });

  test('are searched by one client, each result with its county, and narrowed by county', async () => {
    const [all, one] = await askAll(
      page,
      ['号', { query: '号', filters: { county: '彼县' } }],
      bundles,
    );
    expect(urls(all as SearchAnswer).sort()).toEqual(
      [...truth(here, '号'), ...truth(there, '号')].sort(),
    );
    expect(all?.filters['county']?.map(({ value }) => value).sort()).toEqual(['彼县', '此县']);
    expect(urls(one as SearchAnswer).sort()).toEqual(truth(there, '号'));
    expect(new Set(one?.results.map(({ bundle }) => bundle))).toEqual(new Set([1]));
    expect(one?.results[0]?.meta['site']).toBe('彼县');
  });

  test('one whose index is missing is named, and the others answer', async () => {
    const [answer] = await askAll(page, ['号'], [...bundles, { path: '../gone/', name: '失县' }]);
    expect(answer?.missing).toEqual(['失县']);
    expect(answer?.total).toBe(truth(here, '号').length + truth(there, '号').length);
  });

  test.each([
    ['parts', 'here', there],
    ['cards', 'here', there],
    ['cards', 'there', here],
  ])('one that lacks its %s (%s) fails alone and is named', async (lacking, county, others) => {
    const answer = await askWithout(lacking, county);
    expect(answer.missing).toEqual([`${county}县`]);
    expect(urls(answer).sort()).toEqual(truth(others, '号').sort());
  });

  test.each([
    ['here', 'here'],
    ['here', 'there'],
    ['there', 'here'],
    ['there', 'there'],
  ])(
    'one that lacks its reader (%s) answers with that of another, whichever comes late (%s)',
    async (county, late) => {
      const answer = await askWithout('reader', county, late);
      expect(answer.missing).toEqual([]);
      expect(urls(answer).sort()).toEqual([...truth(here, '号'), ...truth(there, '号')].sort());
    },
  );

  /** What both answer where a folder of one cannot be had, and all of one takes its time. */
  async function askWithout(lacking: string, county: string, late = 'none'): Promise<SearchAnswer> {
    const alone = await browser.newContext();
    await alone.route(`**/${late}/**`, async (route) => {
      await setTimeout(300);
      await route.fallback();
    });
    await alone.route(`**/${county}/${lacking}/**`, (route) => route.fulfill({ status: 404 }));
    const own = await alone.newPage();
    await own.goto(`${served.origin}/anyue/search/`);
    const [answer] = await askAll(own, ['号'], bundles);
    await alone.close();
    return answer as SearchAnswer;
  }
});
