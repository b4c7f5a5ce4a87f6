import { z } from 'zod';

const text = z.string().min(1);

export const correctionSchema = z.strictObject({
  wrong: text.meta({ title: '错误写法' }),
  right: text.meta({ title: '正确写法' }),
  unless: z.array(text).optional().meta({
    title: '例外',
    description: '含有这一写法而正确的词语',
  }),
});

export type Correction = z.infer<typeof correctionSchema>;

export const thresholdSchema = z.strictObject({
  id: text,
  value: z.union([z.number(), z.string()]),
  unit: text,
  title: text,
  source: text,
});

export const wordsSchema = z.strictObject({
  typos: z.array(correctionSchema),
  names: z.array(correctionSchema),
  doubled: text,
  'doubled-allowed': z.array(text),
  proper: z.array(text),
});

const days = () => z.int().min(1).optional();
const share = () => z.number().min(0).max(1).optional();

/** What a county may change: `content/<county>/check.yaml`. Every part may be left out. */
export const countySettingsSchema = z.strictObject({
  thresholds: z
    .strictObject({
      'column-fresh-days': days().meta({ title: '专栏更新天数' }),
      'notice-fresh-days': days().meta({ title: '通知公告更新天数' }),
      'policy-fresh-days': days().meta({ title: '政策文件更新天数' }),
      'domain-fresh-days': days().meta({ title: '领域更新天数' }),
      'publication-days': days().meta({ title: '公开时限（工作日）' }),
      'review-from': z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, '须写成“年-月-日”，如 2023-05-29')
        .optional()
        .meta({ title: '发布审核起始日期' }),
      'open-days': z.int().min(0).optional().meta({
        title: '每年政务开放日次数',
        description: '本地方案规定的次数；不写时不检查',
      }),
      'open-days-each': z.int().min(0).optional().meta({
        title: '每个部门和乡镇每年的政务开放日次数',
        description: '本地方案要求各部门、各乡镇都举行时写；不写时不检查',
      }),
      'quarterly-briefings': z.int().min(0).optional().meta({
        title: '每季度新闻发布会次数',
        description: '本地方案规定的次数；不写时不检查',
      }),
      'head-interpretations': z.int().min(0).optional().meta({
        title: '主要负责人每年解读次数',
        description: '本地方案规定的次数；不写时不检查',
      }),
      'emergency-hours': z.number().positive().optional().meta({
        title: '突发事件首次发布时限（小时）',
      }),
      'emergency-briefing-hours': z.number().positive().optional().meta({
        title: '突发事件新闻发布会时限（小时）',
      }),
      trainings: z.int().min(0).optional().meta({
        title: '每年政务公开培训次数',
        description: '本地方案规定的次数；不写时不检查',
      }),
      'media-fresh-days': days().meta({ title: '政务新媒体更新天数' }),
      'project-progress-months': z.int().min(1).optional().meta({ title: '项目进度更新月数' }),
      'attachment-megabytes': z.number().positive().max(100).optional().meta({
        title: '附件大小上限（MB）',
      }),
      'unpacked-megabytes': z.number().positive().max(2000).optional().meta({
        title: '附件解压上限（MB）',
      }),
      'pdf-pages': z.int().min(1).optional().meta({ title: 'PDF 页数上限' }),
      'same-share': z.number().min(0.5).max(1).optional().meta({ title: '重复比例' }),
      'same-length': z.int().min(50).optional().meta({ title: '比较重复的最少字数' }),
      'coverage-late': share().meta({ title: '逾期公开的折算比例' }),
      'coverage-stale': share().meta({ title: '超期未更新的折算比例' }),
      'coverage-explained': share().meta({ title: '只有情况说明的折算比例' }),
    })
    .optional()
    .meta({ title: '数值' }),
  typos: z.array(correctionSchema).optional().meta({ title: '错别字' }),
  names: z.array(correctionSchema).optional().meta({ title: '机关名称' }),
  proper: z.array(text).optional().meta({ title: '专名', description: '不作语言检查的词语' }),
});

export type CountySettings = z.infer<typeof countySettingsSchema>;
export type ThresholdId = keyof NonNullable<CountySettings['thresholds']>;
