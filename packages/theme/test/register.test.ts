import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './build.ts';
import { listFiles } from './files.ts';
import {
  aidRegister,
  aidRow,
  contentWith,
  ODD_REGISTERS,
  type TempContent,
} from './fixtures/register-content.ts';

let content: TempContent;
let site: BuiltApp;
const page = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');

beforeAll(async () => {
  content = contentWith([
    aidRegister(450, 'aid-list', 'formerly: ["2024/old-aid-list"]\n'),
    aidRegister(200, 'one-full-page'),
    ...ODD_REGISTERS,
  ]);
  site = await buildApp({ content: content.folder });
  expect(site.output).toContain('Complete!');
});

afterAll(() => {
  site.remove();
  content.remove();
});

const plainText = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The cells of each row below the headings, as texts without tags. */
function rowsOf(html: string): string[][] {
  const table = /<table class="register-table"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
  const body = table.slice(table.indexOf('<tbody'));
  return [...body.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)<\/t[dh]>/g)].map(([, , text = '']) =>
      plainText(text.replaceAll(/<[^>]*>/g, '')),
    ),
  );
}

const anchorsOf = (html: string) => [...html.matchAll(/<tr[^>]* id="(row-\d+)"/g)].map((m) => m[1]);

const ADDRESSES = ['2025/aid-list', '2025/aid-list/rows/2', '2025/aid-list/rows/3'];

describe('a register of 450 rows', () => {
  test('stands on its entry’s page and two more, each row once and in order', () => {
    const pages = ADDRESSES.map((address) => rowsOf(page(address)));
    expect(pages.map(({ length }) => length)).toEqual([200, 200, 50]);
    const rows = pages.flat().map(([, ...cells]) => cells);
    expect(rows).toEqual(Array.from({ length: 450 }, (_, i) => aidRow(i + 1)));
    const files = listFiles(site.dist).filter((file) => file.startsWith('2025/aid-list/'));
    expect(files).toHaveLength(3);
  });

  test('gives each row an address by its place in the register, and a link to it', () => {
    const html = ADDRESSES.map(page);
    expect(html.flatMap(anchorsOf)).toEqual(Array.from({ length: 450 }, (_, i) => `row-${i + 1}`));
    for (const row of [1, 200, 201, 450]) {
      expect(html.join('')).toContain(`href="#row-${row}" data-row="${row}"`);
    }
  });

  test('has a pager that leads to the first, previous, next and last page', () => {
    const pagers = ADDRESSES.map(
      (address) => /<nav class="register-pager"[\s\S]*?<\/nav>/.exec(page(address))?.[0] ?? '',
    );
    const links = pagers.map((pager) => [...pager.matchAll(/href="([^"]*)"/g)].map((m) => m[1]));
    const [first, second, third] = ADDRESSES.map((address) => `/qingshan/${address}/`);
    expect(links).toEqual([
      [second, third],
      [first, first, third, third],
      [first, second],
    ]);
    expect(pagers[1]).toMatch(/第 2 页，共 3 页，共 450 条/);
  });

  test('carries on every page one article with its title, and that it is an example', () => {
    const titles = ADDRESSES.map((address) => {
      const html = page(address);
      expect(html.match(/<article\b/g)).toHaveLength(1);
      expect(html).toContain('示例：本页内容为演示而写');
      // A title is parted where its line may break.
      return /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '');
    });
    expect(titles).toEqual([
      '临时救助发放名单450条',
      '临时救助发放名单450条（第 2 页）',
      '临时救助发放名单450条（第 3 页）',
    ]);
  });

  test('answers at former addresses of all its pages', () => {
    for (const path of [
      '2024/old-aid-list',
      '2024/old-aid-list/rows/2',
      '2024/old-aid-list/rows/3',
    ]) {
      expect(page(path)).toContain('content="0; url=/qingshan/2025/aid-list/"');
    }
  });

  test('names its columns for cards, and aligns only quantities', () => {
    const html = page('2025/aid-list/rows/2');
    expect(html).toContain('<td role="cell" class="number" data-label="金额（元）">11,719</td>');
    expect(html).toContain('<th role="rowheader" scope="row" class="key" data-label="姓名">');
    expect(html).toContain('class="code" data-label="联系电话"');
    expect(html).toContain('class="date" data-label="发放日期"');
  });

  test('has no style and no handler in its markup, and its script in a file', () => {
    for (const html of ADDRESSES.map(page)) {
      expect(html).not.toMatch(/\sstyle="|<style|\son\w+="|javascript:/);
      for (const [, attributes] of html.matchAll(/<script\b([^>]*)>/g)) {
        // Data for machines is no program, and no browser runs it.
        if (!attributes?.includes('type="application/ld+json"')) {
          expect(attributes).toContain('src=');
        }
      }
    }
  });

  test('loads a small script, and nothing else that other entries do not load', () => {
    const [, script = ''] =
      /<script type="module" src="\/qingshan\/([^"]+)"/.exec(page('2025/aid-list')) ?? [];
    expect(gzipSync(readFileSync(join(site.dist, script))).length).toBeLessThan(6 * 1024);
  });
});

describe('a register', () => {
  test('of exactly 200 rows is one page without a pager', () => {
    const html = page('2025/one-full-page');
    expect(rowsOf(html)).toHaveLength(200);
    expect(html).not.toContain('register-pager');
    expect(listFiles(join(site.dist, '2025/one-full-page'))).toEqual(['index.html']);
  });

  test('without rows says so under its headings', () => {
    const html = page('2025/no-rows');
    expect(html).toContain('本表目前没有记录。');
    expect(rowsOf(html)).toEqual([]);
    expect(html).toContain('共 0 条');
  });

  test('of one column and equal rows shows each of them', () => {
    const html = page('2025/one-column');
    expect(rowsOf(html)).toEqual([
      ['', '同一个名称'],
      ['', '同一个名称'],
      ['', '另一个名称'],
    ]);
    expect(anchorsOf(html)).toEqual(['row-1', 'row-2', 'row-3']);
  });

  test('that numbers its rows itself is not numbered again', () => {
    const html = page('2025/numbered');
    expect(html).not.toContain('行号');
    expect(html).toContain('<a href="#row-2">2</a>');
    expect(html).toMatch(/class="key" data-label="名称">乙/);
  });

  test('shows markup, line breaks and long texts in cells as text', () => {
    const odd = ODD_REGISTERS.find(({ id }) => id === 'odd-cells');
    const html = page('2025/odd-cells');
    expect(rowsOf(html).map(([, ...cells]) => cells)).toEqual(odd?.rows);
    expect(html).not.toContain('<b onclick');
  });

  test('of few rows does without the register’s script', () => {
    for (const id of ['no-rows', 'one-column', 'schools']) {
      expect(page(`2025/${id}`)).not.toMatch(/<script[^>]*Register/);
    }
  });
});
