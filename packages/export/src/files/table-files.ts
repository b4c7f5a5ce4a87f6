import type { ShownColumn } from '@columns/content';
import { type TableSheet, toXlsx } from '@columns/office/write';
import { groupBy } from '@columns/standard';
import { z } from 'zod';
import { fileTerms, TERMS_SHAPE } from '../open-data/terms.ts';
import { toCsv } from '../table.ts';
import type { ColumnTable } from '../tables/column-table.ts';
import { cellsOf, numbersOf } from '../tables/column-table.ts';

/** A file to be published: its path below the column's base. */
export interface DataFile {
  readonly path: string;
  readonly bytes: string | Uint8Array;
}

/** Where the tables of the column stand: a folder that no entry's id can be mistaken for. */
export const TABLES = 'data/column/';

/**
 * With more rows than this, the JSON of a whole table names its years instead of holding them, and a
 * register can be had by year too.
 */
export const MOST_JSON_ROWS = 5000;

/** One table as CSV, JSON and xlsx, its schema, and a file for each year of those that have years. */
export function* tableFiles(
  table: ColumnTable,
  column: ShownColumn,
  folder = TABLES,
): Generator<DataFile> {
  const rows = table.rows(column);
  const base = `${folder}${table.name}`;
  const years = table.by === undefined ? [] : yearsOf(table.by, rows);
  const split = rows.length > MOST_JSON_ROWS && years.length > 0;
  yield { path: `${base}.schema.json`, bytes: json(schemaOf(table)) };
  yield { path: `${base}.csv`, bytes: toCsv(cellsOf(table, rows)) };
  yield { path: `${base}.xlsx`, bytes: toXlsx([sheetOf(table, rows)]) };
  const parts = years.map(([year]) => `${table.name}/${year}.json`);
  const document = split
    ? documentOf(table, column, { rows: [], parts })
    : documentOf(table, column, { rows });
  yield { path: `${base}.json`, bytes: json(document) };
  for (const [year, own] of years) {
    const part = `${base}/${year}`;
    const schema = `../${table.name}.schema.json`;
    yield { path: `${part}.csv`, bytes: toCsv(cellsOf(table, own)) };
    yield {
      path: `${part}.json`,
      bytes: json({ ...documentOf(table, column, { rows: own }), $schema: schema }),
    };
  }
}

/** All tables as the sheets of one workbook, and as one JSON file that names them. */
export function* wholeColumnFiles(
  tables: readonly ColumnTable[],
  column: ShownColumn,
): Generator<DataFile> {
  yield {
    path: `${TABLES}column.xlsx`,
    bytes: toXlsx(tables.map((table) => sheetOf(table, table.rows(column)))),
  };
  const { county, structure, newest } = column;
  yield {
    path: `${TABLES}column.json`,
    bytes: json({
      county: { id: county.id, name: county.name, title: county.title, level: county.level },
      demo: county.demo,
      structure,
      newest: newest ?? null,
      ...fileTerms(column),
      tables: tables.map(({ name, title, description }) => ({
        name,
        title,
        description,
        schema: `${name}.schema.json`,
        json: `${name}.json`,
        csv: `${name}.csv`,
        xlsx: `${name}.xlsx`,
      })),
    }),
  };
}

export function sheetOf(table: ColumnTable, rows: readonly object[]): TableSheet {
  return { name: table.title, table: cellsOf(table, rows), numbers: numbersOf(table) };
}

function documentOf(
  table: ColumnTable,
  column: ShownColumn,
  { rows, parts }: { readonly rows: readonly object[]; readonly parts?: readonly string[] },
) {
  const { county, newest } = column;
  return {
    $schema: `./${table.name}.schema.json`,
    county: county.id,
    table: table.name,
    title: table.title,
    demo: county.demo,
    newest: newest ?? null,
    ...fileTerms(column),
    ...(parts === undefined ? {} : { parts }),
    rows,
  };
}

/** JSON Schema (2020-12) of a table's JSON file, from the zod schema that its rows are made by. */
export function schemaOf(table: Pick<ColumnTable, 'row' | 'title' | 'description'>): object {
  const document = z.strictObject({
    $schema: z.string().meta({ title: '模式' }),
    county: z.string().meta({ title: '县区' }),
    table: z.string().meta({ title: '表' }),
    title: z.string().meta({ title: '名称' }),
    demo: z.boolean().meta({ title: '演示专栏' }),
    newest: z.string().nullable().meta({ title: '最新发布日期' }),
    ...TERMS_SHAPE,
    asOf: z.string().optional().meta({ title: '截至日期' }),
    parts: z
      .array(z.string())
      .optional()
      .meta({ title: '分年文件', description: '行数多时，rows 为空，各年的行在这些文件里' }),
    rows: z.array(table.row).meta({ title: '行' }),
  });
  return {
    ...z.toJSONSchema(document.meta({ title: table.title, description: table.description })),
  };
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function yearsOf(by: string, rows: readonly object[]): [string, object[]][] {
  const groups = groupBy(rows, (row) => String((row as Record<string, unknown>)[by]).slice(0, 4));
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1));
}
