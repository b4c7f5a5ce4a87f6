import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ShownColumn } from '@columns/content';
import { readColumn, readRows, shownColumn } from '@columns/content';
import { type Files, makeCounty, notice, register } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { type DataFile, dataFiles } from '../src/files/index.ts';
import { dataTerms, termsText, toCsv, toJson } from '../src/index.ts';

const BASE = 'https://example.gov.cn/shili/';
const SCHOOLS = 'shili/compulsory-education/school-directory';
const COLUMNS = '学校名称,学校地址,办学层次,办学类型';
const FILES = {
  'shili/departments.yaml': '- {id: education, name: 县教育局, telephone: 0000-0000001}\n',
  'shili/_notice/2022/old.md': notice(['published: 2022-03-01', 'keywords: [旧, 通知]']),
  [`${SCHOOLS}/2022/schools-2022.md`]: register(['published: 2022-09-01']),
  [`${SCHOOLS}/2022/schools-2022.csv`]: `${COLUMNS}\n一小,城关镇,小学,公办\n`,
  [`${SCHOOLS}/2023/schools.md`]: register(['unit: education', 'summary: 全县学校']),
  [`${SCHOOLS}/2023/schools.csv`]: `${COLUMNS}\n一小,城关镇,小学,公办\n=二小,城关镇,小学,公办\n`,
};

function made(more: readonly string[] = []): { column: ShownColumn; contentRoot: string } {
  const county = ['id: shili', 'name: 示例县', 'level: county', 'structure: national-26'];
  const files: Files = {
    ...FILES,
    'shili/county.yaml': `${[...county, 'demo: true', 'consult: {office: education}', ...more].join('\n')}\n`,
  };
  const { contentRoot } = makeCounty({ files });
  const { column } = readColumn(contentRoot, 'shili', loadStandard());
  if (!column) throw new Error('The fixture has no column.');
  return { column: shownColumn(column), contentRoot };
}

function filesOf(more: readonly string[] = []): Map<string, DataFile['bytes']> {
  const { column, contentRoot } = made(more);
  return new Map([...dataFiles(column, contentRoot, BASE)].map(({ path, bytes }) => [path, bytes]));
}

function parsed(files: ReadonlyMap<string, DataFile['bytes']>, path: string) {
  return JSON.parse(String(files.get(path)));
}

interface Distribution {
  readonly downloadURL: string;
  readonly byteSize?: number;
  readonly checksum?: { readonly checksumValue: string };
}

interface DataSetNode {
  readonly '@id': string;
  readonly inSeries?: readonly string[];
  readonly distribution: readonly Distribution[];
}

async function quadsOf(document: object): Promise<Quad[]> {
  return new Parser().parse(
    await jsonld.toRDF(document, { safe: true, format: 'application/n-quads' }),
  );
}

