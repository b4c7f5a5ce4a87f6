import { z } from 'zod';
import { entryRef, line, ordinal, post } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';
import { repostedFrom } from './reposted.ts';

/** 六政办秘〔2020〕94号, 二（二）3, and 2019清单第3项 (音频视频、卡通动漫、访谈). */
const INTERPRETATION_FORMS = [
  '文字',
  '图解',
  '视频',
  '音频',
  '动漫',
  '新闻发布会',
  '访谈',
  '问答',
  '案例说明',
  '明白卡',
  '一封信',
  '公示栏',
] as const;

const SPEAKERS = ['主要负责人', '部门', '专家'] as const;

/** 政策解读: explains one or more policies; linked both ways. */
export const interpretation = defineKind({
  id: 'interpretation',
  name: '政策解读',
  group: 'documents',
  hint: '对已公开文件的解读',
  csv: false,
  body: 'required',
  references: ['interprets'],
  shape: {
    interprets: z.array(entryRef()).min(1).meta({ title: '所解读的文件' }),
    form: z.enum(INTERPRETATION_FORMS).meta({ title: '解读形式' }),
    by: line().optional().meta({ title: '解读单位' }),
    speaker: z.enum(SPEAKERS).optional().meta({ title: '解读人', description: '谁来解读' }),
    'speaker-post': post().optional().meta({
      title: '解读人职务',
      description: '写职务，不写姓名，如 县民政局局长',
    }),
    round: ordinal().optional().meta({
      title: '第几次解读',
      description: '分段、多次、持续解读的，写是第几次',
    }),
    ...repostedFrom,
  },
  contradictions: headOfNothing,
});

/** Who speaks as the head of an office is named by post. */
function headOfNothing(data: {
  readonly speaker?: string | undefined;
  readonly 'speaker-post'?: string | undefined;
}): Contradiction[] {
  if (data.speaker !== '主要负责人' || data['speaker-post'] !== undefined) return [];
  return [
    {
      path: ['speaker'],
      message: '写了主要负责人解读，没有写职务',
      expected: 'speaker-post 中的职务，如 县民政局局长',
    },
  ];
}
