import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Column, Entry } from '@columns/content';
import { addressOf, readBody, readColumn, readRows, shownColumn } from '@columns/content';
import { renderMarkdown } from '@columns/content/markdown';
import type { Search, SearchAnswer } from '@columns/search/client';
import { writeClient } from '@columns/search/fixture';
import { loadStandard } from '@columns/standard';
import { launchBrowser, makeTempDir, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowPagePath } from '../src/client/register/addresses.ts';
import { buildSearchIndex } from '../src/integration/search-index.ts';

const CONTENT = join(import.meta.dirname, '../../../content');
const COUNTIES = ['anyue', 'gaoyao', 'hunan', 'jinzhai', 'luan', 'lukou', 'wuling'];

/** What a citizen types, where, and what should stand first. */
const QUESTIONS: readonly (readonly [county: string, query: string, first: string])[] = [
  ['anyue', '高龄津贴 办事指南', 'elder-allowance-guide-2026'],
  ['anyue', '通贤镇 高龄津贴', 'elder-allowance-tongxian-2026'],
  ['anyue', '出生登记', 'birth-registration-guide-2026'],
  ['anyue', '招生入学', 'enrolment-notice-2026'],
  ['anyue', '政务公开专区管理办法', 'example-rules-2026'],
  ['gaoyao', '最低生活保障 指南', 'minimum-living-guide-2026'],
  ['gaoyao', '金利镇 最低生活保障', 'minimum-living-jinli-2026'],
  ['gaoyao', '避灾点', 'shelters-dawan-2026'],
  ['gaoyao', '征收土地', 'land-notice-2026'],
  ['hunan', '政务公开专区', 'zone-standard-2026'],
  ['jinzhai', '養老機構', 'elder-homes-2026'],
  ['jinzhai', '临时救助', 'temporary-aid-guide-2026'],
  ['jinzhai', '小学招生范围', 'enrolment-areas-2026'],
  ['jinzhai', '卫生健康 投诉', 'health-complaints-2026'],
  ['luan', '空气质量', 'air-water-frequency-2019'],
  ['luan', '学前教育', 'preschool-items-2019'],
  ['lukou', '农机购置补贴', 'machinery-2026'],
  ['lukou', '公租房', 'home-selection-2026'],
  ['lukou', '高频公开事项清单', 'frequent-items-list-2026'],
  ['wuling', '图书馆', 'free-opening-2026'],
  ['wuling', '应急避难场所', 'shelters-2026'],
  ['wuling', '学生资助', 'student-aid-2026'],
];

/** An entry's article as its page has it, without building the site. */
function article(entry: Entry): string {
  const { title, docNumber } = entry.data;
  const open = entry.data.attribute.type === '主动' && !entry.data.withdrawn;
  const body = open && entry.hasBody ? readBody(CONTENT, entry) : '';
  const number = docNumber === undefined ? '' : `<p>${docNumber}</p>`;
  const html =
    entry.format === 'mdx'
      ? `<p>${body.replaceAll(/<[^>]*>/g, '').replaceAll('\n\n', '</p><p>')}</p>`
      : renderMarkdown(body, { resolve: () => undefined }).html;
  return `<article><h1>${title}</h1>${number}${html}`;
}

function rowsOf(entry: Entry, page: number): string {
  if (entry.table === undefined) return '';
  const rows = readRows(CONTENT, entry).slice((page - 1) * 200, page * 200);
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${cells.join('')}</table>`;
}

function writePages(folder: string, column: Column): void {
  for (const entry of column.entries) {
    const beside = join(CONTENT, entry.file.replace(/\.mdx?$/, ''));
    for (const { file } of entry.attachments) {
      cpSync(join(beside, file), join(folder, addressOf(entry), file));
    }
    const rows = entry.table?.rows ?? 0;
    for (let page = 1; page === 1 || (page - 1) * 200 < rows; page += 1) {
      const file = join(folder, addressOf(entry), rowPagePath(page), 'index.html');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${article(entry)}${rowsOf(entry, page)}</article>`);
    }
  }
}

let browser: Browser;
let page: Page;
let served: ServedFolder;
let folder: Awaited<ReturnType<typeof makeTempDir>>;

beforeAll(async () => {
  folder = await makeTempDir('questions');
  const standard = loadStandard();
  for (const county of COUNTIES) {
    const { column } = readColumn(CONTENT, county, standard);
    if (!column) throw new Error(`no column ${county}`);
    const dist = join(folder.path, county, 'dist');
    writePages(dist, column);
    await buildSearchIndex(dist, shownColumn(column), join(folder.path, county, 'search'));
  }
  await writeClient(folder.path);
  served = await serveFolder(folder.path, { base: '/anyue/' });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${served.origin}/anyue/search/`);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await folder?.remove();
});

function ask(counties: readonly string[], query: string, near = false): Promise<SearchAnswer> {
  const bundles = counties.map((county) => ({ path: `../${county}/dist/pagefind/` }));
  return page.evaluate(
    async ([bundles, query, near]) => {
      const { createSearch } = globalThis as unknown as {
        createSearch(options: object): Search;
      };
      const search = createSearch({ bundles });
      const answer = await search.ask(query, { near });
      search.close();
      return answer;
    },
    [bundles, query, near] as const,
  );
}

describe('what a citizen wants stands first', () => {
  test.each(QUESTIONS)('in %s, for “%s”: %s', async (county, query, first) => {
    const { results } = await ask([county], query);
    const found = results.map(({ url }) => url.split('/')[1]);
    expect(found[0], found.join(' ')).toBe(first);
  });
});

test('an everyday word is answered with what its official one finds', async () => {
  const { near } = await ask(['gaoyao'], '低保金', true);
  expect(near[0]?.also).toBe('最低生活保障');
});

test('one question goes to all seven columns, which can then be told apart', async () => {
  const { filters, results } = await ask(COUNTIES, '义务教育学校名录');
  expect(filters['county']?.length).toBeGreaterThan(4);
  expect(results[0]?.title.text).toContain('义务教育学校名录');
});
