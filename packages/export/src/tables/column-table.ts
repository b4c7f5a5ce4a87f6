import type { ShownColumn } from '@columns/content';
import { z } from 'zod';
import type { Table } from '../table.ts';

/** What one cell of a machine's table may be; `null` where nothing is known. */
export type Value = string | number | boolean | null | readonly string[];

/**
 * A table of the whole column: its rows as JSON by these keys, as CSV and xlsx by the fields' Chinese
 * titles. Keys, once published, stay; new ones are added at the end.
 */
export interface ColumnTable<Row extends Record<string, Value> = Record<string, Value>> {
  /** In the address: `data/column/<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** One row; each field's `title` heads its column. */
  readonly row: z.ZodObject;
  /** The field, a day or a year, by which big tables are also given a year at a time. */
  readonly by?: keyof Row & string;
  readonly rows: (column: ShownColumn) => Row[];
}

/** A table whose rows must fit its schema, in TypeScript and, in the tests, in fact. */
export function columnTable<S extends z.ZodRawShape>(
  table: Omit<ColumnTable, 'row' | 'rows' | 'by'> & {
    readonly shape: S;
    readonly by?: keyof S & string;
    readonly rows: (column: ShownColumn) => z.infer<z.ZodObject<S>>[];
  },
): ColumnTable {
  const { shape, ...rest } = table;
  return { ...rest, row: z.strictObject(shape) } as unknown as ColumnTable;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const DATE_FORM = '年-月-日；原文没有写全的只到年或月';

export const text = (title: string, description?: string) =>
  z.string().meta({ title, ...(description === undefined ? {} : { description }) });
export const maybe = (title: string, description?: string) =>
  z
    .string()
    .nullable()
    .meta({ title, ...(description === undefined ? {} : { description }) });
export const day = (title: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ title, description: '年-月-日' });
export const maybeDay = (title: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .meta({ title, description: '年-月-日；没有的为空' });
/** A date as far as it is known. */
export const date = (title: string) =>
  z.string().regex(DATE).meta({ title, description: DATE_FORM });
export const maybeDate = (title: string) =>
  z
    .string()
    .regex(DATE)
    .nullable()
    .meta({ title, description: `${DATE_FORM}；没有的为空` });
export const list = (title: string) =>
  z.array(z.string()).meta({ title, description: '表格中以“；”分开' });
export const count = (title: string) => z.int().nonnegative().meta({ title });
export const yes = (title: string) => z.boolean().meta({ title, description: '表格中为“是”或空' });

/** Rows as cells, for people's tables. */
export function cellsOf({ row }: Pick<ColumnTable, 'row'>, rows: readonly object[]): Table {
  const fields = Object.entries(row.shape) as [string, z.ZodType][];
  return {
    columns: fields.map(([key, schema]) => schema.meta()?.title ?? key),
    rows: rows.map((one) => fields.map(([key]) => cellText((one as Record<string, Value>)[key]))),
  };
}

/** The columns of a table that hold numbers. */
export function numbersOf({ row }: Pick<ColumnTable, 'row'>): string[] {
  return Object.entries(row.shape).flatMap(([key, schema]) =>
    schema instanceof z.ZodNumber ? [(schema as z.ZodType).meta()?.title ?? key] : [],
  );
}

function cellText(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return '是';
  return typeof value === 'object' ? value.join('；') : String(value);
}
