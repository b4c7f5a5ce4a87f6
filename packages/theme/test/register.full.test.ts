import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser, serveFolder } from '@columns/testkit';
import { expect, test } from 'vitest';
import { buildApp } from './build.ts';
import { aidRegister, contentWith } from './fixtures/register-content.ts';

const ROWS = 10_000;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

test('a register of 10,000 rows stays usable', async () => {
  const content = contentWith([]);
  const large = contentWith([aidRegister(ROWS)]);
  const seconds = async (folder: string) => {
    const begin = performance.now();
    const site = await buildApp({ content: folder });
    expect(site.output).toContain('Complete!');
    return { site, time: (performance.now() - begin) / 1000 };
  };
  const without = await seconds(content.folder);
  const { site, time } = await seconds(large.folder);
  const html = readFileSync(join(site.dist, '2025/aid-list/index.html'));
  const last = readFileSync(join(site.dist, '2025/aid-list/rows/50/index.html'), 'utf8');
  const json = readFileSync(join(site.dist, 'data/aid-list.json'));
  expect(last).toContain(`id="row-${ROWS}"`);
  console.log(
    `build ${time.toFixed(1)} s, without the register ${without.time.toFixed(1)} s\n` +
      `page ${kb(html.length)}, gzip ${kb(gzipSync(html).length)}\n` +
      `JSON ${kb(json.length)}, gzip ${kb(gzipSync(json).length)}; ` +
      `CSV ${kb(statSync(join(site.dist, 'data/aid-list.csv')).size)}`,
  );

  const server = await serveFolder(site.dist, { base: '/qingshan/' });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${server.origin}/qingshan/2025/aid-list/`, { waitUntil: 'load' });
  const status = page.locator('.register-status');
  const begin = performance.now();
  await page.fill('.register-filter input', '东');
  await status.filter({ hasText: '符合条件' }).waitFor();
  console.log(`first use, loading included: ${Math.round(performance.now() - begin)} ms`);

  for (const words of ['东山', '第3批', '某9 西河镇', '没有的字', '公示']) {
    const ms = (await page.evaluate(typed(words))) as number;
    console.log(`filter “${words}”: ${ms} ms, ${await status.textContent()}`);
    expect(ms).toBeLessThan(500);
  }
  for (const column of ['姓名', '金额（元）', '发放日期', '说明']) {
    const ms = (await page.evaluate(pressed(column))) as number;
    const again = await page.evaluate(typed('东山'));
    console.log(`sort by ${column}: ${ms} ms, then filter ${again} ms`);
    expect(ms).toBeLessThan(2000);
    await page.evaluate(typed('公示'));
  }
  await browser.close();
  await server.close();
  for (const each of [without.site, site, content, large]) each.remove();
});

/** Times a letter typed, layout included. */
function typed(words: string): string {
  return `{
    const input = document.querySelector('.register-filter input');
    ${timed(`input.value = ${JSON.stringify(words)}; input.dispatchEvent(new InputEvent('input'))`)}
  }`;
}

function pressed(column: string): string {
  return `{
    const button = [...document.querySelectorAll('thead button')]
      .find((each) => each.textContent === ${JSON.stringify(column)});
    ${timed('button.click()')}
  }`;
}

function timed(work: string): string {
  return `const begin = performance.now();
    ${work};
    document.body.getBoundingClientRect();
    Math.round(performance.now() - begin);`;
}
