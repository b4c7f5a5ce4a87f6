import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const url = (path = '') => `${server.origin}/qingshan/${path}`;
const ENTRY = '2024/aid-rules/';

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterEach(() => context.close());

const mode = () => page.evaluate('document.documentElement.dataset.mode ?? "normal"');
const style = (selector: string, property: string) =>
  page.$eval(selector, (node, name) => getComputedStyle(node).getPropertyValue(name), property);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = async (name: string) => {
  if (!(await page.getByRole('group', { name: '显示和朗读' }).isVisible()))
    await button('显示和朗读').click();
  await page.getByRole('radio', { name, exact: true }).check();
};

describe('a reader’s way of display', () => {
  test('is one press away for the old, and one press back', async () => {
    await page.goto(url(ENTRY));
    await button('长者模式').click();
    expect(await mode()).toBe('elder');
    await button('退出长者模式').click();
    expect(await mode()).toBe('normal');
  });

  test('is kept on the next page and on the next visit', async () => {
    await page.goto(url());
    await choose('高对比');
    await page.goto(url(ENTRY));
    expect(await mode()).toBe('contrast');
    await page.close();
    page = await context.newPage();
    await page.goto(url('units/'));
    expect(await mode()).toBe('contrast');
  });

  test('is there before the page is, and nothing moves or flashes', async () => {
    await context.addInitScript(`
      localStorage.setItem('columns-display', '{"mode":"elder","size":"1"}');
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((e) => e.value)))
        .observe({ type: 'layout-shift', buffered: true });
      new MutationObserver((_, watch) => {
        if (!document.body) return;
        const { mode, size } = document.documentElement.dataset;
        window.atFirst = [mode, size];
        watch.disconnect();
      }).observe(document, { childList: true, subtree: true });
    `);
    await page.goto(url(ENTRY), { waitUntil: 'networkidle' });
    expect(await page.evaluate('window.atFirst')).toEqual(['elder', '1']);
    expect(await page.evaluate('window.shifts')).toEqual([]);
  });

  test('is followed by pages that are open already', async () => {
    await page.goto(url());
    const other = await context.newPage();
    await other.goto(url(ENTRY));
    await choose('深色');
    await other.waitForFunction(() => document.documentElement.dataset['mode'] === 'dark');
  });

  test('can be larger type, in two steps, in every mode', async () => {
    await page.goto(url(ENTRY));
    const sizes: number[] = [];
    for (const name of ['标准', '大', '特大']) {
      await page.getByRole('button', { name: '显示和朗读' }).focus();
      if (!(await page.locator('#display').isVisible())) await button('显示和朗读').click();
      await page
        .getByRole('group', { name: '字号' })
        .getByRole('radio', { name, exact: true })
        .check();
      sizes.push(Number.parseFloat(await style('.prose', 'font-size')));
    }
    expect(sizes[0]).toBe(18);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
    await choose('长者模式');
    expect(Number.parseFloat(await style('.prose', 'font-size'))).toBeGreaterThan(sizes[2] ?? 0);
  });

  test('without a choice is the system’s', async () => {
    for (const [colorScheme, paper] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(21, 23, 26)'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url(ENTRY));
      expect(await style('body', 'background-color')).toBe(paper);
    }
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    expect(await style('.crumbs', 'color')).toBe(await style('body', 'color'));
  });

  test('that the browser keeps nothing of holds for the page', async () => {
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })",
    );
    await page.goto(url(ENTRY));
    await button('长者模式').click();
    expect(await mode()).toBe('elder');
  });

  test('that is no way of ours is left alone', async () => {
    await context.addInitScript(
      'localStorage.setItem(\'columns-display\', \'{"mode":"x onload=1","size":9}\')',
    );
    await page.goto(url(ENTRY));
    expect(await mode()).toBe('normal');
  });

  test('never reaches the printer', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(url(ENTRY));
    const plain = await style('.prose', 'font-size');
    for (const name of ['dark', 'contrast', 'elder']) {
      await page.evaluate(`document.documentElement.dataset.mode = '${name}'`);
      expect(await style('body', 'background-color')).toBe('rgb(255, 255, 255)');
      expect(await style('body', 'color')).toBe('rgb(0, 0, 0)');
      expect(await style('.prose', 'font-size')).toBe(plain);
    }
    expect(await page.locator('.access ul').isVisible()).toBe(false);
  });
});

