import { day, entryRef } from '../fields.ts';
import { defineKind } from './kind.ts';

/**
 * 任务清单: tasks with their lead, units, deadline, state and evidence, one a row
 * (六政办秘〔2020〕94号附件1; 安岳县2023年方案附件2). Several rows of one number are one task.
 */
export const ledger = defineKind({
  id: 'ledger',
  name: '任务清单',
  hint: '任务、牵头和责任单位、截止日期、目标、状态、佐证，一行一项，数据放在同名 .csv 文件中',
  csv: true,
  form: 'tasks',
  body: 'optional',
  references: ['plan'],
  shape: {
    plan: entryRef().optional().meta({ title: '所依据的文件', description: '部署任务的文件编号' }),
    updated: day().optional().meta({ title: '状态更新日期' }),
  },
});
