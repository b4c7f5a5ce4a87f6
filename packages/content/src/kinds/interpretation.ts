import { z } from 'zod';
import { entryRef, line } from '../fields.ts';
import { defineKind } from './kind.ts';

/** 政策解读: explains one or more policies; linked both ways. */
export const interpretation = defineKind({
  id: 'interpretation',
  name: '政策解读',
  hint: '对已公开文件的解读',
  csv: false,
  body: 'required',
  references: ['interprets'],
  shape: {
    interprets: z.array(entryRef()).min(1).meta({ title: '所解读的文件' }),
    form: z.enum(['文字', '图解', '视频', '新闻发布会', '问答']).meta({ title: '解读形式' }),
    by: line().optional().meta({ title: '解读单位' }),
  },
});
