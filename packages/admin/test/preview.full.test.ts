import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, type Entry, KIND_IDS, listCounties } from '@columns/content';
import { launchBrowser, makeTempDir } from '@columns/testkit';
import { type BuiltApp, buildFixtureApp } from '@columns/testkit/fixture-app';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEveryForm } from './every-form.ts';
import { COUNTY, go, type Office, openOffice, signIn } from './office.ts';
import { asksOf, builtMain, bundledDrawing, comparable } from './pages.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const THEME = join(REPOSITORY, 'packages/theme');
const FIXTURES = join(THEME, 'test/fixtures/content');

/** A loaded machine is given its time. */
const PATIENT = { timeout: 20_000 };

let draw: Awaited<ReturnType<typeof bundledDrawing>>;

beforeAll(async () => {
  draw = await bundledDrawing();
});

const asked = (root: string, county: string) =>
  asksOf(root, county).filter(({ entry }) => entry.format === 'md');

/** Builds a county and compares each entry's page with its preview; gives the files where they differ. */
async function differing(root: string, county: string): Promise<string[]> {
  const built = await buildFixtureApp({ theme: THEME, county, content: root });
  try {
    expect(built.code, built.output).toBe(0);
    const wrong: string[] = [];
    for (const { entry, ask } of asked(root, county)) {
      const base = `/${county}/`;
      const { html } = await draw(ask);
      if (comparable(html, base) !== comparable(builtMain(built.dist, entry), base))
        wrong.push(entry.file);
    }
    return wrong;
  } finally {
    built.remove();
  }
}

const CONTENT = join(REPOSITORY, 'content');
const counties = listCounties(CONTENT).filter((county) => asked(CONTENT, county).length > 0);

test.each(counties)(
  'every preview of %s is its page',
  async (county) => {
    expect(await differing(CONTENT, county)).toEqual([]);
  },
  300_000,
);

test('the preview of every kind in every form and state is its page', async () => {
  await using folder = await makeTempDir('every-form');
  const made = writeEveryForm(FIXTURES, folder.path, COUNTY);
  expect(new Set([...made].map((name) => name.split(' ')[0]))).toEqual(new Set(KIND_IDS));
  expect(await differing(folder.path, COUNTY)).toEqual([]);
}, 300_000);

describe('in the editor', () => {
  let office: Office;
  let built: BuiltApp;

  beforeAll(async () => {
    built = await buildFixtureApp({ theme: THEME, county: COUNTY, content: FIXTURES });
    expect(built.code, built.output).toBe(0);
    office = await openOffice({ browser: await launchBrowser() });
    await signIn(office);
  }, 300_000);

  afterAll(async () => {
    await office?.leave();
    if (built) rmSync(built.folder, { recursive: true, force: true });
  });

  const shown = () => office.page.frameLocator('iframe').frameLocator('iframe').locator('main');
  const open = ({ domain, data, item, year, id }: Entry) => {
    const list = domain === undefined ? data.kind : `${data.kind}--${domain}`;
    const place = item ? `${item.split('/')[1]}/` : domain === undefined ? '' : '_general/';
    return go(office, `collections/${list}/entries/${place}${year}/${id}`);
  };

  test('the frame holds the nodes of the page, for one entry of each kind', async () => {
    const sample = new Map(
      asked(FIXTURES, COUNTY)
        .filter(({ entry }) => entry.data.attribute.type === '主动' && !entry.data.withdrawn)
        .map(({ entry }) => [entry.data.kind, entry]),
    );
    expect([...sample.keys()].sort()).toEqual([...KIND_IDS].sort());
    for (const entry of sample.values()) {
      await open(entry);
      await shown().locator('h1', { hasText: entry.data.title }).waitFor();
      const page = comparable(builtMain(built.dist, entry), '/qingshan/');
      // As a browser reads both: a page's tags may be written in more ways than one.
      const same = await office.page.evaluate(
        ([text]) =>
          new DOMParser().parseFromString(`<main>${text}</main>`, 'text/html').body.innerHTML,
        [page],
      );
      await expect
        .poll(async () => `<main>${comparable(await shown().innerHTML(), '/qingshan/')}</main>`, {
          message: entry.file,
          ...PATIENT,
        })
        .toBe(same);
      expect(addressOf(entry)).toBe(`${entry.year}/${entry.id}/`);
    }
  }, 300_000);

  test('a page is as narrow as a telephone, and as high as what it holds', async () => {
    const guide = asked(FIXTURES, COUNTY).find(({ entry: { id } }) => id === 'minimum-living');
    await open((guide as { entry: Entry }).entry);
    await shown().locator('h1').waitFor();
    const pane = office.page.frameLocator('iframe');
    const frame = pane.locator('iframe');
    const sizes = () =>
      frame.evaluate((element: HTMLIFrameElement) => {
        const root = element.contentDocument?.documentElement as HTMLElement;
        const { width, height } = element.getBoundingClientRect();
        return { width, height, needed: root.scrollHeight, wide: root.scrollWidth };
      });
    const wide = await sizes();
    expect(wide.height).toBe(wide.needed);
    await pane.getByRole('button', { name: '手机' }).click();
    await expect.poll(async () => (await sizes()).width, PATIENT).toBe(375);
    const narrow = await sizes();
    expect(narrow.height).toBe(narrow.needed);
    expect(narrow.height).toBeGreaterThan(wide.height);
    expect(narrow.wide).toBeLessThanOrEqual(375);
    await pane.getByRole('button', { name: '电脑' }).click();
    await expect.poll(async () => (await sizes()).width, PATIENT).toBe(wide.width);
  });

  test('a picture that nobody has yet is named, one that is there is shown', async () => {
    const PNG =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const head =
      'kind: notice\nform: 通知\npublished: 2026-06-01\nattribute:\n  type: 主动\nsource: 示例';
    office.given(
      '_notice/2026/pictures.md',
      `---\ntitle: 有图的通知\n${head}\n---\n\n![有的图](pictures/here.png)\n\n![没有的图](pictures/gone.png)\n`,
    );
    office.givenBytes('_notice/2026/pictures/here.png', Buffer.from(PNG, 'base64'));
    await go(office, 'collections/notice/entries/2026/pictures');
    await shown().getByText('图片：没有的图，gone.png').waitFor();
    const picture = shown().locator('img');
    await expect
      .poll(() => picture.evaluate((each: HTMLImageElement) => each.naturalWidth), PATIENT)
      .toBe(1);
    expect(await picture.count()).toBe(1);
  });

  test('links of a preview open nothing, and its frame may run nothing', async () => {
    const frame = office.page.frameLocator('iframe').locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin');
    const before = office.page.context().pages().length;
    await shown().getByRole('link', { name: '文件摘要和修订记录' }).click();
    await office.page.waitForTimeout(300);
    expect(office.page.context().pages()).toHaveLength(before);
    await shown().locator('h1').waitFor();
    const ran = await frame.evaluate((element: HTMLIFrameElement) => {
      const document = element.contentDocument as Document;
      const script = document.createElement('script');
      script.textContent = 'window.top.hurt = 1';
      document.body.append(script);
      const picture = document.createElement('img');
      picture.setAttribute('onerror', 'window.top.hurt = 2');
      document.body.append(picture);
      picture.setAttribute('src', 'data:,');
      return new Promise((done) =>
        setTimeout(() => done(Reflect.get(window.top as object, 'hurt')), 300),
      );
    });
    expect(ran).toBeUndefined();
  });
});
