import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_IDS, type KindId } from '@columns/content';
import { makeTempDir } from '@columns/testkit';
import { buildFixtureApp, makeFixtureApp } from '@columns/testkit/fixture-app';
import { sharedBuild } from '@columns/testkit/shared-build';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Ask } from '../src/browser/preview/ask.ts';
import { UNFILLED } from '../src/browser/preview/complete.ts';
import { countyStyles } from '../src/build/styles.ts';
import { asksOf, builtMain, bundledDrawing, comparable } from './pages.ts';

const THEME = join(import.meta.dirname, '../../theme');
const CONTENT = join(THEME, 'test/fixtures/content');
const COUNTY = 'qingshan';

let draw: Awaited<ReturnType<typeof bundledDrawing>>;

beforeAll(async () => {
  draw = await bundledDrawing();
});

describe('the preview of an entry is its page', () => {
  const asked = asksOf(CONTENT, COUNTY);
  // The editor opens `.md` alone.
  const opened = asked.filter(({ entry }) => entry.format === 'md');

  test('every kind is compared', () => {
    expect(new Set(opened.map(({ entry }) => entry.data.kind))).toEqual(new Set(KIND_IDS));
  });

  test('letter for letter, but for what other entries say', async () => {
    const site = await sharedBuild(inject('runFolder'), COUNTY, () =>
      buildFixtureApp({ theme: THEME, county: COUNTY, content: CONTENT }),
    );
    expect(site.code, site.output).toBe(0);
    for (const { entry, ask } of opened) {
      const { html, address } = await draw(ask);
      const page = builtMain(site.dist, entry);
      expect(address).toBe(`/qingshan/${entry.year}/${entry.id}/`);
      expect(comparable(html, '/qingshan/'), entry.file).toBe(comparable(page, '/qingshan/'));
    }
  }, 300_000);
});

test('on a site below a folder every address has the folder before it, and the page its code', async () => {
  const plain = asksOf(CONTENT, COUNTY).filter(({ entry }) => entry.format === 'md');
  const below = asksOf(CONTENT, COUNTY, '/disclosure/qingshan/');
  for (const { entry, ask } of plain.slice(0, 8)) {
    const there = below.find((each) => each.entry.id === entry.id)?.ask as Ask;
    const { html } = await draw({ ...there, site: 'https://www.example.gov.cn' });
    expect(html).toContain('aria-label="本页地址的二维码"');
    const own = html.replace(/<figure class="qr">.*?<\/figure>/s, '');
    expect(own.replaceAll('/disclosure/qingshan/', '/qingshan/')).toBe((await draw(ask)).html);
    expect(own).not.toContain('"/qingshan/');
  }
});

const any = asksOf(CONTENT, COUNTY)[0]?.ask as Ask;

/** What a preview is drawn of an entry that is being written. */
function written(kind: KindId, head: string, { body = '', csv = '', ...rest } = {}): Ask {
  const path = `content/${COUNTY}/_${kind}/2026/begun.md`;
  const own = [{ path, raw: `---\nkind: ${kind}\n${head}\n---\n\n${body}\n` }];
  if (csv !== '') own.push({ path: path.replace('.md', '.csv'), raw: csv });
  return { ...any, own, beside: [], ...rest };
}