/** What the shapes of DCAT-AP find, each as property and constraint. */
async function faults(document: object): Promise<string[]> {
  const shapes = new Parser().parse(
    readFileSync(new URL('./dcat-ap.ttl', import.meta.url), 'utf8'),
  );
  const report = await new Validator(new Store(shapes)).validate(
    new Store(await quadsOf(document)),
  );
  return report.results.map(({ path, sourceConstraintComponent }) =>
    [path, sourceConstraintComponent]
      .map((term) => (Array.isArray(term) ? '' : (term?.value ?? '')).replace(/^.*[/#]/, ''))
      .join(' '),
  );
}

const CATALOGUE = 'data.json';
const LICENCE =
  'open-data: {licence: {name: 知识共享署名 4.0, address: "https://creativecommons.org/licenses/by/4.0/"}}';

describe('the DCAT catalogue', () => {
  it('keeps to the shapes of DCAT-AP 3.0.1', async () => {
    expect(await faults(parsed(filesOf(), CATALOGUE))).toEqual([]);
    expect(await faults(parsed(filesOf([LICENCE]), CATALOGUE))).toEqual([]);
  });

  it('is judged by shapes that tell what does not', async () => {
    const document = parsed(filesOf(), CATALOGUE);
    const [first, ...rest] = document.dataset;
    const [file] = first.distribution;
    const { title, ...untitled } = first;
    const broken = (dataset: object) => faults({ ...document, dataset: [dataset, ...rest] });
    expect(title).toBe('公开信息');
    expect(await broken(untitled)).toEqual(['title MinCountConstraintComponent']);
    const light = { ...file, byteSize: -1 };
    expect(await broken({ ...first, distribution: [light] })).toEqual([
      'byteSize DatatypeConstraintComponent',
    ]);
    const unlicensed = { ...file, licence: 'https://example.org/' };
    expect(await broken({ ...first, distribution: [unlicensed] })).toEqual([
      'license ClassConstraintComponent',
    ]);
    const unsigned = { ...file, checksum: { ...file.checksum, algorithm: undefined } };
    expect(await broken({ ...first, distribution: [unsigned] })).toEqual([
      'algorithm MinCountConstraintComponent',
    ]);
  });

  it('has every table and register, and the size and digest of every file that is made with it', () => {
    const files = filesOf();
    const { dataset } = parsed(files, CATALOGUE) as { dataset: DataSetNode[] };
    const named = dataset.map((one) => one['@id'].replace(`${BASE}data/#`, ''));
    expect(named).toEqual(
      expect.arrayContaining([
        'entries',
        'catalogue',
        'units',
        'ledger',
        'schools',
        'schools-2022',
      ]),
    );
    const distributions = dataset.flatMap(({ distribution }) => distribution);
    for (const { downloadURL, byteSize, checksum } of distributions) {
      const bytes = files.get(downloadURL.slice(BASE.length));
      if (bytes === undefined) continue;
      expect(byteSize, downloadURL).toBe(Buffer.byteLength(bytes));
      expect(checksum?.checksumValue, downloadURL).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      );
    }
    // A register's CSV and JSON are made with its page, the ledger with the history.
    const missing = distributions
      .map(({ downloadURL }) => downloadURL.slice(BASE.length))
      .filter((path) => !files.has(path) && !path.startsWith('data/column/ledger'));
    expect(missing.sort()).toEqual([
      ...['data/schools-2022.csv', 'data/schools-2022.json'],
      ...['data/schools.csv', 'data/schools.json'],
    ]);
  });

  it('tells of a register’s CSV and JSON what they weigh when its page makes them', () => {
    const { column, contentRoot } = made();
    const { dataset } = parsed(filesOf(), CATALOGUE) as { dataset: DataSetNode[] };
    const entry = column.entries.find(({ id }) => id === 'schools');
    if (!entry?.table) throw new Error('The fixture has no register.');
    const table = { columns: entry.table.columns, rows: readRows(contentRoot, entry) };
    const digests = dataset
      .find((one) => one['@id'].endsWith('#schools'))
      ?.distribution.map(({ checksum }) => checksum?.checksumValue);
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(digests).toEqual(
      expect.arrayContaining([digest(toCsv(table)), digest(toJson(entry, table, column))]),
    );
  });

  it('puts in a series what is made again and again: the years of a table, and an item’s registers', () => {
    const { dataset } = parsed(filesOf(), CATALOGUE) as { dataset: DataSetNode[] };
    const members = (series: string) =>
      dataset
        .filter(({ inSeries = [] }) => inSeries.includes(`${BASE}data/#${series}`))
        .map((one) => one['@id'].replace(`${BASE}data/#`, ''));
    expect(members('entries-years')).toEqual(['entries-2023', 'entries-2022']);
    expect(members('series-compulsory-education-school-directory')).toEqual([
      'schools',
      'schools-2022',
    ]);
  });

  it('can be read where the address of the site is not known', async () => {
    const { column, contentRoot } = made();
    const files = new Map(
      [...dataFiles(column, contentRoot)].map(({ path, bytes }) => [path, bytes]),
    );
    expect(parsed(files, CATALOGUE).dataset[0].distribution[0].downloadURL).toBe(
      'data/column/entries.csv',
    );
  });
});

describe('the terms of use', () => {
  it('of a demonstration say that nobody may take it for the government’s word', () => {
    expect(termsText(dataTerms(made().column))).toBe(
      '使用许可：演示数据，可以自由用于试用和评估；不是政府发布的数据，请勿作为依据。联系：县教育局，0000-0000001。',
    );
  });

  it('are the county’s own where it has them, in the catalogue and beside every CSV', () => {
    const contact =
      'contact: {name: 县数据资源管理局, telephone: 0000-0000002, email: data@example.gov.cn}';
    const files = filesOf([LICENCE.replace('}}', `}, ${contact}}`)]);
    const address = 'https://creativecommons.org/licenses/by/4.0/';
    const { dataset, '@included': included } = parsed(files, CATALOGUE);
    for (const { distribution } of dataset as { distribution: { licence: string }[] }[])
      for (const { licence } of distribution) expect(licence).toBe(address);
    expect(included).toContainEqual(
      expect.objectContaining({ fn: '县数据资源管理局', email: 'mailto:data@example.gov.cn' }),
    );
    for (const folder of ['data/', 'data/column/'])
      expect(parsed(files, `${folder}csv-metadata.json`)).toMatchObject({
        'dc:license': { '@id': address },
        'dcat:contactPoint': {
          'vcard:fn': '县数据资源管理局',
          'vcard:hasTelephone': [{ '@id': 'tel:0000-0000002' }],
          'vcard:hasEmail': { '@id': 'mailto:data@example.gov.cn' },
        },
      });
  });

  it('stand in every JSON file that holds data, by itself', () => {
    const contact = { name: '县数据资源管理局', telephone: '0000-0000002' };
    const said = 'contact: {name: 县数据资源管理局, telephone: 0000-0000002}';
    const files = filesOf([LICENCE.replace('}}', `}, ${said}}`)]);
    // What tells of files and holds none says it in its own words.
    const data = [...files.keys()].filter(
      (path) => path.endsWith('.json') && !/(?:schema|data|csv-metadata)\.json$/.test(path),
    );
    expect(data).toEqual(expect.arrayContaining(['data/column/column.json', '2023/schools.json']));
    for (const path of data) {
      const { licence, contact: told } = parsed(files, path);
      expect([path, licence?.address, told]).toEqual([
        path,
        'https://creativecommons.org/licenses/by/4.0/',
        contact,
      ]);
    }
  });

  it('are said to be unknown where an office has not given any', () => {
    const { column } = made();
    const silent = { ...column, county: { ...column.county, openData: {} } };
    expect(termsText(dataTerms(silent))).toContain('没有说明，使用前请先询问');
  });
});

interface CsvwColumn {
  readonly titles: string;
  readonly datatype: string | { readonly base: string; readonly format: unknown };
  readonly separator?: string;
  readonly default?: string;
  readonly required?: true;
}

interface CsvwTable {
  readonly url: string;
  readonly tableSchema: { readonly columns: readonly CsvwColumn[] };
}

/** What of a CSV is not as its metadata say (W3C, Model for Tabular Data, 6.4): a reading of our own, in short. */
function csvwFaults({ tableSchema }: CsvwTable, csv: string): string[] {
  const [head = [], ...rows] = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
  const titles = tableSchema.columns.map((column) => column.titles);
  if (titles.join() !== head.join()) return [`${titles.join()} ≠ ${head.join()}`];
  return rows.flatMap((cells) =>
    tableSchema.columns.flatMap((column, at) => {
      const cell = cells[at] || (column.default ?? '');
      if (cell === '') return column.required ? [`${column.titles}: empty`] : [];
      return fits(column, cell) ? [] : [`${column.titles}: ${cell}`];
    }),
  );
}

function fits({ datatype, separator }: CsvwColumn, cell: string): boolean {
  const { base, format } =
    typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype;
  if (separator !== undefined || (base === 'string' && format === undefined)) return true;
  if (base === 'string') return new RegExp(String(format)).test(cell);
  if (base === 'boolean') return String(format).split('|').includes(cell);
  if (base === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(cell);
  if (base === 'nonNegativeInteger') return /^\d+$/.test(cell);
  if (base === 'decimal') return /^-?[\d,]+(\.\d+)?$/.test(cell);
  return base === 'anyURI' && URL.canParse(cell);
}

describe('the metadata of CSV files', () => {
  it('say of every table how its columns are called and what stands in them', () => {
    const files = filesOf();
    const { tables } = parsed(files, 'data/column/csv-metadata.json') as { tables: CsvwTable[] };
    expect(tables.map(({ url }) => url)).toContain('entries/2022.csv');
    for (const table of tables.filter(({ url }) => !url.startsWith('ledger')))
      expect(csvwFaults(table, String(files.get(`data/column/${table.url}`))), table.url).toEqual(
        [],
      );
  });

  it('know a day from a number, and a column of choices from text', () => {
    const files = filesOf();
    const { tables } = parsed(files, 'data/column/csv-metadata.json') as { tables: CsvwTable[] };
    const entries = tables.find(({ url }) => url === 'entries.csv') as CsvwTable;
    const typeOf = (title: string) =>
      entries.tableSchema.columns.find(({ titles }) => titles === title);
    expect(typeOf('附件数')).toMatchObject({ datatype: 'nonNegativeInteger' });
    expect(typeOf('撤回日期')).toMatchObject({ datatype: { base: 'date' } });
    expect(typeOf('公开方式')).toMatchObject({
      ...{ datatype: { format: '^(主动|依申请|不予)$' }, required: true },
    });
    const csv = String(files.get('data/column/entries.csv'));
    expect(csvwFaults(entries, csv.replace(/,主动,/, ',公开,'))).toEqual(['公开方式: 公开']);
  });

  it('tell of a register by the types that its form has', () => {
    const files = filesOf();
    const { tables } = parsed(files, 'data/csv-metadata.json') as { tables: CsvwTable[] };
    expect(tables.map(({ url }) => url)).toEqual(['schools.csv', 'schools-2022.csv']);
    for (const { tableSchema } of tables)
      expect(tableSchema.columns.map(({ titles }) => titles).join()).toBe(COLUMNS);
  });
});
