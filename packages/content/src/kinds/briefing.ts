import { z } from 'zod';
import { day, line, paragraphs, post, publicLine, url } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';
import { notListed, picture } from './pictures.ts';

const BRIEFING_FORMS = ['新闻发布会', '例行新闻发布会', '媒体通气会', '记者见面会'] as const;

/** Whom 4·2·1+N asks for: 主要负责人 once a year, 相关负责人 once a half-year. */
export const SPEAKER_ROLES = ['主要负责人', '相关负责人', '新闻发言人'] as const;

const speaker = z.strictObject({
  role: z.enum(SPEAKER_ROLES).meta({ title: '身份' }),
  post: post().meta({ title: '职务', description: '写职务，不写姓名，如 县生态环境局局长' }),
});

const exchange = z.strictObject({
  question: publicLine().meta({ title: '提问', description: '写媒体名称，不写记者姓名' }),
  answer: paragraphs().meta({ title: '回答' }),
});

/** 新闻发布会: who spoke by post, and what was asked and answered (2019年度六安市政务公开目标任务责任清单第4项). */
export const briefing = defineKind({
  id: 'briefing',
  name: '新闻发布会',
  group: 'participation',
  hint: '新闻发布会的时间、发布单位、发布人职务和实录',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    form: z.enum(BRIEFING_FORMS).meta({ title: '形式' }),
    held: day().meta({ title: '举行日期' }),
    place: line().meta({ title: '地点' }),
    subject: line().meta({ title: '主题' }),
    speakers: z.array(speaker).min(1).meta({ title: '发布人', description: '每人一项，只写职务' }),
    live: url().optional().meta({ title: '直播网址' }),
    recording: url().optional().meta({ title: '录像网址' }),
    pictures: z.array(picture).min(1).optional().meta({ title: '图片' }),
    exchanges: z.array(exchange).min(1).optional().meta({
      title: '答记者问',
      description: '每问每答一项；发布的内容写在正文中',
    }),
  },
  contradictions: (data): Contradiction[] => [
    ...inOrder(data, ['held', '举行日期'], ['published', '发布日期']),
    ...notListed(data),
  ],
});
