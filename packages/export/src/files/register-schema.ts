import type { Entry } from '@columns/content';
import { z } from 'zod';
import { TERMS_SHAPE } from '../open-data/terms.ts';
import { date } from '../tables/column-table.ts';

/**
 * JSON Schema (2020-12) of a register's `data/<id>.json`, as `toJson` writes it: one object a row, with
 * the register's own column names as keys; every cell is text as the office wrote it.
 */
export function registerSchema(entry: Entry): object {
  const columns = entry.table?.columns ?? [];
  const row = z.strictObject(
    Object.fromEntries(columns.map((name) => [name, z.string().meta({ title: name })])),
  );
  const document = z.strictObject({
    id: z.literal(entry.id).meta({ title: '编号' }),
    title: z.string().meta({ title: '标题' }),
    published: date('发布日期'),
    ...TERMS_SHAPE,
    columns: z.array(z.enum(columns as [string, ...string[]])).meta({ title: '栏' }),
    rows: z.array(row).meta({ title: '行' }),
  });
  return z.toJSONSchema(document.meta({ title: entry.data.title }));
}
