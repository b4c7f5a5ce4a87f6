import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnGroup, Entry, ShownColumn } from '@columns/content';
import { addressOf, endedAs, isDisclosed, isOpen } from '@columns/content';
import { AUDIENCE_GROUPS } from '@columns/standard';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { listFiles } from '@columns/testkit/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';

/** More than one page of any list, over seven years; the busiest year has more than a page. */
const COUNT = 104;
const IN_BUSIEST = 66;
/** A list of so many stands on one page. */
const FOR_ENTERPRISES = 80;
const BASE = '/qingshan/';

let content: TempDir;
let app: BuiltApp;
let column: ShownColumn;

beforeAll(async () => {
  content = await makeTempDir('whole-lists');
  cpSync(CONTENT, content.path, { recursive: true });
  for (let number = 0; number < COUNT; number += 1) writeNumbered(number);
  app = await buildApp({ content: content.path });
  expect(app.code, app.output).toBe(0);
  const file = join(app.folder, '.columns/column.json');
  column = JSON.parse(readFileSync(file, 'utf8'));
}, 180_000);

afterAll(async () => {
  app?.remove();
  await content?.remove();
});

/** Of one number: a notice of an item, one of no item, one of a village, a policy and a register. */
function writeNumbered(number: number): void {
  const year = number < IN_BUSIEST ? 2025 : 2019 + (number % 6);
  const published = `${year}-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}`;
  const head = (title: string, facts: string) =>
    `---\ntitle: ${title}第${number}号\npublished: ${published}\nexample: true\n${facts}---\n\n见第${number}号。\n`;
  const proactive = 'attribute:\n  type: 主动\n';
  const notice = `kind: notice\nform: 公示\ndoc-number: 示例公〔${year}〕${number}号\n`;
  write(
    `social-assistance/temporary-aid-approval/${year}/of-item-${number}.md`,
    head(
      '审核审批公示',
      `${notice}unit: ${number % 2 ? 'civil-affairs' : 'government-office'}\n${number < FOR_ENTERPRISES ? 'audience: [企业]\n' : ''}${proactive}`,
    ),
  );
  write(
    `social-assistance/_general/${year}/of-domain-${number}.md`,
    head('社会救助情况', `${notice}unit: civil-affairs\ntown: dongshan\n${proactive}`),
  );
  write(
    `_notice/${year}/of-village-${number}.md`,
    head('村里的公告', `${notice}town: dongshan\nvillage: 前进村\n${proactive}`),
  );
  write(
    `_policy/${year}/of-library-${number}.md`,
    head(
      '办法',
      `kind: policy\nissuer: 青山县人民政府\nnormative: true\ndoc-number: 青政〔${year}〕${number}号\nformed: ${published}\nvalidity:\n  state: ${number % 3 ? '有效' : '废止'}\n  until: 2030-01-01\n${proactive}`,
    ),
  );
  write(
    `_register/${year}/of-lists-${number}.md`,
    head('名单', `kind: register\nunit: government-office\n${proactive}`),
  );
  write(`_register/${year}/of-lists-${number}.csv`, '名称,数量\n甲,1\n');
}

