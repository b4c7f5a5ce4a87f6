import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';
import { contextIn, MODES, type View } from './display.ts';

/** Begins several names of the column. */
const TYPED = '社会';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A search page on which somebody has begun to type. */
async function typing(view: View): Promise<Page> {
  const page = await (await contextIn(browser, view)).newPage();
  await page.goto(`${server.origin}/qingshan/search/`);
  await page.focus('#q');
  await page.keyboard.type(TYPED);
  await page.waitForSelector('[role=listbox] [role=option]');
  // What was found so far for the same letters may still come, and is judged too.
  await page.waitForSelector('[data-search][data-state=done]');
  return page;
}

test.each(MODES.flatMap((mode) => [320, 1280].map((width) => ({ mode, width }))))(
  'with suggestions open axe finds nothing in $mode mode at $width pixels',
  async (view) => {
    const page = await typing(view);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

interface Look {
  /** The one that is chosen, and how many are. */
  chosen: string | undefined;
  count: number;
  /** What the box says of it to a screen reader. */
  active: string | undefined;
  /** Whether all of it is seen, and its outline too. */
  seen: boolean;
  /** Whether the cursor is still in the box, and outlined there. */
  inBox: boolean;
}

async function look(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('#q');
    const all = [...document.querySelectorAll<HTMLElement>('[role=option][aria-selected=true]')];
    const [one] = all;
    const outlined = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const isSeen = (element: HTMLElement) => {
      const { top, bottom, left, width } = element.getBoundingClientRect();
      const at = (y: number) => element.contains(document.elementFromPoint(left + width / 2, y));
      return at(top + 2) && at(bottom - 2) && outlined(element);
    };
    return {
      chosen: one?.textContent ?? undefined,
      count: all.length,
      active:
        document.getElementById(box?.getAttribute('aria-activedescendant') ?? '')?.textContent ??
        undefined,
      seen: one !== undefined && isSeen(one),
      inBox: document.activeElement === box && box !== null && outlined(box),
    };
  });
}

test.each([320, 1280])(
  'the suggestions are walked by arrows, Home and End at %i pixels, each step is seen, and the cursor stays in the box',
  async (width) => {
    const page = await typing({ mode: 'normal', width, size: '2' });
    const words = await page.locator('[role=option]').allTextContents();
    expect(words.length).toBeGreaterThan(2);
    const last = words.length - 1;
    const steps: [key: string, at: number][] = [
      ...words.map((_, at): [string, number] => ['ArrowDown', at]),
      ['ArrowDown', 0],
      ['ArrowUp', last],
      ['ArrowUp', last - 1],
      ['Home', 0],
      ['End', last],
    ];
    for (const [key, at] of steps) {
      await page.keyboard.press(key);
      expect(await look(page), `${key} → ${at}`).toEqual({
        ...{ chosen: words[at], count: 1, active: words[at], seen: true, inBox: true },
      });
    }
    await page.keyboard.press('Escape');
    expect(await page.isHidden('[role=listbox]')).toBe(true);
    expect(await look(page)).toMatchObject({ count: 0, active: undefined, inBox: true });
    expect(await page.inputValue('#q')).toBe(TYPED);
    await page.context().close();
  },
);

test('Home and End move the cursor while nothing is chosen, and Enter takes what is', async () => {
  const page = await typing({ mode: 'normal', width: 1280 });
  await page.keyboard.press('Home');
  expect(await look(page)).toMatchObject({ count: 0 });
  expect(await page.evaluate("document.querySelector('#q').selectionStart")).toBe(0);
  await page.keyboard.press('ArrowDown');
  const { chosen = '' } = await look(page);
  await page.keyboard.press('Enter');
  expect(await page.inputValue('#q')).toBe(chosen);
  expect(await page.isHidden('[role=listbox]')).toBe(true);
  await page.waitForSelector(
    '[data-search][data-state=done] :is(li[data-result], li[data-near-result], [data-direct] li)',
  );
  // And on from the box to what was found.
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.closest("ol.results") !== null')).toBe(true);
  await page.context().close();
});
