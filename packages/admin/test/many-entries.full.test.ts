import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { launchBrowser, makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { bundle } from '../src/build/bundle.ts';
import { serveEditor } from '../src/local/serve.ts';

const root = join(import.meta.dirname, '../../..');

/** Figures for BENCHMARKS.md are printed; the limits are those of someone who waits. */
test('ten thousand entries: the largest list opens, an entry opens, and any is found', {
  // Making ten thousand entries takes what a busy machine needs.
  timeout: 300_000,
}, async () => {
  await using folder = await makeTempDir('many');
  const content = join(folder.path, 'content');
  const columns = join(root, 'packages/cli/bin/columns.ts');
  const made = ['sample', '--county', 'sample', '--documents', '10000', '--out', content];
  execFileSync(process.execPath, [columns, ...made], { cwd: root });
  const sharedDir = join(folder.path, 'shared');
  await bundle(sharedDir);
  const served = await serveEditor({ contentRoot: content, county: 'sample', sharedDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    const times: Record<string, number> = {};
    const timed = async (name: string, work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      times[name] = Math.round(performance.now() - start);
    };
    await timed('the editor opens', async () => {
      await page.goto(served.url);
      await page.getByRole('button', { name: '登录' }).waitFor();
    });
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('aside a').first().waitFor();
    const list = page.locator('main a, section a').filter({ hasText: /^20\d\d-\d\d-\d\d / });
    for (const years of ['newest', 'all']) {
      await page.evaluate((choice) => localStorage.setItem('columns-editor-years', choice), years);
      await page.goto('about:blank');
      await timed(`the largest list opens (${years})`, async () => {
        await page.goto(`${served.url}#/collections/notice--public-culture`);
        await list.first().waitFor();
      });
      times[`entries listed (${years})`] = await list.count();
    }
    await timed('an entry of the list opens', async () => {
      await list.first().click();
      await page.frameLocator('iframe').frameLocator('iframe').locator('h1').waitFor();
    });
    await page.goto('about:blank');
    await page.goto(`${served.url}#/collections/notice`);
    await page.locator('aside a').first().waitFor();
    await timed('a title is found among all', async () => {
      await page.getByRole('searchbox').fill('通知');
      await page.locator('.editor-results a').first().waitFor();
    });
    console.log(JSON.stringify(times));
    expect(times['entries listed (all)']).toBeLessThanOrEqual(500);
    expect(times['entries listed (newest)']).toBeLessThanOrEqual(100);
    expect(times['an entry of the list opens']).toBeLessThan(10_000);
  } finally {
    await browser.close();
    await served.close();
  }
});
