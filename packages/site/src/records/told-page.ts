import { briefingYears, interpretationYears } from '@columns/check/coverage';
import { BESIDE } from '@columns/export';
import { type Cell, type FigurePage, heading, table, words } from '@columns/export/page';
import type { Place } from './frame.ts';

/** 新闻发布和解读: how often each unit held a press conference or interpreted, and who spoke, year by year. */
export function toldPage({ column }: Place, asOf: string): FigurePage {
  const names = new Map(
    [...column.departments, ...column.towns, ...column.institutions].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const unitCell = (id: string): Cell => {
    const path = column.towns.some((town) => town.id === id) ? `towns/${id}/` : `units/${id}/`;
    return { text: names.get(id) ?? id, path };
  };
  const briefings = briefingYears(column, asOf);
  const interpretations = interpretationYears(column, asOf);
  return {
    path: 'coverage/told/',
    title: '新闻发布和政策解读的次数',
    crumbs: [{ title: '公开情况', path: BESIDE.coverage }],
    body: [
      words('截至', { day: asOf }, '，按发布机构和年份统计。'),
      heading('新闻发布会'),
      briefings.length === 0
        ? words('还没有新闻发布会。')
        : table({
            caption: '“出席”按半年、按年计：相关负责人每半年、主要负责人每年',
            wide: true,
            head: [
              ...[
                '单位',
                '年份',
                '一季度',
                '二季度',
                '三季度',
                '四季度',
                '上半年',
                '下半年',
                '全年',
              ],
              ...['相关负责人出席（上、下半年）', '主要负责人出席'],
            ],
            rows: briefings.map(({ unit, year, quarters, deputies, heads }): Cell[] => {
              const [a = 0, b = 0, c = 0, d = 0] = quarters;
              return [
                ...[unitCell(unit), year, a, b, c, d, a + b, c + d, a + b + c + d],
                ...[deputies.join('、'), heads],
              ];
            }),
          }),
      heading('政策解读'),
      interpretations.length === 0
        ? words('还没有政策解读。')
        : table({
            caption: '各单位的政策解读，其中谁来解读',
            head: ['单位', '年份', '解读', '主要负责人', '专家'],
            rows: interpretations.map(({ unit, year, all, heads, experts }): Cell[] => [
              ...[unitCell(unit), year, all, heads, experts],
            ]),
          }),
    ],
  };
}
