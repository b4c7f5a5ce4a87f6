import { createHash } from 'node:crypto';
import type { ShownColumn } from '@columns/content';
import { readColumn, readRows, shownColumn } from '@columns/content';
import { COUNTY, makeCounty, notice, policy, register } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type DataFile, dataFiles, MOST_JSON_ROWS, tableFiles } from '../src/files/index.ts';
import { securityText } from '../src/files/security.ts';
import { COLUMN_TABLES, cellsOf, ledgerTable, toJson } from '../src/index.ts';

const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const FILES = {
  'shili/departments.yaml': '- {id: education, name: 县教育局}\n',
  'shili/_policy/2023/rules.md': policy(['unit: education', 'normative: true'], '第一条\n'),
  'shili/_notice/2022/old.md': notice(['published: 2022-03-01', 'keywords: [旧, 通知]']),
  'shili/_notice/2023/gone.md': notice([
    'summary: 不再显示的概述',
    'withdrawn: {date: 2023-06-01, reason: 重复}',
  ]),
  'shili/_notice/2023/secret.md': notice(
    ['attribute: {type: 不予, grounds: 条例第十四条, reassess: 2024-05-29}'],
    '',
  ),
  [`${SCHOOLS}/schools.md`]: register(['summary: 全县学校']),
  [`${SCHOOLS}/schools.csv`]: '学校名称,学校地址,办学层次,办学类型\n一小,城关镇,小学,公办\n',
};

function made(): { column: ShownColumn; contentRoot: string } {
  const { contentRoot } = makeCounty({ files: FILES });
  const { column } = readColumn(contentRoot, 'shili', loadStandard());
  if (!column) throw new Error('The fixture has no column.');
  return { column: shownColumn(column), contentRoot };
}