function write(file: string, text: string): void {
  const path = join(content.path, 'qingshan', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** The addresses that a page leads to, below the base, without what stands around every page. */
function linksOf(path: string): string[] {
  const html = readFileSync(join(app.dist, path, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<a\b[^>]*?\bhref="([^"#]+)/g)].flatMap(([, href = '']) =>
    href.startsWith(BASE) ? [href.slice(BASE.length)] : [],
  );
}

/** The pages of a list: its first, and all that these lead to below it or where its parts stand. */
function pagesOf(list: string, below = list): string[] {
  const pages = [list];
  for (const page of pages) {
    const further = linksOf(page).filter((to) => to.startsWith(below) && !pages.includes(to));
    pages.push(...new Set(further));
  }
  return pages;
}

/** Ids of what a list should hold and no way through its pages leads to. */
function lost(list: string, entries: readonly Entry[], below?: string): string[] {
  const reached = new Set(pagesOf(list, below).flatMap(linksOf));
  return entries.filter((entry) => !reached.has(addressOf(entry))).map(({ id }) => id);
}

const having = (has: (entry: Entry) => boolean) => column.entries.filter(has);
const ids = (list: readonly string[]) => having(({ id }) => list.includes(id));

/** Every list of the column, with what should stand in it. */
function lists(): (readonly [path: string, entries: readonly Entry[]])[] {
  const { domains, departments, towns, institutions, publishers } = column;
  const groups: ColumnGroup[] = [...domains, ...(publishers[0]?.groups ?? [])];
  const kinds = [...new Set(column.entries.map(({ data }) => data.kind))];
  const open = (kind: string) => having((each) => each.data.kind === kind && isOpen(each));
  return [
    ...domains.map(({ id, entries }) => [`domains/${id}/`, ids(entries)] as const),
    ...groups.flatMap(({ items }) =>
      items.map(({ ref, entries }) => [`domains/${ref}/`, ids(entries)] as const),
    ),
    ...kinds.map((kind) => [`kinds/${kind}/`, having(({ data }) => data.kind === kind)] as const),
    ...departments.map(
      ({ id }) => [`units/${id}/`, having(({ data }) => data.unit === id)] as const,
    ),
    ...institutions.map(
      ({ id }) => [`institutions/${id}/`, having(({ data }) => data.unit === id)] as const,
    ),
    ...towns.map(
      ({ id }) =>
        [`towns/${id}/`, having(({ data }) => data.unit === id || data.town === id)] as const,
    ),
    ...AUDIENCE_GROUPS.map(
      ({ id, name }) =>
        [
          `for/${id}/`,
          having((each) => isDisclosed(each) && (each.data.audience?.includes(name) ?? false)),
        ] as const,
    ).filter(([, entries]) => entries.length > 0),
    ['villages/qianjin/', having(({ data }) => data.village === '前进村')],
    ['villages/', having(({ data }) => data.village !== undefined)],
    ['library/', open('policy').filter(({ data }) => 'normative' in data && data.normative)],
    ['library/all/', open('policy')],
    ['lists/', open('register').filter(({ data }) => !('form' in data))],
    ['gazette/', open('gazette')],
    ['reports/', open('annual-report')],
    ['projects/', open('project')],
    ['tasks/', open('ledger')],
  ];
}

test('every entry is reached from every list that should hold it', () => {
  const all = lists();
  expect(all.length).toBeGreaterThan(80);
  expect(all.filter(([, entries]) => entries.length > 60).length).toBeGreaterThan(8);
  const broken = all.flatMap(([path, entries]) => {
    const missing = lost(path, entries);
    return missing.length > 0
      ? [`${path}: ${missing.length} of ${entries.length}, ${missing[0]}`]
      : [];
  });
  expect(broken).toEqual([]);
});

test('a document that is not in force as it was written is marked so in every list, on every page', () => {
  const ended = new Map(
    column.entries.flatMap((entry) => {
      const word = endedAs(entry);
      return word ? [[`href="${BASE}${addressOf(entry)}"`, word] as [string, string]] : [];
    }),
  );
  expect(ended.size).toBeGreaterThan(20);
  const unmarked = listFiles(app.dist)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const html = readFileSync(join(app.dist, file), 'utf8');
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      return main.split(/<(?=li|tr|dd|p\b)/).flatMap((line) => {
        const link = /href="[^"#]+"/.exec(line)?.[0] ?? '';
        const word = ended.get(link);
        return word === undefined || line.includes(word) ? [] : [`${file}: ${link}`];
      });
    });
  expect(unmarked).toEqual([]);
});

describe('a long list', () => {
  const years = (path: string) => {
    const year = new RegExp(`^${path}\\d{4}/$`);
    return [...new Set(linksOf(path))].filter((to) => year.test(to));
  };

  test.each([
    'kinds/notice/',
    'domains/social-assistance/_all/',
    'domains/social-assistance/temporary-aid-approval/',
    'units/civil-affairs/_all/',
    'towns/dongshan/_all/',
    'villages/qianjin/_all/',
    'lists/_all/',
  ])('leads from its first page to any year, and by number within one: %s', (path) => {
    expect(years(path)).toHaveLength(7);
    const [newest = ''] = years(path);
    expect(newest).toBe(`${path}2025/`);
    expect(linksOf(newest)).toContain(`${newest}page-2/`);
    for (const year of years(path)) {
      const shown = linksOf(year).filter((to) => /^\d{4}\/./.test(to));
      expect(shown.length).toBeLessThanOrEqual(60);
      expect(new Set(shown.map((to) => to.slice(0, 4))).size).toBe(1);
    }
  });

  test('of up to a hundred stands on one page, year below year', () => {
    expect(pagesOf('for/enterprises/')).toEqual(['for/enterprises/']);
    const html = readFileSync(join(app.dist, 'for/enterprises/index.html'), 'utf8');
    const years = [...html.matchAll(/<h2 id="year-(\d{4})"/g)].map(([, year]) => Number(year));
    expect(years).toEqual([2025, 2024, 2023, 2022, 2021, 2020, 2019]);
    for (const year of years) expect(html).toContain(`href="#year-${year}"`);
  });

  test('of a domain is narrowed by kind too, and its items lead to lists of their own', () => {
    const page = linksOf('domains/social-assistance/');
    for (const to of [
      '_all/kind-notice/',
      '_all/general/',
      '_all/2019/',
      'temporary-aid-approval/',
    ])
      expect(page).toContain(`domains/social-assistance/${to}`);
    const general = ids(column.domains.find(({ id }) => id === 'social-assistance')?.general ?? []);
    expect(lost('domains/social-assistance/_all/general/', general)).toEqual([]);
  });

  test('says of each document its number and its unit', () => {
    const html = readFileSync(join(app.dist, 'domains/social-assistance/index.html'), 'utf8');
    expect(html).toMatch(/示例公〔2025〕\d+号<\/span>\s*<span>县民政局<\/span>/);
  });
});