describe('the panel', () => {
  test('opens and closes by keyboard, says so, and is no burden to anyone', async () => {
    await page.goto(url(ENTRY));
    const open = button('显示和朗读');
    await open.focus();
    await page.keyboard.press('Enter');
    expect(await open.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await mode()).toBe('elder');
    expect(await page.getByRole('radio', { name: '长者模式' }).isChecked()).toBe(true);
    await open.press('Enter');
    expect(await open.getAttribute('aria-expanded')).toBe('false');
  });

  test('without scripts is a page that says what the browser can do itself', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const tab = await plain.newPage();
    await tab.goto(url(ENTRY));
    await tab.getByRole('link', { name: '显示和朗读' }).click();
    expect(tab.url()).toBe(url('access/'));
    expect(await tab.textContent('main')).toContain('不运行脚本时');
    await tab.goto(url(ENTRY));
    await tab.getByRole('link', { name: '长者模式' }).click();
    expect(tab.url()).toBe(url('elder/'));
    expect(await tab.locator('.elder-choices > li').count()).toBe(8);
    await plain.close();
  });
});

describe('in 长者模式', () => {
  beforeEach(async () => {
    await context.addInitScript('localStorage.setItem(\'columns-display\', \'{"mode":"elder"}\')');
  });

  test('the pointer is larger, from our own host', async () => {
    await page.goto(url(ENTRY));
    for (const selector of ['body', 'a']) {
      const cursor = await style(selector, 'cursor');
      const [image] = /http[^")]+/.exec(cursor) ?? [];
      expect(image).toContain(`${server.origin}/qingshan/`);
      expect((await page.request.get(String(image))).status()).toBe(200);
    }
  });

  test('controls are at least 60 pixels high', async () => {
    await page.goto(url());
    const box = await page.locator('.lead .search button').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(60);
  });

  test('the home page is eight buttons, and nothing else but its title, the search and the menu', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(url());
    const seen = await page.locator('main .elder-choice').all();
    expect(seen).toHaveLength(8);
    for (const one of seen) expect(await one.isVisible()).toBe(true);
    expect(await page.locator('#domains').isVisible()).toBe(false);
    expect(await button('菜单').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await button('退出长者模式').click();
    expect(await page.locator('.elder-home').isVisible()).toBe(false);
    expect(await page.locator('#domains').isVisible()).toBe(true);
  });

  test('one question a screen leads from the home page to a 一次告知单, and back', async () => {
    await page.goto(url());
    await page.getByRole('link', { name: '办事 要带什么，去哪儿办' }).click();
    expect(await page.textContent('h1')).toMatch(/^您要办/);
    await page.locator('main .elder-choice').first().click();
    expect(new URL(page.url()).pathname).toMatch(/\/sheet\/$/);
    expect(await page.textContent('.one-sheet-kind')).toBe('一次告知单');
    await page.goBack();
    await page.getByRole('link', { name: '上一步' }).click();
    expect(page.url()).toBe(url('elder/'));
  });

  test('each page has home and telephone at its foot, above nothing that it hides', async () => {
    await page.goto(url(ENTRY));
    const bar = page.getByRole('navigation', { name: '长者模式常用' });
    await bar.waitFor();
    expect(await bar.getByRole('link', { name: '首页' }).getAttribute('href')).toBe('/qingshan/');
    expect(await bar.getByRole('link', { name: '打电话' }).isVisible()).toBe(true);
    expect(await bar.getByRole('button', { name: '读给我听' }).isVisible()).toBe(false);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const [foot, top] = await page.evaluate(() => [
      document.querySelector('.footer')?.getBoundingClientRect().bottom ?? 0,
      document.querySelector('.elder-bar')?.getBoundingClientRect().top ?? 0,
    ]);
    expect(foot).toBeLessThanOrEqual((top ?? 0) + 1);
    await button('退出长者模式').click();
    expect(await bar.isVisible()).toBe(false);
  });
});

test('skip links lead to the text and to the search', async () => {
  await page.goto(url(ENTRY));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.goto(url(ENTRY));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到检索');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.name')).toBe('q');
});

test('in a system’s forced colours bars and marks keep an edge', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(url());
  expect(await style('.nav', 'border-top-style')).toBe('solid');
  expect(await style('.brand-seal', 'border-top-style')).toBe('solid');
});