function filesOf(base?: string): Map<string, DataFile['bytes']> {
  const { column, contentRoot } = made();
  const files = [...dataFiles(column, contentRoot, base), ...tableFiles(ledgerTable(), column)];
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

function parsed(files: ReadonlyMap<string, DataFile['bytes']>, path: string) {
  return JSON.parse(String(files.get(path)));
}

const BASE = 'https://example.gov.cn/shili/';

describe('the data of a column', () => {
  it('has every table as CSV that Excel opens, JSON and xlsx, each at its address', () => {
    const files = filesOf();
    for (const name of ['entries', 'catalogue', 'units', 'statistics', 'ledger']) {
      expect(String(files.get(`data/column/${name}.csv`))).toMatch(/^\ufeff/);
      expect(parsed(files, `data/column/${name}.json`).table).toBe(name);
      expect([...(files.get(`data/column/${name}.xlsx`) ?? '')].slice(0, 2)).toEqual([0x50, 0x4b]);
    }
    expect([...files.keys()]).toContain('data/column/column.xlsx');
  });

  it('of a register keeps to a JSON Schema of its own columns, and that tells what does not', () => {
    const { column, contentRoot } = made();
    const entry = column.entries.find(({ id }) => id === 'schools');
    if (!entry?.table) throw new Error('The fixture has no register.');
    const { columns } = entry.table;
    const document = JSON.parse(
      toJson(entry, { columns, rows: readRows(contentRoot, entry) }, column),
    );
    const schema = parsed(filesOf(), 'data/schools.schema.json');
    const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(document.rows).toHaveLength(1);
    expect(fits(document), JSON.stringify(fits.errors)).toBe(true);
    expect(fits({ ...document, rows: [{ ...document.rows[0], 电话: '0' }] })).toBe(false);
    expect(fits({ ...document, rows: [{ 学校名称: '一小' }] })).toBe(false);
  });

  it('keeps to its JSON Schema, and the schema tells what does not', () => {
    const files = filesOf();
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const tables = [...COLUMN_TABLES.map(({ name }) => name), 'ledger'];
    for (const name of tables) {
      const validate = ajv.compile(parsed(files, `data/column/${name}.schema.json`));
      const document = parsed(files, `data/column/${name}.json`);
      expect([name, validate(document), validate.errors]).toEqual([name, true, null]);
      const [first] = document.rows;
      const broken = { ...document, rows: [{ ...first, surplus: 1 }] };
      expect([name, validate(broken)]).toEqual([name, false]);
    }
  });

  it('is split by year, and a year holds its own rows only', () => {
    const files = filesOf();
    const year = parsed(files, 'data/column/entries/2022.json');
    expect(year.rows.map(({ id }: { id: string }) => id)).toEqual(['old']);
    expect(String(files.get('data/column/ledger/2023.csv')).trim().split('\r\n')).toHaveLength(5);
  });

  it('names the years in place of rows where a whole table would be too big', () => {
    const { column } = made();
    const [entry] = column.entries;
    if (!entry) throw new Error('The fixture has no entry.');
    const entries = Array.from({ length: MOST_JSON_ROWS + 1 }, (_, i) => ({
      ...entry,
      id: `n${i}`,
    }));
    const [, , , whole] = tableFiles(COLUMN_TABLES[0] ?? ledgerTable(), { ...column, entries });
    const document = JSON.parse(String(whole?.bytes));
    expect([document.rows, document.parts]).toEqual([[], ['entries/2023.json']]);
  });

  it('says of a withdrawn entry only what its page says', () => {
    const files = filesOf();
    expect(parsed(files, '2023/gone.json')).toMatchObject({
      ...{ title: '通知', withdrawn: '2023-06-01', withdrawnReason: '重复', summary: null },
    });
    for (const [path, bytes] of files) {
      expect([path, String(bytes).includes('不再显示的概述')]).toEqual([path, false]);
    }
  });

  it('gives each entry as the content file itself, whose digest stands beside it', () => {
    const files = filesOf();
    const digest = createHash('sha256')
      .update(files.get('2023/rules.md') ?? '')
      .digest('hex');
    expect(parsed(files, '2023/rules.json')).toMatchObject({ sha256: digest, text: '第一条\n' });
  });

  it('counts years as the annual report does', () => {
    const { column } = made();
    const statistics = COLUMN_TABLES.find(({ name }) => name === 'statistics');
    const rows = statistics?.rows(column) ?? [];
    expect(rows.map(({ year, entries, documentsMade }) => [year, entries, documentsMade])).toEqual([
      [2023, 4, 1],
      [2022, 1, 0],
    ]);
  });

  it('holds no more columns in a row than in the head', () => {
    const { column } = made();
    for (const table of COLUMN_TABLES) {
      const { columns, rows } = cellsOf(table, table.rows(column));
      for (const cells of rows) expect(cells).toHaveLength(columns.length);
      expect(new Set(columns).size).toBe(columns.length);
    }
  });

  it('is the same bytes every time', () => {
    const digest = ({ bytes }: DataFile) => createHash('sha256').update(bytes).digest('hex');
    const { column, contentRoot } = made();
    const once = [...dataFiles(column, contentRoot, BASE)].map(digest);
    expect([...dataFiles(column, contentRoot, BASE)].map(digest)).toEqual(once);
  });
});

describe('the sitemap', () => {
  it('lists open entries with their days, and nothing withdrawn or withheld', () => {
    const files = filesOf(BASE);
    const year = String(files.get('sitemaps/2023.xml'));
    expect(year).toContain(`<loc>${BASE}2023/rules/</loc><lastmod>2023-05-29</lastmod>`);
    expect(year).not.toMatch(/gone|secret/);
    expect(String(files.get('sitemap.xml'))).toContain(`${BASE}sitemaps/2022.xml`);
  });

  it('is not made where the address of the site is not known', () => {
    expect([...filesOf().keys()].filter((path) => path.includes('sitemap'))).toEqual([]);
  });
});

describe('what programs that read text are given', () => {
  it('is a sitemap of the content files, open entries only', () => {
    const files = filesOf(BASE);
    expect(String(files.get('sitemap-markdown.xml'))).toContain(
      `${BASE}sitemaps/markdown-2023.xml`,
    );
    const year = String(files.get('sitemaps/markdown-2023.xml'));
    expect(year).toContain(`<loc>${BASE}2023/rules.md</loc><lastmod>2023-05-29</lastmod>`);
    expect(year).not.toMatch(/gone|secret/);
    for (const [, path = ''] of year.matchAll(/<loc>https:..example.gov.cn.shili.([^<]+)</g))
      expect(files.has(path), path).toBe(true);
  });

  it('is told in one text: what the column is, and links that lead somewhere', () => {
    const files = filesOf(BASE);
    const text = String(files.get('llms.txt'));
    expect(text).toMatch(/^# .+\n\n> .*演示专栏，不是政府网站.*共 \d+ 条/);
    const links = [...text.matchAll(/\]\((.+?)\)/g)].map(([, to = '']) => to.slice(BASE.length));
    for (const path of links.filter((to) => !to.endsWith('/')))
      expect(files.has(path), path).toBe(true);
    expect(links.filter((to) => to.startsWith('domains/'))).toHaveLength(26);
    expect(String(filesOf().get('llms.txt'))).toContain('](data/column/entries.json)');
  });
});

describe('security.txt', () => {
  const of = (lines: string) => {
    const county = `${COUNTY}${lines}`;
    const { contentRoot } = makeCounty({ files: { ...FILES, 'shili/county.yaml': county } });
    return readColumn(contentRoot, 'shili', loadStandard());
  };

  it('is what the county says of whom to tell, until when', () => {
    const { column } = of(
      'security: {contact: ["mailto:security@example.gov.cn"], expires: 2027-06-30}\n',
    );
    if (!column) throw new Error('The fixture has no column.');
    expect(securityText(column.county)).toBe(
      'Contact: mailto:security@example.gov.cn\nExpires: 2027-06-30T23:59:59+08:00\nPreferred-Languages: zh\n',
    );
  });

  it('is not there where the county says nothing, and refuses what is no address', () => {
    expect(filesOf().has('security.txt')).toBe(false);
    const { problems } = of('security: {contact: [13800000000], expires: 2027-06-30}\n');
    expect(problems.map(({ field }) => field)).toContain('security.contact.0');
  });
});
