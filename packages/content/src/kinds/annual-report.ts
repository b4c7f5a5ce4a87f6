import { z } from 'zod';
import { sumFaults } from '../annual-report/arithmetic.ts';
import type { ReportRow } from '../annual-report/tables.ts';
import { APPLICANTS, APPLICATION_ROWS, DISPUTE_ROWS, OUTCOMES } from '../annual-report/tables.ts';
import { amount, count, counts, paragraphs, year } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

/** Rows of one table as optional fields: a row that is not written counts as zeros. */
function rows(list: readonly ReportRow[], columns: readonly string[]) {
  const fields = list.map(({ key, label }) => {
    return [key, counts(columns).optional().meta({ title: label })] as const;
  });
  return z.strictObject(Object.fromEntries(fields));
}

const documents = (title: string) =>
  z
    .strictObject({
      made: count().meta({ title: '本年制发件数' }),
      repealed: count().meta({ title: '本年废止件数' }),
      valid: count().meta({ title: '现行有效件数' }),
    })
    .meta({ title });

/**
 * 政府信息公开工作年度报告: its six parts as data, with the tables that 国办公开办函〔2021〕30号
 * prescribes; 《政府信息公开条例》 art. 49 and 50.
 */
export const annualReport = defineKind({
  id: 'annual-report',
  name: '政府信息公开年报',
  group: 'documents',
  hint: '政府信息公开工作年度报告，六个部分按规定格式填写',
  csv: false,
  body: 'optional',
  references: [],
  shape: {
    year: year().meta({ title: '报告年度', description: '所报告的年份，不是发布的年份' }),
    by: z.enum(['本级政府', '行政机关']).meta({ title: '编制主体' }),
    overview: paragraphs().meta({ title: '一、总体情况', description: '不超过 1000 字' }),
    proactive: z
      .strictObject({
        rules: documents('规章'),
        documents: documents('行政规范性文件'),
        permits: count().meta({ title: '行政许可处理决定数量' }),
        penalties: count().meta({ title: '行政处罚处理决定数量' }),
        compulsion: count().meta({ title: '行政强制处理决定数量' }),
        fees: amount().meta({ title: '行政事业性收费金额（万元）' }),
      })
      .meta({ title: '二、主动公开政府信息情况' }),
    applications: rows(APPLICATION_ROWS, APPLICANTS).meta({
      title: '三、收到和处理政府信息公开申请情况',
      description: `每行 ${APPLICANTS.length} 个数，依次为${APPLICANTS.join('、')}；全为 0 的行可以不写`,
    }),
    disputes: rows(DISPUTE_ROWS, OUTCOMES).meta({
      title: '四、行政复议、行政诉讼情况',
      description: `每行 ${OUTCOMES.length} 个数，依次为${OUTCOMES.join('、')}；全为 0 的行可以不写`,
    }),
    problems: paragraphs().meta({ title: '五、存在的主要问题及改进情况' }),
    other: paragraphs().meta({ title: '六、其他需要报告的事项' }),
  },
  contradictions: (data) => [...beforeItsEnd(data), ...sumFaults(data)],
});

/** A year is reported on once it is over. */
function beforeItsEnd(data: {
  readonly year: number;
  readonly published: string;
}): Contradiction[] {
  if (Number(data.published.slice(0, 4)) > data.year) return [];
  return [
    {
      path: ['year'],
      message: `报告年度 ${data.year} 在发布日期 ${data.published} 时还没有结束`,
      expected: '发布日期所在年份之前的年份',
    },
  ];
}
