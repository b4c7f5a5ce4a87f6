import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { headersAt } from '@columns/export';
import { MANIFEST } from '@columns/export/manifest';
import { launchBrowser, makeTempDir, type ServedFolder, serveFolder } from '@columns/testkit';
import { buildFixtureApp } from '@columns/testkit/fixture-app';
import { sharedBuild } from '@columns/testkit/shared-build';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { putInOrder } from '../src/deploy/index.ts';
import { listFiles } from '../src/files.ts';
import { assemble } from '../src/index.ts';
import { readSecretKey } from '../src/manifest/index.ts';
import { write } from './fixture.ts';

/* The button that checks a page, in a real browser, on pages that the theme made and `assemble` put together. */

/** A key that Debian's minisign 0.11 made (`minisign -G -W`) for tests and nothing else. */
const SECRET = readSecretKey(
  'RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAc/jOUvQ3MKreVmnDdWmMiicvvRurCiOfWQJEeh6Pf/soEsvakukBJDxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OPAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
);
const PUBLIC = 'RWRz+M5S9DcwqjxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OP';
const THEME = path.join(import.meta.dirname, '../../theme');
const COUNTY = 'qingshan';
const PAGE = `${COUNTY}/2024/aid-rules/`;
const FILE = `${PAGE}index.html`;
const PART = `${MANIFEST}${COUNTY}/2024.sha256`;

let home: Awaited<ReturnType<typeof makeTempDir>>;
let outDir: string;
let server: ServedFolder;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  const content = path.join(THEME, 'test/fixtures/content');
  const built = await sharedBuild(inject('runFolder'), COUNTY, () =>
    buildFixtureApp({ theme: THEME, county: COUNTY, content }),
  );
  expect(built.code, built.output).toBe(0);
  home = await makeTempDir('verify-page');
  const appsDir = path.join(home.path, 'apps');
  outDir = path.join(home.path, 'dist');
  await write(path.join(appsDir, COUNTY), { 'package.json': '{}' });
  await cp(built.dist, path.join(appsDir, COUNTY, 'dist'), { recursive: true });
  await assemble({ appsDir, outDir, manifest: { tools: {}, key: SECRET } });
  server = await serveFolder(outDir, { headers: headersAt });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await home?.remove();
});

/** Opens the page, presses the button, and gives what is said when all is done. */
async function pressed(
  origin = server.origin,
  where: Pick<typeof browser, 'newPage'> = browser,
): Promise<string> {
  const page = await where.newPage();
  if (origin !== server.origin) {
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const response = await route.fetch({ url: server.origin + pathname });
      await route.fulfill({ response });
    });
  }
  await page.goto(`${origin}/${PAGE}`);
  const button = page.getByRole('button', { name: '核对本页' });
  await button.click();
  await page.locator('[data-verify]:enabled').waitFor();
  const said = (await page.locator('.filed [role=status]').textContent()) ?? '';
  await page.close();
  return said;
}

/** With files of the site as a stranger left them; they are put back. */
async function withFiles(
  change: Readonly<Record<string, (text: string) => string | undefined>>,
  work: () => Promise<string>,
): Promise<string> {
  const before = new Map<string, Buffer>();
  for (const [name, make] of Object.entries(change)) {
    const file = path.join(outDir, name);
    const bytes = await readFile(file);
    before.set(file, bytes);
    const text = make(bytes.toString('utf8'));
    if (text === undefined) await rm(file);
    else await writeFile(file, text);
  }
  try {
    return await work();
  } finally {
    for (const [file, bytes] of before) await writeFile(file, bytes);
  }
}

const gone = () => undefined;

describe('the button of a page says', { timeout: 60_000 }, () => {
  test('that it is as a signed manifest lists it, and that the key is the site’s own', async () => {
    const said = await pressed();
    expect(said).toContain('一字节不差');
    expect(said).toContain(`由公钥 ${PUBLIC} 签名`);
    expect(said).toContain('公钥和核对程序都来自本网站');
  });

  test('that one sign of it was altered', async () => {
    const said = await withFiles({ [FILE]: (text) => text.replace('</h1>', '。</h1>') }, () =>
      pressed(),
    );
    expect(said).toContain('这一页与清单不符');
  });

  test('that the part which lists it was altered with it', async () => {
    const said = await withFiles({ [PART]: (text) => text.replace(/^[0-9a-f]/m, '#') }, () =>
      pressed(),
    );
    expect(said).toContain('与总表不符');
  });

  test('that the manifest is not as it was signed', async () => {
    const head = `${MANIFEST}index.json`;
    const said = await withFiles({ [head]: (text) => `${text}\n` }, () => pressed());
    expect(said).toContain('清单的签名不对');
  });

  test('that the manifest is not signed', async () => {
    const [signature, key] = [`${MANIFEST}index.json.minisig`, `${MANIFEST}minisign.pub`];
    const said = await withFiles({ [signature]: gone, [key]: gone }, () => pressed());
    expect(said).toContain('一字节不差');
    expect(said).toContain('清单没有签名');
  });

  test('that there is no manifest', async () => {
    const said = await withFiles({ [`${MANIFEST}index.json`]: gone }, () => pressed());
    expect(said).toContain('本网站没有给出校验清单');
  });

  test('that it was never compared with an earlier version, and once it was, that the site went back', async () => {
    const context = await browser.newContext();
    const press = () => pressed(server.origin, context);
    expect(await press()).toContain('没有部署次序，未与更早的版本比较');
    const digests = new Map((await listFiles(outDir)).files.map((file) => [file, '']));
    const deploy = (previous?: { readonly order: string }) =>
      putInOrder(outDir, { files: [...digests.keys()], digests }, { previous, key: SECRET });
    const order = path.join(outDir, MANIFEST, 'order.jsonl');
    const earlier = `${JSON.stringify({ number: 1, head: 'a'.repeat(64) })}\n`;
    await deploy();
    const first = await readFile(order, 'utf8');
    await deploy({ order: earlier });
    expect(await press()).toContain('这是第 2 次部署，本机第一次核对，未与更早的版本比较');
    expect(await press()).toContain('与本机上次核对的第 2 次部署是同一版');
    await rm(order);
    await deploy();
    expect(await readFile(order, 'utf8')).toBe(first);
    expect(await press()).toContain('网站退回了旧版：现在是第 1 次部署，已知到第 2 次部署');
    await context.close();
    await rm(order);
    await rm(`${order}.minisig`);
  });

  test('that it cannot tell where the page came by http', async () => {
    expect(await pressed('http://county.example')).toContain('不是经 https 打开的');
  });
});
