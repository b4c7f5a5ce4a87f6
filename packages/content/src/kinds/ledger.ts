import { z } from 'zod';
import { day, entryRef } from '../fields.ts';
import { defineKind } from './kind.ts';

/** What a list of tasks is for; those of a plan say nothing. */
export const LEDGER_TYPES = ['民生实事', '年度重点工作', '上年整改', '方案备案', '验收'] as const;

/**
 * 任务清单: tasks with their lead, units, deadline, state and evidence, one a row
 * (六政办秘〔2020〕94号附件1; 安岳县2023年方案附件2). Several rows of one number are one task.
 * What the plan says stays as it is; beside it stands how far this column is: 本专栏的情况.
 */
export const ledger = defineKind({
  id: 'ledger',
  name: '任务清单',
  group: 'lists',
  hint: '任务、牵头和责任单位、截止日期、目标照原文，状态、进展、下一步、佐证写本专栏的情况，一行一项，数据放在同名 .csv 文件中',
  csv: true,
  form: 'tasks',
  body: 'optional',
  references: ['plan'],
  shape: {
    plan: entryRef().optional().meta({ title: '所依据的文件', description: '部署任务的文件编号' }),
    type: z.enum(LEDGER_TYPES).optional().meta({
      title: '清单类型',
      description: '民生实事、年度重点工作、上年考评问题的整改、方案备案、验收；分解文件任务的不写',
    }),
    updated: day().optional().meta({
      title: '状态更新日期',
      description: '各行状态的日期；逐行不同的，写在“状态日期”一列',
    }),
  },
});
