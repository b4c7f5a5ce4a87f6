import type { Entry, ShownColumn } from '@columns/content';
import { countStandings, documentCounts, isDisclosed, isKind } from '@columns/content';
import { groupBy } from '@columns/standard';
import { z } from 'zod';
import { columnTable, count } from './column-table.ts';

/**
 * What was published, year by year, as the annual report counts it (国办公开办函〔2021〕30号, part two):
 * one way of counting for the page, the file and the rule that compares the report.
 */
export interface YearStatistics {
  readonly [key: string]: number;
  readonly year: number;
  readonly entries: number;
  readonly proactive: number;
  readonly onRequest: number;
  readonly withheld: number;
  readonly withdrawn: number;
  readonly statements: number;
  readonly policies: number;
  readonly interpretations: number;
  /** 行政规范性文件 made in the year, ended in it, and in force at its end. */
  readonly documentsMade: number;
  readonly documentsRepealed: number;
  readonly documentsValid: number;
  readonly consultations: number;
  readonly messages: number;
  readonly proposals: number;
  readonly registers: number;
}

/** One row for each year in which something was published, newest first. */
export function yearStatistics({ entries }: Pick<ShownColumn, 'entries'>): YearStatistics[] {
  const years = [...new Set(entries.map(yearOf))].sort((a, b) => b - a);
  const byYear = groupBy(entries, yearOf);
  return years.map((year) => {
    const own = byYear.get(year) ?? [];
    const standings = countStandings(own);
    const disclosed = own.filter(isDisclosed);
    const number = (test: (entry: Entry) => boolean) => disclosed.filter(test).length;
    return {
      year,
      entries: own.length,
      proactive: standings.disclosed,
      onRequest: standings['on-request'],
      withheld: standings.withheld,
      withdrawn: standings.withdrawn,
      statements: standings.statement,
      policies: number((entry) => isKind(entry, 'policy')),
      interpretations: number((entry) => isKind(entry, 'interpretation')),
      ...documentStatistics(entries, year),
      consultations: number((entry) => entry.data.kind === 'consultation'),
      messages: number((entry) => entry.data.kind === 'message'),
      proposals: number((entry) => entry.data.kind === 'proposal'),
      registers: number((entry) => entry.table !== undefined),
    };
  });
}

function documentStatistics(entries: readonly Entry[], year: number) {
  const { made, repealed, valid } = documentCounts(entries, year);
  return { documentsMade: made, documentsRepealed: repealed, documentsValid: valid };
}

function yearOf({ data }: Entry): number {
  return Number(data.published.slice(0, 4));
}

export const statisticsTable = columnTable({
  name: 'statistics',
  title: '年度统计',
  description: '按发布年份统计，行政规范性文件各列与政府信息公开年报第二部分同口径',
  shape: {
    year: z.int().meta({ title: '年份' }),
    entries: count('台账登记'),
    proactive: count('公开信息'),
    onRequest: count('依申请公开'),
    withheld: count('不予公开'),
    withdrawn: count('已撤回'),
    policies: count('政策文件'),
    interpretations: count('政策解读'),
    documentsMade: count('行政规范性文件本年制发件数'),
    documentsRepealed: count('行政规范性文件本年废止件数'),
    documentsValid: count('行政规范性文件现行有效件数'),
    consultations: count('意见征集'),
    messages: count('留言选登'),
    proposals: count('建议提案办理'),
    registers: count('名录清单'),
    statements: count('情况说明'),
  },
  rows: (column) => yearStatistics(column) as (YearStatistics & Record<string, number>)[],
});