describe('reading aloud', () => {
  /** A browser with voices, which tells at once that it has spoken. */
  const withVoices = (voices: readonly object[]) => `
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => ${JSON.stringify(voices)},
      addEventListener() {},
      speak(words) {
        window.spoken.push(words.text);
        const block = document.querySelector('[data-reading]');
        window.marked = (window.marked ?? []).concat(block ? block.tagName : 'none');
        if (!window.held) setTimeout(() => words.onend());
      },
      cancel() {}, pause() { window.paused = true; }, resume() { window.paused = false; },
    } });`;
  const LOCAL = { lang: 'zh-CN', localService: true, name: '本机' };

  test('is offered only where there is a Chinese voice on the machine', async () => {
    for (const [voices, shown] of [
      [[LOCAL], true],
      [[{ ...LOCAL, lang: 'zh_CN' }], true],
      [[{ ...LOCAL, localService: false }], false],
      [[{ ...LOCAL, lang: 'en-US' }], false],
      [[], false],
    ] as const) {
      const tab = await context.newPage();
      await tab.addInitScript(withVoices(voices));
      await tab.goto(url(ENTRY));
      await tab.getByRole('button', { name: '显示和朗读' }).click();
      expect(await tab.getByRole('button', { name: '朗读正文' }).isVisible()).toBe(shown);
      await tab.getByRole('button', { name: '长者模式', exact: true }).click();
      await tab.getByRole('navigation', { name: '长者模式常用' }).waitFor();
      expect(await tab.getByRole('button', { name: '读给我听' }).isVisible()).toBe(shown);
      await tab.getByRole('button', { name: '退出长者模式' }).click();
      await tab.close();
    }
  });

  test('reads heading, paragraphs and rows in their order, once each, and marks where it is', async () => {
    await page.addInitScript(withVoices([LOCAL]));
    await page.goto(url(ENTRY));
    await button('显示和朗读').click();
    await button('朗读正文').click();
    await page.waitForFunction(() => !document.querySelector('[data-reading]'));
    const spoken = (await page.evaluate('window.spoken')) as string[];
    expect(spoken[0]).toBe('青山县社会救助实施办法');
    const text = spoken.join('\n');
    expect(text).toContain('城市低保，700，示例');
    expect(text.match(/坚持应救尽救/g)).toHaveLength(1);
    expect(text.match(/县级统筹/g)).toHaveLength(1);
    expect(Math.max(...spoken.map((part) => part.length))).toBeLessThanOrEqual(120);
    expect(await page.evaluate('window.marked.includes("none")')).toBe(false);
  });

  test('stops and pauses when it is told to', async () => {
    await page.addInitScript(`window.held = true; ${withVoices([LOCAL])}`);
    await page.goto(url(ENTRY));
    await button('显示和朗读').click();
    await button('朗读正文').click();
    await button('暂停').click();
    expect(await page.evaluate('window.paused')).toBe(true);
    await button('继续').click();
    expect(await page.evaluate('window.paused')).toBe(false);
    await button('停止朗读').click();
    expect(await page.locator('[data-reading]').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('朗读正文');
  });
});

describe('leaving for another site', () => {
  const link = async (href: string) => {
    await page.route(/^https:/, (route) =>
      route.fulfill({ body: '别处', contentType: 'text/html' }),
    );
    await page.goto(url(ENTRY));
    await page.evaluate(
      `document.querySelector('.prose').insertAdjacentHTML('afterbegin', '<a id="out" href="${href}">别处</a>')`,
    );
  };
  const dialog = () => page.getByRole('dialog');

  test('is asked about first, and the reader may stay', async () => {
    await link('https://unknown.example.net/a');
    await page.click('#out');
    expect(await dialog().textContent()).toContain('您将离开本网站');
    expect(await dialog().textContent()).toContain('https://unknown.example.net/a');
    expect(await violations(page)).toEqual([]);
    await button('留在本网站').click();
    expect(page.url()).toBe(url(ENTRY));
    expect(await page.evaluate('document.activeElement.id')).toBe('out');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    await page.click('#out');
    await button('继续前往').click();
    await page.waitForURL('https://unknown.example.net/a');
  });

  test.each([
    ['a government’s', 'https://www.example.gov.cn/'],
    ['one that the county names among its entrances', 'https://example.org/other/'],
  ])('is not asked about for %s', async (_, href) => {
    await link(href);
    await page.click('#out');
    await page.waitForURL(href);
  });

  test('is not hidden in a name that only ends alike', async () => {
    await link('https://notgov.cn/');
    await page.click('#out');
    await dialog().waitFor();
  });

  test('is told beside the link, with scripts or without', async () => {
    await page.goto(url());
    const mark = await page.$eval('main a[href^="http"]', (node) => {
      return getComputedStyle(node, '::after').content;
    });
    expect(mark).toContain('站外');
  });

  test('is the browser’s own question where it has no dialogs', async () => {
    await page.addInitScript('delete HTMLDialogElement.prototype.showModal');
    await link('https://unknown.example.net/b');
    const asked: string[] = [];
    page.on('dialog', (question) => {
      asked.push(question.message());
      void question.accept();
    });
    await page.click('#out');
    await page.waitForURL('https://unknown.example.net/b');
    expect(asked[0]).toContain('您将离开本网站');
  });
});
