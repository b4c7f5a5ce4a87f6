import type { Measures } from '@columns/check/coverage';
import { measureNames } from '@columns/content';
import { BESIDE } from '@columns/export';
import {
  type Block,
  type Cell,
  type FigurePage,
  heading,
  link,
  table,
  words,
} from '@columns/export/page';
import type { Place } from './frame.ts';

/** 考核评议: the indicators and their shares, what the machine counts of each, and what was entered. */
export function assessmentPage({ column }: Place, counted: Measures, asOf: string): FigurePage {
  const { assessment } = column;
  const names = measureNames(column.pairs);
  return {
    path: BESIDE.assessment,
    title: '考核评议',
    crumbs: [{ title: '公开情况', path: BESIDE.coverage }],
    body: [
      ...(assessment
        ? indicators(assessment, { counted, names, asOf })
        : [words('还没有登记考评指标。')]),
      words(
        link(BESIDE.bulletins, '各月监测通报'),
        '；社会评议、培训和示范创建见',
        link('openness/', '政务公开工作'),
        '。',
      ),
      heading('程序统计的各项'),
      table({
        caption: `截至 ${asOf}`,
        head: ['统计项', '数值'],
        rows: [...names].map(([id, name]): Cell[] => [name, counted[id] ?? '—']),
      }),
    ],
  };
}

type Assessment = NonNullable<Place['column']['assessment']>;

interface Counted {
  readonly counted: Measures;
  readonly names: ReadonlyMap<string, string>;
  readonly asOf: string;
}

function indicators(
  { title, year, source, example, indicators: list, results = [] }: Assessment,
  { counted, names, asOf }: Counted,
): Block[] {
  return [
    heading(`${title}${example ? '（示例）' : ''}`),
    words(`${year} 年度。${source === undefined ? '' : `来源：${source}。`}`),
    table({
      caption: '考评指标和比重',
      head: ['指标', '比重', '占哪一项', '谁考评谁', '计分', `现值（${asOf}）`, '出处'],
      rows: list.map((one): Cell[] => [
        one.note === undefined ? one.name : `${one.name}（${one.note}）`,
        shareText(one),
        one.of ?? '—',
        one.who ?? '—',
        one.counted === undefined
          ? '人工评定'
          : `程序统计：${names.get(one.counted) ?? one.counted}`,
        one.counted === undefined ? '—' : (counted[one.counted] ?? '—'),
        one.source ?? '—',
      ]),
    }),
    ...(results.length === 0
      ? []
      : [
          table({
            caption: '人工评定的结果',
            head: ['被考评单位', '指标', '得分', '评定日期'],
            rows: results.map(({ whom, indicator, value, date }): Cell[] => [
              whom,
              list.find(({ id }) => id === indicator)?.name ?? indicator,
              value,
              date,
            ]),
          }),
        ]),
  ];
}

/** `不低于 15%`, or `10%`. */
export function shareText({ share, bound }: Assessment['indicators'][number]): string {
  if (share === undefined) return '原文未载';
  return bound === '不低于' ? `不低于 ${share}%` : `${share}%`;
}
