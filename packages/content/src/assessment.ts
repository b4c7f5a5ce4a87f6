import type { Pair } from '@columns/standard';
import { z } from 'zod';
import type { CamelKeys } from './camel.ts';
import { day, entryRef, id, line } from './fields.ts';

/** What the machine counts of a column on a day, besides the rates of pairs (`pairs.yaml`). */
export const MEASURES: Readonly<Record<string, string>> = {
  score: '公开得分',
  late: '逾期公开的事项数',
  empty: '空白的事项数',
  'periods-missing': '逾期未公开的期数',
  'tasks-overdue': '逾期的任务数',
};

const share = () => z.number().min(0).max(100);

/**
 * `assessment.yaml`: by what the work of disclosure is assessed: 六政办秘〔2020〕94号二（二）6, 三（三）; 2019清单第1、92、98项;
 * 湘政务公开办发〔2020〕1号四（三）. An indicator is counted by the machine, or its results are entered.
 */
export const assessmentSchema = z.strictObject({
  title: line().meta({ title: '名称', description: '如 2019年度政务公开考评' }),
  year: z.int().min(2000).max(2100).meta({ title: '年度' }),
  plan: entryRef().optional().meta({ title: '所依据的文件' }),
  source: line().optional().meta({ title: '来源' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  indicators: z
    .array(
      z.strictObject({
        id: id().meta({ title: '编号' }),
        name: line().meta({ title: '指标' }),
        of: line().optional().meta({
          title: '占哪一项的比重',
          description: '如 政务公开考评、政府目标管理考核；比重各占各的，不相加',
        }),
        share: share().optional().meta({ title: '比重（%）' }),
        bound: z.enum(['为', '不低于']).optional().meta({
          title: '比重的写法',
          description: '文件写“不低于”的写 不低于；不写时为 为',
        }),
        who: line().optional().meta({ title: '谁考评谁', description: '写单位，不写姓名' }),
        counted: id().optional().meta({
          title: '由程序统计',
          description:
            '按本专栏的内容统计的，写统计哪一项，如 score（公开得分）、interpretation（重要政策解读率）；人工评定的不写，结果录入 results',
        }),
        note: line().optional().meta({ title: '说明' }),
        source: line().optional().meta({ title: '出处' }),
      }),
    )
    .min(1)
    .meta({ title: '考评指标' }),
  results: z
    .array(
      z.strictObject({
        indicator: id().meta({ title: '指标编号' }),
        whom: line().meta({ title: '被考评单位', description: '单位或县区的名称' }),
        value: z.number().meta({ title: '得分' }),
        date: day().meta({ title: '评定日期' }),
        entry: entryRef().optional().meta({ title: '结果所在的信息' }),
      }),
    )
    .optional()
    .meta({ title: '人工评定的结果' }),
});

export type Assessment = CamelKeys<z.infer<typeof assessmentSchema>>;

/** What the machine can count, by id: its own measures and the rates of what must follow what. */
export function measureNames(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const rates = pairs.flatMap(({ id, rate }) => (rate ? [[id, `${rate.name}（%）`] as const] : []));
  return new Map([...Object.entries(MEASURES), ...rates]);
}