describe('a form that is not whole yet', () => {
  test.each(KIND_IDS)('has a page as soon as it is begun: %s', async (kind) => {
    const { html } = await draw(written(kind, 'title: 刚开始写的'));
    expect(html).toMatch(/<h1[^>]*>刚开始写的<\/h1>/);
    expect(html).toContain(UNFILLED);
    expect(html).not.toMatch(/undefined|NaN|null|\[object|9999/);
  });

  test('says nothing that nobody has written', async () => {
    const { html } = await draw(
      written('guide', 'title: 申请补助\npublished: 2026-03-01\nattribute: {type: 主动}'),
    );
    const facts = [...html.matchAll(/<dt>(办理时限|办理结果)<\/dt><dd>([^<]*)<\/dd>/g)];
    expect(facts.map(([, label, text]) => [label, text?.replaceAll(UNFILLED, '')])).toEqual([
      ['办理时限', ''],
      ['办理结果', ''],
    ]);
  });

  test('shows what was typed wrong as it was typed', async () => {
    const { html } = await draw(
      written(
        'policy',
        'title: 办法\npublished: 2026-03-01\nissuer: 县政府\ndoc-number: 青政办5号\nattribute: {type: 主动}',
      ),
    );
    expect(html).toContain('<p class="doc-number">青政办5号</p>');
    expect(html).toContain('<dd>2026年3月1日</dd>');
  });

  test('shows rows whose columns the form of the list does not know', async () => {
    const head =
      'title: 学校名录\nform: 义务教育学校名录\npublished: 2026-03-01\nattribute: {type: 主动}';
    const { html } = await draw(written('register', head, { csv: '校名,地址\n一小,示例路1号\n' }));
    expect(html).toContain('data-label="校名">一小</');
  });

  test('waits for no good id', async () => {
    const ask = written(
      'notice',
      'title: 通知\nform: 通知\npublished: 2026-03-01\nattribute: {type: 主动}',
    );
    const path = `content/${COUNTY}/_notice/2026/有中文 的.md`;
    const { html } = await draw({ ...ask, own: [{ path, raw: ask.own[0]?.raw ?? '' }] });
    expect(html).toContain('<h1 class="entry-title">通知</h1>');
  });

  test('names files that are chosen and not stored yet', async () => {
    const head =
      'title: 通知\nform: 通知\npublished: 2026-03-01\nattribute: {type: 主动}\nattachments:\n  - {file: biao.pdf, name: 申请表}';
    const beside = [
      { name: 'biao.pdf', size: 12_345 },
      { name: 'tu.png', size: 10 },
    ];
    const { html } = await draw({
      ...written('notice', head, { body: '![县城图](begun/tu.png)' }),
      beside,
    });
    expect(html).toMatch(
      /<a href="\/qingshan\/2026\/begun\/biao\.pdf"[^>]*>申请表<\/a>（PDF，12 KB）/,
    );
    expect(html).toContain('<img src="/qingshan/2026/begun/tu.png" alt="县城图">');
  });

  test('is refused in a sentence where it cannot be read at all', async () => {
    const ask = { ...any, own: [{ path: 'content/qingshan/_notice/2026/a.md', raw: '没有字段' }] };
    await expect(draw(ask)).rejects.toThrow('文件开头的字段还不能读');
  });
});

test('a county’s own stylesheets come with its editor, in their order, with what they name', async () => {
  const own = join(THEME, 'test/fixtures/override/county.css');
  await using folder = await makeTempDir('styles');
  const later = join(folder.path, 'later.css');
  writeFileSync(later, '@import "./more.css";\n.wrap { background: url(dot.svg); }\n');
  writeFileSync(join(folder.path, 'more.css'), '.entry-title { color: navy; }\n');
  writeFileSync(join(folder.path, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const app = makeFixtureApp({
    ...{ theme: THEME, county: COUNTY, content: CONTENT },
    settings: { styles: [own, later] },
  });
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  const styles = await countyStyles(app);
  const places = ['--radius:', 'navy', 'data:image/svg'].map((text) => styles.indexOf(text));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  const plain = makeFixtureApp({ theme: THEME, county: COUNTY, content: CONTENT });
  onTestFinished(() => rmSync(plain, { recursive: true, force: true }));
  expect(await countyStyles(plain)).toBe('');
});

test('nothing that stands in an entry becomes a program of its page', async () => {
  const evil = `<img src=x onerror="hurt()"><script>hurt()</script><svg onload="hurt()"></svg>`;
  const body = `${evil}\n\n[点](javascript:hurt())\n\n<iframe srcdoc="x"></iframe>\n\n<Tip>{hurt()}</Tip>`;
  for (const kind of KIND_IDS) {
    const head = `title: '${evil}'\nsource: '${evil}'\nsummary: '${evil}'`;
    const { html } = await draw(
      written(kind, head, { body, csv: `序号,${evil.replaceAll('"', '')}\n1,a\n` }),
    );
    expect(html, kind).not.toMatch(/href="javascript/i);
    const tags = html.replaceAll(/"[^"]*"/g, '""');
    expect(tags, kind).not.toMatch(/<(?:script|iframe|img|object|embed)\b|<[^>]*\son\w+=/i);
  }
});
