import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@columns/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astroBin, CONTENT, cleanEnv, makeApp } from './build.ts';

let content: string;
let folder: string;
let server: ChildProcess;
let output = '';
let origin = '';

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Waited 30 s for ${what}.\n${output}`);
}

const text = async (path: string) => (await fetch(`${origin}/qingshan/${path}`)).text();

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'columns-dev-'));
  cpSync(CONTENT, content, { recursive: true });
  folder = makeApp('qingshan', content);
  server = spawn(process.execPath, [astroBin(), 'dev', '--port', '0'], {
    cwd: folder,
    env: { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'development' },
  });
  server.stdout?.on('data', (data) => {
    output += data;
  });
  server.stderr?.on('data', (data) => {
    output += data;
  });
  await until('the server', () => /http:\/\/localhost:(\d+)/.test(output));
  origin = /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '';
});

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
  rmSync(content, { recursive: true, force: true });
});

test('a saved file shows at once, a new one has its page, a broken one is told and stops nothing', async () => {
  expect(await text('2024/aid-rules/')).toContain('应救尽救');
  const file = join(content, 'qingshan/_policy/2024/aid-rules.md');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('应救尽救', '应保尽保'));
  await until('the new words', async () => (await text('2024/aid-rules/')).includes('应保尽保'));

  const fresh = readFileSync(
    join(content, 'qingshan/social-assistance/_general/2025/aid-news.md'),
    'utf8',
  );
  const folderOfNews = join(content, 'qingshan/social-assistance/_general/2025');
  writeFileSync(join(folderOfNews, 'more-news.md'), fresh.replace('工作动态', '工作动态之二'));
  await until('the new page', async () => (await text('2025/more-news/')).includes('工作动态之二'));

  writeFileSync(join(folderOfNews, 'bad-news.md'), fresh.replace('2025-06-01', '2025-06-31'));
  await until('the finding', () => output.includes('bad-news.md') && output.includes('2025-06-31'));
  expect(await text('2025/more-news/')).toContain('工作动态之二');
});

test('while something is wrong, every open page says so in Chinese, and no more once it is mended', async () => {
  const file = join(content, 'qingshan/social-assistance/_general/2025/bad-news.md');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/qingshan/2025/bad-news/`);
    const shown = () =>
      page
        .evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '')
        // The page is just being loaded again.
        .catch(() => 'loading');
    await until('the overlay', async () => (await shown()).includes('bad-news.md'));
    expect(await shown()).toContain('2025-06-31');
    expect(await shown()).toContain('改正并保存后');
    rmSync(file);
    await until('no overlay', async () => (await shown()) === '');
  } finally {
    await browser.close();
  }
});

test('what other tasks make says how it is made, and is shown once it is', async () => {
  const page = await fetch(`${origin}/qingshan/coverage/`);
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('columns records --county qingshan');
  expect(await text('data/')).toContain('columns data --county qingshan');
  expect(await text('admin/')).toContain('admin qingshan');
  mkdirSync(join(folder, 'dist-records/coverage'), { recursive: true });
  const figures = { path: 'coverage/', title: '公开情况', crumbs: [], body: [] };
  writeFileSync(join(folder, 'dist-records/coverage/index.page.json'), JSON.stringify(figures));
  expect(await text('coverage/')).toContain('<h1>公开情况</h1>');
});

test('what stands beside an entry is there as on the site', async () => {
  const page = await text('2025/autumn-notice/');
  const [, address = ''] = /href="([^"]+list\.txt)"/.exec(page) ?? [];
  const response = await fetch(new URL(address, origin));
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(
    readFileSync(join(content, 'qingshan/_notice/2025/autumn-notice/list.txt'), 'utf8'),
  );
});

test('what the check refuses runs nothing when its page is opened; the page says why', async () => {
  const folderOfNews = join(content, 'qingshan/social-assistance/_general/2025');
  const fresh = readFileSync(join(folderOfNews, 'aid-news.md'), 'utf8');
  const written = join(content, 'written-by-content');
  const code = `import fs from "node:fs"\n\nexport const x = fs.writeFileSync(${JSON.stringify(written)}, "")`;
  const head = fresh.slice(0, fresh.indexOf('\n---\n') + 4).replace('工作动态', '带代码的动态');
  const fences = [' ', '\t', '', '-', '\r', '\u00a0'];
  for (const [index, fence] of fences.entries()) {
    writeFileSync(
      join(folderOfNews, `hidden-${index}.mdx`),
      `${head}${fence}\n${code}\n\n文\n\n---\n\n下文。\n`,
    );
  }
  await until(
    'the findings',
    () => output.includes('hidden-0.mdx') && output.includes('import fs'),
  );
  await until('the page', async () => (await text('2025/hidden-0/')).includes('这一条有错误'));
  for (const index of fences.keys()) {
    const page = await text(`2025/hidden-${index}/`);
    expect(page).not.toContain('下文。');
  }
  expect(existsSync(written)).toBe(false);
});
