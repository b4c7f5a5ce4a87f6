import { z } from 'zod';
import { day, entryRef, line } from '../fields.ts';
import { defineKind } from './kind.ts';

/**
 * 名录、清单: a head and a CSV whose columns are those of its form
 * (`packages/standard/data/register-forms.yaml`), the item's elements, or those declared.
 */
export const register = defineKind({
  id: 'register',
  name: '名录清单',
  group: 'lists',
  hint: '一行一条的表，数据放在同名 .csv 文件中',
  csv: true,
  body: 'optional',
  references: ['replaces'],
  shape: {
    form: line().optional().meta({
      title: '清单种类',
      description: '如 权责清单、惠民补贴、名录：表头按种类规定，逐格核对',
    }),
    columns: z.array(line()).min(1).optional().meta({
      title: '表头',
      description: '不写 form 时用；都不写时取该事项的公开要素',
    }),
    updated: day().optional().meta({ title: '数据更新日期' }),
    approved: day().optional().meta({
      title: '批准日期',
      description: '预算、决算经人大或其常委会批准的日期',
    }),
    rounded: z.literal(true).optional().meta({
      title: '四舍五入',
      description: '各项经四舍五入、合计可能略有出入的写 true',
    }),
    replaces: entryRef().optional().meta({
      title: '替换的旧清单',
      description: '旧清单的编号；旧清单保留，标明已调整',
    }),
  },
});
