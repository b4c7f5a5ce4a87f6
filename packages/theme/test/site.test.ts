import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isDisclosed, readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { pageFacts } from '@columns/testkit/site';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture, CONTENT } from './build.ts';
import { listFiles } from './files.ts';

let site: BuiltApp;
const read = (path: string) => readFileSync(join(site.dist, path), 'utf8');
const page = (path: string) => read(join(path, 'index.html'));
/** The text of a page as a reader without tags sees it. */
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  site = await builtFixture();
  expect(site.output).toContain('Complete!');
  expect(site.code).toBe(0);
});

describe('a column', () => {
  test('has a page for every sort of address', () => {
    const addresses = [
      '',
      'domains/social-assistance',
      'domains/compulsory-education/school-directory',
      'kinds/policy',
      'units',
      'units/government-office',
      'towns/dongshan',
      'upper',
      'catalogue',
      'search',
    ];
    for (const address of addresses)
      expect(existsSync(join(site.dist, address, 'index.html'))).toBe(true);
    expect(existsSync(join(site.dist, '404.html'))).toBe(true);
  });

  test('says on every page in Chinese that it is a demonstration, and asks not to be indexed', () => {
    for (const file of listFiles(site.dist).filter((path) => path.endsWith('.html'))) {
      const html = read(file);
      expect(html, file).toContain('lang="zh-CN"');
      expect(html, file).toContain('演示专栏，非政府官方网站');
      expect(html, file).toContain('name="robots" content="noindex"');
    }
  });

  test('has exactly one article on each entry page and none elsewhere', () => {
    for (const file of listFiles(site.dist).filter((path) => path.endsWith('.html'))) {
      const articles = read(file).match(/<article\b/g)?.length ?? 0;
      const isEntry = /^\d{4}\//.test(file) && !file.includes('old-aid-rules');
      expect(articles, file).toBe(isEntry ? 1 : 0);
    }
  });

  test('tells what putting the counties together must know', () => {
    const { column } = readColumn(CONTENT, 'qingshan', loadStandard());
    expect(column?.disclosed).toBeLessThan(column?.entries.length ?? 0);
    expect(JSON.parse(read('site.json'))).toMatchObject({
      county: 'qingshan',
      level: 'county',
      base: '/qingshan/',
      demo: true,
      newest: '2025-09-01',
      entries: (column?.entries ?? []).filter(isDisclosed).length,
    });
  });

  test('lists the city’s open documents by link, with the city’s own address', () => {
    expect(page('upper')).toContain('href="/dashi/2023/city-plan/"');
  });

  test('shows only the year of what its source gives no date', () => {
    expect(page('upper')).toContain('<time datetime="2023">2023年</time>');
  });

  test('shows an item what must be disclosed, what has been, and what explains that nothing is', () => {
    const filled = textOf(page('domains/compulsory-education/school-directory'));
    expect(filled).toContain('青山县义务教育学校名录');
    expect(filled).toContain('办学层次');
    expect(textOf(page('domains/social-assistance/temporary-aid-approval'))).toContain(
      '临时救助审核审批信息发布说明',
    );
    expect(textOf(page('domains/social-assistance/supervision'))).toContain('本事项暂无公开内容');
  });

  test('lists an entry under further items without a second page', () => {
    expect(page('domains/social-assistance/policy-documents')).toContain('/2024/aid-rules/');
    expect(listFiles(site.dist).filter((path) => path.endsWith('aid-rules/index.html'))).toEqual([
      '2024/aid-rules/index.html',
      '2024/old-aid-rules/index.html',
    ]);
  });
});

