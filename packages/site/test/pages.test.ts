import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { indexPage, notFoundPage, searchPage } from '../src/pages.ts';
import { builtApp, siteOf, workshop } from './fixture.ts';

function columnsOf(...sites: ReturnType<typeof siteOf>[]) {
  return sites.map((site) => ({ ...site, path: site.base }));
}

describe('the index page', () => {
  const columns = columnsOf(
    siteOf('hunan', { level: 'province', name: '湖南省', title: '湖南省政务公开专栏' }),
    siteOf('luan', { level: 'city', name: '六安市', title: '六安市政务公开专栏' }),
    siteOf('anyue', { name: '安岳县', title: '安岳县基层政务公开专栏' }),
  );

  it('lists province, city and county, each with its link, entries and day', () => {
    expect(indexPage({ columns, prefix: '/' })).toMatchInlineSnapshot(`
      "<!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>基层政务公开专栏</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/columns.css">
      </head>
      <body>
      <main>
      <h1>基层政务公开专栏</h1>
      <p class="demo">演示专栏，非政府官方网站</p>
      <p>共 3 个专栏：省级 1 个，市级 1 个，县级 1 个。</p>
      <section aria-labelledby="province">
      <h2 id="province">省级专栏</h2>
      <ul>
      <li><a href="/hunan/">湖南省政务公开专栏</a>
      <span class="facts">湖南省 · 公开信息 12 条 · 最新发布 <time datetime="2023-05-29">2023-05-29</time> · 演示</span></li>
      </ul>
      </section>
      <section aria-labelledby="city">
      <h2 id="city">市级专栏</h2>
      <ul>
      <li><a href="/luan/">六安市政务公开专栏</a>
      <span class="facts">六安市 · 公开信息 12 条 · 最新发布 <time datetime="2023-05-29">2023-05-29</time> · 演示</span></li>
      </ul>
      </section>
      <section aria-labelledby="county">
      <h2 id="county">县级专栏</h2>
      <ul>
      <li><a href="/anyue/">安岳县基层政务公开专栏</a>
      <span class="facts">安岳县 · 公开信息 12 条 · 最新发布 <time datetime="2023-05-29">2023-05-29</time> · 演示</span></li>
      </ul>
      </section>
      </main>
      </body>
      </html>
      "
    `);
  });

  it('has a box that searches all columns, where one brings the script for it', () => {
    const search = 'assets/SearchPanel.x.js';
    const searched = columnsOf(siteOf('anyue', { search }), siteOf('gaoyao', { search }));
    const input = { columns: searched, prefix: '/' };
    expect(indexPage(input)).toContain('<form class="search" role="search" action="/search/">');
    expect(indexPage(input)).not.toContain('<script');
    const html = searchPage(input) ?? '';
    expect(html).toContain('<script type="module" src="/anyue/assets/SearchPanel.x.js"></script>');
    expect(html).toContain("'wasm-unsafe-eval'");
    for (const { path, name } of searched) {
      expect(html).toContain(`<a href="${path}search/" data-column="${path}">${name}</a>`);
    }
    expect(searchPage({ columns, prefix: '/' })).toBeUndefined();
    expect(indexPage({ columns, prefix: '/' })).not.toContain('<form');
  });

  it('leaves out levels that have no column', () => {
    const html = indexPage({ columns: columnsOf(siteOf('anyue')), prefix: '/' });
    expect(html).not.toContain('省级');
    expect(html).toContain('共 1 个专栏：县级 1 个。');
  });

  it('says that it is a demonstration, and asks not to be indexed, when any column is one', () => {
    const real = siteOf('anyue', { demo: false });
    const mixed = indexPage({ columns: columnsOf(real, siteOf('gaoyao')), prefix: '/' });
    expect(mixed).toContain('<p class="demo">演示专栏，非政府官方网站</p>');
    expect(mixed).toContain('<meta name="robots" content="noindex">');
    const plain = indexPage({ columns: columnsOf(real), prefix: '/' });
    expect(plain).not.toContain('演示');
    expect(plain).not.toContain('noindex');
  });

  it('shows a title with markup in it as text', () => {
    const title = '<script>alert("1")</script>&';
    const html = indexPage({ columns: columnsOf(siteOf('anyue', { title })), prefix: '/' });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
  });

  it('holds no script and no inline style', () => {
    for (const html of [
      indexPage({ columns, prefix: '/' }),
      notFoundPage({ columns, prefix: '/' }),
    ])
      expect(html).not.toMatch(/<script|<style|style=|\son\w+=/);
  });
});

describe('the page for what is not found', () => {
  it('says so in Chinese and leads to the index and to every column', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir, base: '/repo/' });
    const html = await readFile(path.join(outDir, '404.html'), 'utf8');
    expect(html).toContain('<h1>页面不存在</h1>');
    expect(html).toContain('<a href="/repo/">返回首页</a>');
    expect(html).toContain('href="/repo/anyue/"');
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
