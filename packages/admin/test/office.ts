import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check } from '@columns/check';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { launchBrowser, makeTempDir } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { bundle } from '../src/build/bundle.ts';
import { serveEditor } from '../src/local/serve.ts';

/** A folder of county-wide files; entries are what the officer makes. */
export const COUNTY = 'qingshan';
const FIXTURES = join(import.meta.dirname, '../../theme/test/fixtures/content');

/** An officer at a desk: a copy of a small county, its editor, and a browser. */
export interface Office {
  readonly root: string;
  readonly url: string;
  /** The address that lets a browser in. */
  readonly opened: string;
  readonly page: Page;
  /** A file below `content/qingshan/`. */
  read(path: string): string;
  /** Puts a file there as it was before the officer came. */
  given(path: string, text: string): void;
  givenBytes(path: string, bytes: Uint8Array): void;
  /** What blocks a build, as `columns check` names it. */
  errors(): string[];
  leave(): Promise<void>;
}

export async function openOffice(
  options: { git?: boolean; browser?: Browser } = {},
): Promise<Office> {
  const folder = await makeTempDir('office');
  const content = join(folder.path, 'content');
  mkdirSync(content);
  cpSync(FIXTURES, content, { recursive: true });
  // Beside the repository: what is in it would be committed with every entry.
  const sharedDir = join(folder.path, '../', `${basename(folder.path)}-shared`);
  if (options.git) {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], { cwd: folder.path });
    git('init', '--quiet');
    git('config', 'user.name', 'test');
    git('config', 'user.email', 'test@example.org');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Begin');
  }
  await bundle(sharedDir);
  const served = await serveEditor({ contentRoot: content, county: COUNTY, sharedDir, ...options });
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    viewport: { width: 1300, height: 900 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const put = (path: string, written: string | Uint8Array) => {
    const file = join(content, COUNTY, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written);
  };
  return {
    root: content,
    url: served.address,
    opened: served.url,
    page,
    read: (path) => readFileSync(join(content, COUNTY, path), 'utf8'),
    given: put,
    givenBytes: put,
    errors: () =>
      check(readColumn(content, COUNTY, loadStandard()))
        .filter(({ level }) => level === 'error')
        .map(({ file, message }) => `${file}：${message}`),
    async leave() {
      await browser.close();
      await served.close();
      rmSync(sharedDir, { recursive: true, force: true });
      await folder.remove();
    },
  };
}

/** Signs in (on one's own machine that is a button) and waits for the list of kinds. */
export async function signIn({ page, opened }: Office): Promise<void> {
  await page.goto(opened);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('aside a').first().waitFor();
}

/** Goes to an address of the editor, such as `collections/notice/new`. */
export async function go({ page, url }: Office, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}#/${hash}`);
  await page.locator('#nc-root a, #nc-root input').first().waitFor();
}

/** The control of a field, by its name in the schema. */
export const control = (page: Page, name: string) =>
  page.locator(`[id^="${name}-field"]:is(input, textarea, select)`).last();

/** Fills in a field; a text as it is written, in its source. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  if (name === 'body') await fillSource(page, text);
  else await control(page, name).fill(text);
}

/** Writes the last text of the form in its source, and goes back to how it looks. */
async function fillSource(page: Page, text: string): Promise<void> {
  const body = page.locator('.body-editor').last();
  await body.getByRole('button', { name: '源文', exact: true }).click();
  await body.locator('.body-source').fill(text);
  await body.getByRole('button', { name: '回到排好的样子' }).click();
}

/** Chooses from one of Decap's own lists. */
export async function choose(page: Page, name: string, label: string): Promise<void> {
  await page.locator(`[id^="${name}-field"]`).last().click();
  await page.keyboard.type(label);
  await page.getByRole('option', { name: label, exact: true }).click();
}

/** Chooses 公开事项 or another of many by typing what its name has. */
export async function find(page: Page, name: string, label: string): Promise<void> {
  await fill(page, name, label);
  await page.getByRole('option', { name: label }).first().click();
}

/** Opens the fields that are folded away. */
export const unfold = (page: Page) => page.getByRole('button', { name: /^更多项目/ }).click();

/** Fills in a new policy, `heat-rules`, up to what each test adds to it. */
export async function beginPolicy(office: Office): Promise<void> {
  const { page } = office;
  await go(office, 'collections/policy/new');
  await fill(page, 'title', '青山县高温津贴发放办法');
  await fill(page, 'id', 'heat-rules');
  await fill(page, 'published', '2026-07-01');
  await fill(page, 'issuer', '青山县人民政府');
  await fill(page, 'body', '第一条 按月发放。');
  await fill(page, 'source', '示例');
}

/** Writes the file as it stands. */
export async function publish(page: Page): Promise<void> {
  await page.getByText('有没保存的改动').waitFor();
  await page.locator('.editor-save').click();
  await page.getByText('修改已保存', { exact: true }).waitFor();
}