describe('an entry', () => {
  test('carries its header, number, attribute and text', () => {
    const text = textOf(page('2024/aid-rules'));
    for (const part of [
      '示例发〔2024〕1号',
      '000000001/2024-00001',
      '2024年5月20日',
      '县政府办公室',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('有效，有效期至2029年5月31日');
    expect(text).toContain('公开方式 主动公开');
    expect(page('2024/aid-rules')).toContain('<p class="attribute">（此件主动公开）</p>');
    expect(page('2024/aid-rules')).toContain('<strong>注意：</strong>请于2024年6月30日前');
  });

  test('prints no mark that the document does not bear: 公开方式 is the column’s own word', () => {
    for (const file of listFiles(site.dist).filter((path) => path.endsWith('.html'))) {
      if (file.includes('2024/aid-rules/') || file.includes('2024/old-aid-rules/')) continue;
      expect(readFileSync(join(site.dist, file), 'utf8'), file).not.toMatch(/此件\S+公开/);
    }
    expect(textOf(page('2024/old-rules'))).toContain('公开方式 主动公开');
  });

  test('links policy and interpretation both ways', () => {
    expect(page('2024/aid-rules')).toContain('href="/qingshan/2024/aid-rules-explained/"');
    expect(page('2024/aid-rules-explained')).toContain('href="/qingshan/2024/aid-rules/"');
    expect(page('2024/aid-rules-explained')).toContain('href="/dashi/2023/city-plan/"');
  });

  test('says on its own page that it was repealed, and by what', () => {
    const html = page('2024/old-rules');
    expect(textOf(html)).toContain('本文件自2024年5月28日起已经废止。');
    expect(html).toContain('href="/qingshan/2024/aid-rules/"');
    expect(page('2024/aid-rules')).toContain('href="/qingshan/2024/old-rules/"');
  });

  test('written in MDX shows its components', () => {
    const html = page('2024/aid-rules-explained');
    expect(html).toContain('<strong>一句话：</strong>新办法');
    expect(html).toContain('<strong>身份证、户口簿。</strong>材料');
    expect(html).toContain('<ol class="steps">');
    expect(textOf(html)).toContain('问：多久有结果？');
  });

  test('that is withheld shows its header and ground, and no more', () => {
    const text = textOf(page('2025/withheld-record'));
    expect(text).toContain('公开方式 不予公开（《政府信息公开条例》第十六条，内部工作底稿）');
  });

  test('that was withdrawn keeps its address and shows only title, date and reason', () => {
    const html = page('2025/wrong-notice');
    expect(textOf(html)).toContain('本信息已于2025年6月4日撤回。原因：日期有误，已重新发布。');
    expect(html).not.toContain('这里的正文不应再出现');
  });

  test('answers at its former address with the new one', () => {
    const html = page('2024/old-aid-rules');
    expect(html).toContain('http-equiv="refresh" content="0; url=/qingshan/2024/aid-rules/"');
    expect(html).toContain('<a href="/qingshan/2024/aid-rules/">');
  });

  test('offers its attachments and a register’s data', () => {
    expect(page('2025/autumn-notice')).toMatch(
      /href="\/qingshan\/2025\/autumn-notice\/list\.txt" download="[^"]*\p{Script=Han}[^"]*\.txt"/u,
    );
    expect(read('2025/autumn-notice/list.txt')).toBe('身份证、户口簿\n');
    expect(read('data/schools.csv')).toBe(
      '\ufeff学校名称,学校地址,办学层次,办学类型,办公电话\r\n' +
        '示例第一小学,东山镇示例路1号,小学,公办,0000-0000011\r\n' +
        '示例第二小学,"东山镇前进村,村口",小学,公办,0000-0000012\r\n',
    );
    expect(JSON.parse(read('data/schools.json')).rows[1]).toMatchObject({
      学校地址: '东山镇前进村,村口',
    });
  });

  test('of 1,200 characters weighs at most 14 KB with its styles, and needs no script', () => {
    const html = page('2025/long-notice');
    const styles = [...html.matchAll(/<link rel="stylesheet" href="\/qingshan\/([^"]+)"/g)];
    expect(styles.length).toBeGreaterThan(0);
    const css = styles.map(([, path]) => gzipSync(read(path as string)).length);
    const weight = css.reduce((sum, bytes) => sum + bytes, gzipSync(html).length);
    expect(weight).toBeLessThan(14 * 1024);
    // Three small files add the reader's display, its buttons and the print button; the words
    // stand in the page, and no script does.
    const { scripts, inlineScripts } = pageFacts(html);
    expect([scripts, inlineScripts]).toEqual([3, []]);
  });
});
