import { launchBrowser } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walkByKeyboard } from './keyboard.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

async function walk(html: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setContent(`<style>:focus { outline: 3px solid #0a4f9c }</style>${html}`);
  const faults = await walkByKeyboard(page);
  await page.close();
  return faults;
}

describe('the walk by keyboard', () => {
  test('finds nothing where every stop is reached and seen', async () => {
    expect(
      await walk(
        '<a href="#">一</a><button>二</button><details><summary>三</summary><a href="#">四</a></details>',
      ),
    ).toEqual([]);
  });

  test.each([
    ['<a href="#" style="outline: none">一</a>', 'no outline'],
    ['<a href="#" style="outline-color: #eee">一</a>', 'outline does not stand out'],
    [
      '<a href="#" style="position: fixed; left: -50px; width: 20px; overflow: hidden">一</a>',
      'out of sight',
    ],
    [
      '<a href="#">一</a><div style="position: fixed; top: 0; left: 0; right: 0; bottom: 0; background: #fff"></div>',
      'covered',
    ],
    ['<a href="#" tabindex="2">一</a><a href="#" tabindex="1">二</a>', 'stop 0 of 2 is 1'],
    [
      '<a href="#" onkeydown="return event.key !== \'Tab\'">一</a><a href="#">二</a>',
      'stop 1 of 2 is 0',
    ],
  ])('finds in %s that it is: %s', async (html, fault) => {
    expect((await walk(html)).join('\n')).toContain(fault);
  });
});
