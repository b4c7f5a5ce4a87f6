import { z } from 'zod';
import { day, line } from '../fields.ts';
import { defineKind } from './kind.ts';

/** 名录、清单: a head and a CSV whose columns are the item's elements, or those declared. */
export const register = defineKind({
  id: 'register',
  name: '名录清单',
  hint: '一行一条的表，数据放在同名 .csv 文件中',
  csv: true,
  body: 'optional',
  references: [],
  shape: {
    columns: z.array(line()).min(1).optional().meta({
      title: '表头',
      description: '不写时取该事项的公开要素',
    }),
    updated: day().optional().meta({ title: '数据更新日期' }),
  },
});
