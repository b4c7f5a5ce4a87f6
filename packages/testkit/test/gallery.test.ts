import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { chineseFontHint, makeGallery, pickPages } from '../src/gallery/index.ts';
import { launchBrowser, makeTempDir } from '../src/index.ts';

afterEach(() => vi.unstubAllEnvs());

test('pages are pictured in every mode and laid out on sheets', { timeout: 60_000 }, async () => {
  await using site = await makeTempDir('site');
  await using out = await makeTempDir('gallery');
  const html = '<!doctype html><title>首页</title><p style="height: 3000px">首页';
  await writeFile(join(site.path, 'index.html'), html);
  const options = {
    sites: [{ title: '示例县', folder: site.path, base: '/county/', pages: pickPages(site.path) }],
    out: out.path,
  };
  const { index, sheets } = await makeGallery(options);
  expect(sheets.map((path) => path.slice(out.path.length + 1))).toEqual([
    'sheet-light.png',
    'sheet-elder.png',
    'sheet-contrast.png',
    'sheet-dark.png',
    'sheet-print.png',
  ]);
  const screens = ['contrast', 'dark', 'elder', 'light'].flatMap((mode) => [
    `${mode}-desktop`,
    `${mode}-phone`,
  ]);
  const pictures = [...screens, 'print'];
  expect(await readdir(join(out.path, 'site-1'))).toEqual(
    [...pictures.map((name) => `01-${name}.png`), '01-print.pdf'].sort(),
  );
  const page = await readFile(index, 'utf8');
  expect(page).toContain('首页 <small>/，打印 3 页</small>');
  expect(page).toContain('src="site-1/01-light-phone.png"');

  await writeFile(join(out.path, 'mine.txt'), '');
  await expect(makeGallery(options)).rejects.toThrow('holds mine.txt, which is no gallery’s');
});

test('a machine without a Chinese font is told which package brings one', async () => {
  await using folder = await makeTempDir('fonts');
  const config = join(folder.path, 'fonts.conf');
  await writeFile(config, `<fontconfig><dir>${folder.path}</dir></fontconfig>`);
  vi.stubEnv('FONTCONFIG_FILE', config);
  const browser = await launchBrowser();
  expect(await chineseFontHint(browser)).toContain('fonts-noto-cjk');
  await browser.close();
});
