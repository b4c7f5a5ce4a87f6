import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './build.ts';
import {
  AID_COLUMNS,
  aidRegister,
  aidRow,
  contentWith,
  ODD_REGISTERS,
  type TempContent,
} from './fixtures/register-content.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ROWS = 450;
const ALL = Array.from({ length: ROWS }, (_, i) => aidRow(i + 1));

let content: TempContent;
let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  content = contentWith([aidRegister(ROWS), ...ODD_REGISTERS]);
  site = await buildApp({ content: content.folder });
  expect(site.output).toContain('Complete!');
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
  content.remove();
});

/** Opens a page, works on it, and fails on any error it reported. */
async function open(
  path: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
  await work(page);
  expect(errors).toEqual([]);
  await context.close();
}

const LIST = '2025/aid-list/';
const filter = '.register-filter input';
const status = (page: Page) => page.locator('.register-status');
/** Rows as they are shown, without the row number, which is no text. */
const shown = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll('.register-table tbody tr')].map((row) =>
      [...row.querySelectorAll('[data-label]')].map((cell) => cell.textContent))`,
  ) as Promise<string[][]>;
const query = (page: Page) => new URL(page.url()).searchParams;
const heading = (page: Page, name: string) => page.locator('thead button', { hasText: name });

async function filterBy(page: Page, words: string, found: number): Promise<void> {
  await page.fill(filter, words);
  await status(page)
    .filter({ hasText: `符合条件的有 ${found} 条` })
    .waitFor();
}

describe('without script', () => {
  test('a register is read page by page', async () => {
    await open(
      LIST,
      async (page) => {
        expect(await shown(page)).toEqual(ALL.slice(0, 200));
        await page.click('text=下一页');
        expect(await shown(page)).toEqual(ALL.slice(200, 400));
        await page.click('text=末页');
        expect(await shown(page)).toEqual(ALL.slice(400));
        expect(await page.locator('.register-tools').textContent()).toBe('');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the tools of a register', () => {
  test('load nothing until they are used', async () => {
    server.requests.length = 0;
    await open(LIST, async (page) => {
      expect(server.requests.filter(({ path }) => path.includes('/data/'))).toEqual([]);
      await filterBy(page, '东山镇', 150);
      await filterBy(page, '某437', 1);
      expect(server.requests.filter(({ path }) => path.includes('/data/'))).toHaveLength(1);
    });
  });

  test('filter the whole register by all words, in any width', async () => {
    await open(`${LIST}rows/2/`, async (page) => {
      const wanted = ALL.filter((row) => row[1] === '东山镇' && row[6]?.includes('第3批'));
      await filterBy(page, '东山　第３批', wanted.length);
      expect(await shown(page)).toEqual(wanted);
      expect(query(page).get('q')).toBe('东山　第３批');
      await page.fill(filter, '没有这样的字');
      await status(page).filter({ hasText: '没有符合条件的记录' }).waitFor();
      expect(await shown(page)).toEqual([]);
    });
  });

  test('page through what was found, 200 rows at a time', async () => {
    await open(LIST, async (page) => {
      await filterBy(page, '公示', ROWS);
      const pager = page.locator('nav[aria-label=筛选结果分页]');
      expect(await pager.textContent()).toContain('第 1 页，共 3 页，共 450 条');
      await pager.locator('text=末页').click();
      expect(await shown(page)).toEqual(ALL.slice(400));
      expect(query(page).get('page')).toBe('3');
      expect(await pager.locator('text=下一页').isDisabled()).toBe(true);
      await page.goBack();
      await pager.filter({ hasText: '第 1 页，共 3 页' }).waitFor();
      expect(await page.locator('[data-pager]').isVisible()).toBe(false);
    });
  });

  test('sort by value: up, down, and as it was', async () => {
    await open(LIST, async (page) => {
      const amounts = async () =>
        (await shown(page)).map((row) => Number(row[2]?.replace(',', '') || 'NaN'));
      const header = page.locator('thead th', { hasText: '金额' });
      await heading(page, '金额').click();
      await status(page).filter({ hasText: '升序' }).waitFor();
      const up = await amounts();
      expect(up).toEqual([...up].sort((a, b) => a - b));
      expect(up[0]).toBe(
        Math.min(...ALL.filter((row) => row[2]).map((row) => Number(row[2]?.replace(',', '')))),
      );
      expect(await header.getAttribute('aria-sort')).toBe('ascending');
      await heading(page, '金额').click();
      await status(page).filter({ hasText: '降序' }).waitFor();
      const down = await amounts();
      expect(down).toEqual([...down].sort((a, b) => b - a));
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      await heading(page, '金额').click();
      expect(await header.getAttribute('aria-sort')).toBeNull();
      expect(await shown(page)).toEqual(ALL.slice(0, 200));
      expect(page.url()).not.toContain('?');
    });
  });

  test('sort dates as days and names as Chinese', async () => {
    await open(LIST, async (page) => {
      await heading(page, '发放日期').click();
      await status(page).filter({ hasText: '升序' }).waitFor();
      const day = (text = '') => text.split(/\D/).slice(1, 3).map(Number) as [number, number];
      const days = (await shown(page)).map((row) => day(row[3]));
      expect(days).toEqual([...days].sort(([a, b], [c, d]) => a - c || b - d));
      await page.selectOption('label:has-text("排序") select', { label: '乡镇（街道）（升序）' });
      await status(page).filter({ hasText: '按“乡镇' }).waitFor();
      const towns = new Set((await shown(page)).map((row) => row[1]));
      expect([...towns]).toEqual(['东山镇', '南湾乡']);
    });
  });

  test('choose rows by a value of a column that has few', async () => {
    await open(LIST, async (page) => {
      await page.click('text=按列筛选');
      const state = page.locator('.register-choices label', { hasText: '状态' }).locator('select');
      await state.waitFor();
      expect(await page.locator('.register-choices label > span').allTextContents()).toEqual([
        '乡镇（街道）',
        '状态',
        '说明',
      ]);
      // Opening the panel asks for the rows, but changes nothing.
      expect(await page.locator('[data-pager]').isVisible()).toBe(true);
      await state.selectOption({ label: '退回（150）' });
      await status(page).filter({ hasText: '符合条件的有 150 条' }).waitFor();
      expect(await shown(page)).toEqual(ALL.filter((row) => row[4] === '退回'));
      expect(query(page).get('only.状态')).toBe('退回');
    });
  });

  test('choose columns, but never none', async () => {
    await open(LIST, async (page) => {
      await page.click('text=显示列');
      const boxes = page.locator('.register-columns input');
      for (const column of [0, 1, 3, 4, 5, 6]) await boxes.nth(column).uncheck();
      await status(page).filter({ hasText: '450' }).waitFor();
      await page.locator('.register-table [data-label]').first().waitFor();
      expect(await page.locator('thead th:visible').allTextContents()).toEqual([
        '行号',
        '金额（元）',
      ]);
      expect((await shown(page)).slice(0, 3)).toEqual(ALL.slice(0, 3).map((row) => [row[2]]));
      expect(
        await page.locator('.register-table tbody tr').first().locator('th').textContent(),
      ).toBe(ALL[0]?.[2]);
      await boxes.nth(2).click();
      expect(await boxes.nth(2).isChecked()).toBe(true);
      expect(query(page).getAll('col')).toEqual(['金额（元）']);
    });
  });

  test('give a view an address that shows the same to whoever opens it', async () => {
    const search = new URLSearchParams([
      ['q', '某'],
      ['only.状态', '已发放'],
      ['sort', '金额（元）'],
      ['order', 'desc'],
      ['col', '姓名'],
      ['col', '金额（元）'],
    ]);
    await open(`${LIST}?${search}`, async (page) => {
      await status(page).filter({ hasText: '符合条件的有 150 条' }).waitFor();
      const rows = await shown(page);
      expect(rows).toHaveLength(150);
      expect(rows[0]).toHaveLength(2);
      expect(await page.inputValue(filter)).toBe('某');
      expect(await page.locator('thead th:visible').allTextContents()).toEqual([
        '行号',
        '姓名',
        '金额（元）',
      ]);
    });
  });

  test('give back the published page, its rows, pager and address', async () => {
    await open(`${LIST}rows/2/`, async (page) => {
      const reset = page.locator('text=恢复原表');
      expect(await reset.isDisabled()).toBe(true);
      const before = await page.locator('.register-scroll').innerHTML();
      await filterBy(page, '东山', 150);
      await heading(page, '姓名').click();
      await reset.click();
      expect(await page.locator('.register-scroll').innerHTML()).toBe(before);
      expect(await page.inputValue(filter)).toBe('');
      expect(page.url()).toBe(`${server.origin}/qingshan/${LIST}rows/2/`);
      expect(await page.locator('[data-pager]').isVisible()).toBe(true);
    });
  });

  test('link each row found to its place in the register', async () => {
    await open(LIST, async (page) => {
      await filterBy(page, '某437', 1);
      await page.click('tbody .row-link a');
      await page.waitForURL('**/aid-list/rows/3/#row-437');
      expect(await page.locator('tr:target [data-label]').first().textContent()).toBe(
        ALL[436]?.[0],
      );
    });
  });

  test('lead an address of a row on another page there', async () => {
    await open(`${LIST}#row-250`, async (page) => {
      await page.waitForURL('**/aid-list/rows/2/#row-250');
      expect(await page.locator('tr:target').getAttribute('id')).toBe('row-250');
    });
  });

  test('wait until pinyin has become Chinese', async () => {
    await open(LIST, async (page) => {
      await page.evaluate(`{
        const input = document.querySelector('${filter}');
        input.value = 'dong';
        input.dispatchEvent(new InputEvent('input', { isComposing: true }));
      }`);
      expect(page.url()).not.toContain('q=');
      await page.evaluate(`{
        const input = document.querySelector('${filter}');
        input.value = '东山';
        input.dispatchEvent(new CompositionEvent('compositionend'));
      }`);
      await status(page).filter({ hasText: '150 条' }).waitFor();
    });
  });

  test('say it and keep the published rows when the data cannot be had', async () => {
    await open(LIST, async (page) => {
      await page.route('**/data/aid-list.json', (route) => route.abort());
      await page.fill(filter, '东山');
      await status(page).filter({ hasText: '没有载入数据' }).waitFor();
      expect(await shown(page)).toHaveLength(200);
      await page.unroute('**/data/aid-list.json');
      await filterBy(page, '东山镇', 150);
    });
  });

  test('never make markup of cells', async () => {
    await open('2025/odd-cells/', async (page) => {
      expect(await page.locator('.register-table b').count()).toBe(0);
    });
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('axe finds nothing to mend on a page of rows, on its tools and on cards', async () => {
    for (const width of [1280, 320]) {
      const options = { colorScheme, viewport: { width, height: 900 } };
      await open(
        `${LIST}rows/3/#row-401`,
        async (page) => expect(await violations(page)).toEqual([]),
        options,
      );
      await open(
        LIST,
        async (page) => {
          await page.click('text=按列筛选');
          await page.click('text=显示列');
          await page.locator('.register-choices select').first().waitFor();
          await page.selectOption('label:has-text("排序") select', { index: 1 });
          await filterBy(page, '某43', 11);
          expect(await violations(page)).toEqual([]);
        },
        options,
      );
    }
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('at 320 pixels', () => {
  const phone = { viewport: { width: 320, height: 640 } };
  const width = (page: Page) => page.evaluate('document.documentElement.scrollWidth');

  test.each(['aid-list', 'aid-list/rows/3', 'many-columns', 'odd-cells', 'one-column', 'no-rows'])(
    '%s is not wider than the screen',
    async (path) => {
      await open(`2025/${path}/`, async (page) => expect(await width(page)).toBe(320), phone);
    },
  );

  test('a row is a card that names each value, also with the tools open', async () => {
    await open(
      LIST,
      async (page) => {
        await page.click('text=按列筛选');
        await page.click('text=显示列');
        await filterBy(page, '某43', 11);
        expect(await width(page)).toBe(320);
        const row = page.locator('.register-table tbody tr').first();
        expect(await row.evaluate((each) => getComputedStyle(each).display)).toBe('block');
        const labels = await row
          .locator('td[data-label]')
          .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
        expect(labels).toEqual(AID_COLUMNS.slice(1).map((name) => `"${name}"`));
      },
      phone,
    );
  });

  test('a wide table scrolls in its own box on a desk, its first column in sight', async () => {
    await open('2025/many-columns/', async (page) => {
      const box = page.locator('.register-scroll');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
      await box.evaluate((each) => {
        each.scrollLeft = 600;
      });
      const key = await page.locator('.register-table tbody th').first().boundingBox();
      expect(key?.x).toBeCloseTo((await box.boundingBox())?.x ?? 0, -1);
    });
  });
});

test('on paper the rows are a table, whatever the width, without tools', async () => {
  await open(
    LIST,
    async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.register-tools').isVisible()).toBe(false);
      const display = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((each) => getComputedStyle(each).display);
      expect(await display('.register-table tbody tr')).toBe('table-row');
      expect(await display('.register-table thead')).toBe('table-header-group');
    },
    { viewport: { width: 320, height: 640 } },
  );
});

test('nothing jumps when the tools appear', async () => {
  await open(LIST, async (page) => {
    const shift = await page.evaluate(
      `new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      })`,
    );
    expect(shift).toBeLessThan(0.01);
  });
});
