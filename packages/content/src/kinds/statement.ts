import { z } from 'zod';
import { day, itemPath } from '../fields.ts';
import { defineKind } from './kind.ts';

/** 发布说明: says honestly why an item has nothing. */
export const statement = defineKind({
  id: 'statement',
  name: '发布说明',
  group: 'documents',
  hint: '某事项暂无内容时，说明原因',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    reason: z
      .enum([
        '无此类事项',
        '尚未发生',
        '由上级或其他单位公开',
        '正在整理',
        '标准尚未印发',
        '依法不予公开',
      ])
      .meta({ title: '原因' }),
    covers: z.array(itemPath()).min(1).optional().meta({
      title: '涉及事项',
      description: '不写时为所在文件夹的事项',
    }),
    expected: day().optional().meta({ title: '预计公开日期' }),
  },
});
