import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column, ColumnReading } from '@columns/content';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countHan } from '../src/generate/lengths.ts';
import { countyDocuments, generateCounty } from '../src/index.ts';

const DOCUMENTS = 300;
let root: string;
let reading: ColumnReading;
let column: Column;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-generate-'));
  generateCounty({ county: 'sample', documents: DOCUMENTS, out: root, seed: 1 });
  reading = readColumn(root, 'sample', loadStandard());
  column = reading.column as Column;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a generated county', () => {
  test('is read without a problem, every file of it', () => {
    expect(reading.problems).toEqual([]);
    expect(column.entries).toHaveLength(DOCUMENTS);
  });

  test('has the kinds that make up most of a county, in every domain, over all years', () => {
    expect([...new Set(column.entries.map(({ data }) => data.kind))].sort()).toEqual([
      'interpretation',
      'notice',
      'policy',
      'register',
      'statement',
    ]);
    expect(column.domains.filter(({ entries }) => entries.length === 0)).toEqual([]);
    const years = new Set(column.entries.map(({ year }) => year));
    expect([...years].sort()).toEqual(Array.from({ length: 12 }, (_, index) => 2015 + index));
  });

  test('says of every entry that it is an example, with number, unit, review and keywords', () => {
    for (const { data } of column.entries) {
      expect(data).toMatchObject({ example: true, review: { date: data.published } });
      expect(data.indexNumber).toMatch(/^SHILI-SAMPLE-/);
      expect(data.unit).toBeDefined();
      expect(data.keywords?.length).toBeGreaterThan(1);
      expect(data.formed?.localeCompare(data.published)).toBeLessThanOrEqual(0);
    }
  });

  test('pairs interpretations with policies, both ways', () => {
    const explained = Object.values(column.relations).filter(
      ({ interpretedBy = [] }) => interpretedBy.length > 0,
    );
    expect(explained.length).toBeGreaterThan(20);
  });

  test('speaks of another structure when told to', () => {
    const options = { county: 'other', documents: 40, seed: 1, structure: 'luan-30' };
    generateCounty({ ...options, out: root });
    const other = readColumn(root, 'other', loadStandard());
    expect(other.problems).toEqual([]);
    expect(other.column?.structure.id).toBe('luan-30');
  });
});

describe('the documents', () => {
  const documents = [...countyDocuments({ county: 'sample', documents: 1500, seed: 1 })];
  const lengths = documents.map(({ body }) => countHan(body)).sort((a, b) => a - b);
  const holding = (pattern: RegExp) => documents.filter(({ body }) => pattern.test(body)).length;

  test('are about 1,200 characters long, some 200, some 8,000', () => {
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(1050);
    expect(mean).toBeLessThan(1350);
    expect(lengths[Math.floor(lengths.length * 0.12)]).toBeLessThan(250);
    expect(lengths.at(-3)).toBeGreaterThan(7000);
  });

  test('hold every shape that officers write', () => {
    const shapes = {
      heading: holding(/^## 一、/m),
      point: holding(/^\*\*（一）.+。\*\*/m),
      leadIn: holding(/^\*\*注意：\*\*请/m),
      list: holding(/^- /m),
      ordered: holding(/^1\. /m),
      table: holding(/^\| --- \|/m),
      merged: holding(/rowspan="/),
      footnote: holding(/^\[\^1\]: /m),
      strike: holding(/~~.+~~/),
      question: holding(/^### 问：/m),
      article: holding(/^\*\*第一条\*\*/m),
    };
    for (const [shape, count] of Object.entries(shapes))
      expect.soft(count, shape).toBeGreaterThan(5);
  });

  test('have registers of 10 to 200 rows, and a long one', () => {
    const rows = documents.flatMap(({ csv }) => (csv ? [csv.split('\n').length - 2] : []));
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(10);
    expect(rows.filter((count) => count >= 1000).length).toBeGreaterThan(0);
    expect(rows.filter((count) => count > 200 && count < 1000)).toEqual([]);
  });

  test('hold no identity number and no mobile telephone number', () => {
    const personal = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;
    expect(documents.filter(({ body, csv }) => personal.test(body + (csv ?? '')))).toEqual([]);
  });
});

describe('the same again', () => {
  const digest = (documents: number, seed: number, county = 'sample') => {
    const hash = createHash('sha256');
    for (const each of countyDocuments({ county, documents, seed }))
      hash.update(JSON.stringify(each));
    return hash.digest('hex');
  };

  test('the same arguments give the same bytes', () => {
    const again = mkdtempSync(join(tmpdir(), 'columns-again-'));
    generateCounty({ county: 'sample', documents: DOCUMENTS, out: again, seed: 1 });
    expect(bytesOf(join(again, 'sample'))).toEqual(bytesOf(join(root, 'sample')));
    rmSync(again, { recursive: true });
  });

  test('another seed or another county gives other bytes', () => {
    expect(new Set([digest(20, 1), digest(20, 2), digest(20, 1, 'other')]).size).toBe(3);
  });

  test('a larger county begins with the smaller one', () => {
    const small = [...countyDocuments({ county: 'sample', documents: 50, seed: 1 })];
    const large = [...countyDocuments({ county: 'sample', documents: 200, seed: 1 })];
    expect(large.slice(0, 50)).toEqual(small);
  });
});

describe('where it is written', () => {
  test('what was generated is made anew, and nothing of the old stays', () => {
    const out = mkdtempSync(join(tmpdir(), 'columns-anew-'));
    generateCounty({ county: 'a', documents: 30, out, seed: 1 });
    generateCounty({ county: 'a', documents: 5, out, seed: 2 });
    expect(readColumn(out, 'a', loadStandard()).column?.entries).toHaveLength(5);
    rmSync(out, { recursive: true });
  });

  test('a folder with anything else in it is refused and left alone', () => {
    const out = mkdtempSync(join(tmpdir(), 'columns-foreign-'));
    const folder = join(out, 'a');
    mkdirSync(folder);
    writeFileSync(join(folder, 'county.yaml'), 'id: a\n');
    const generate = () => generateCounty({ county: 'a', documents: 5, out, seed: 1 });
    expect(generate).toThrow('不会覆盖');
    expect(readdirSync(folder)).toEqual(['county.yaml']);
    rmSync(out, { recursive: true });
  });

  test.each([
    [{ county: '../up' }, '县区编号“../up”'],
    [{ documents: 0 }, '条数“0”'],
    [{ documents: 1.5 }, '条数“1.5”'],
    [{ seed: Number.NaN }, '种子“NaN”'],
    [{ structure: 'nowhere' }, '没有领域结构“nowhere”'],
  ])('%j is refused before anything is written', (wrong, message) => {
    const out = join(root, 'never');
    const options = { county: 'a', documents: 5, out, seed: 1, ...wrong };
    expect(() => generateCounty(options)).toThrow(message);
    expect(existsSync(out)).toBe(false);
  });
});

function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  return new Map(files.map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]));
}
