import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parts, ROOT_FRAME_FILE, ROOT_PARTS } from '@columns/export/page';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { comparedCsv, indexPage, notFoundPage, searchPage } from '../src/root/pages.ts';
import type { ComparedColumn } from '../src/root/rows.ts';
import { builtApp, siteOf, workshop } from './fixture.ts';
import { FRAMES } from './frame.ts';

const parts = new Parts(FRAMES[ROOT_FRAME_FILE] ?? '', ROOT_PARTS);

function inputOf(...sites: ReturnType<typeof siteOf>[]) {
  return { parts, prefix: '/', columns: sites.map((site) => ({ ...site, path: site.base })) };
}

function compared({ columns }: ReturnType<typeof inputOf>): ComparedColumn[] {
  return columns.map((column) => ({
    ...{ column, level: '县级', entries: column.entries, recorded: false },
  }));
}

const index = (...sites: ReturnType<typeof siteOf>[]) => {
  const input = inputOf(...sites);
  return indexPage(input, compared(input));
};

describe('the index page', () => {
  const three = [
    siteOf('hunan', { level: 'province', name: '湖南省', title: '湖南省政务公开专栏' }),
    siteOf('luan', { level: 'city', name: '六安市', title: '六安市政务公开专栏' }),
    siteOf('anyue', { name: '安岳县', title: '安岳县基层政务公开专栏' }),
  ];

  it('puts province, city and county side by side, each with its link, entries and day', () => {
    const html = index(...three);
    expect(html).toContain('共 3 个专栏：省级 1 个，市级 1 个，县级 1 个。');
    for (const { title, base } of three) {
      expect(html).toContain(`<i class="address">${base}</i><i class="title">${title}</i>`);
    }
    expect(html.match(/<i class="entries">12<\/i>/g)).toHaveLength(3);
    expect(html).toContain('<i class="newest-text">2023-05-29</i>');
  });

  it('says what is not known of a column, and links what was made beside its pages', () => {
    const input = inputOf(siteOf('anyue'), siteOf('gaoyao'));
    const [known, unknown] = compared(input) as [ComparedColumn, ComparedColumn];
    const rows = [{ ...known, filled: [3, 26] as const, score: 81.26, recorded: true }, unknown];
    const html = indexPage(input, rows);
    expect(html).toContain('<i class="filled-text">3 / 26</i>');
    expect(html).toContain('<i class="score">81.26</i>');
    expect(html).toContain('<a href="/anyue/coverage/">公开情况</a>');
    expect(html).toContain('<i class="filled-text">—</i><i class="score"></i>');
    expect(html).not.toContain('/gaoyao/coverage/');
    const csv = comparedCsv(rows).split('\r\n');
    expect(csv[1]).toContain('/anyue/,12,3,26,81.3,2023-05-29');
    expect(csv[2]).toContain('/gaoyao/,12,,,,2023-05-29');
  });

  it('leaves out levels that have no column', () => {
    const html = index(siteOf('anyue'));
    expect(html).not.toContain('省级');
    expect(html).toContain('共 1 个专栏：县级 1 个。');
  });

  it('says that it is a demonstration, and asks not to be indexed, when any column is one', () => {
    const real = siteOf('anyue', { demo: false });
    const mixed = index(real, siteOf('gaoyao'));
    expect(mixed).toContain('<demo></demo>');
    expect(mixed).toContain('演示数据：其中');
    expect(mixed).toContain('<noindex></noindex>');
    const plain = index(real);
    expect(plain).not.toContain('<demo>');
    expect(plain).not.toContain('演示数据');
    expect(plain).not.toContain('<noindex>');
  });

  it('shows a title with markup in it as text', () => {
    const html = index(siteOf('anyue', { title: '<script>alert("1")</script>&' }));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
  });
});

describe('the page that searches all columns', () => {
  it('is there where one brings the script for it, and names each with its index', () => {
    const search = 'assets/SearchPanel.x.js';
    const input = inputOf(siteOf('anyue', { search }), siteOf('gaoyao', { search }));
    const html = searchPage(input) ?? '';
    expect(html).toContain('<i class="address">/anyue/assets/SearchPanel.x.js</i>');
    expect(html).toContain("'wasm-unsafe-eval'");
    for (const { path: base, name } of input.columns) {
      expect(html).toContain(`<i class="base">${base}</i><i class="name">${name}</i>`);
    }
    expect(searchPage(inputOf(siteOf('anyue')))).toBeUndefined();
  });
});

describe('the page for what is not found', () => {
  it('says so in Chinese and leads to every column', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir, base: '/repo/' });
    const html = await readFile(path.join(outDir, '404.html'), 'utf8');
    expect(html).toContain('<h1>没有这个页面</h1>');
    expect(html).toContain('<i class="base">/repo/anyue/</i>');
  });

  it('runs nothing but files of the site', () => {
    expect(notFoundPage(inputOf(siteOf('anyue')))).toContain("script-src 'self';");
  });
});

describe('robots.txt', () => {
  it('lets robots in, for they must fetch a page to see its noindex', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir });
    expect(await readFile(path.join(outDir, 'robots.txt'), 'utf8')).toBe(
      'User-agent: *\nAllow: /\n',
    );
  });
});
