import {
  type CatalogueSum,
  COVERAGE_STATES,
  type CountyFigures,
  type GroupFigures,
  figures as inWords,
  STATES,
  scoreText,
  together,
} from '@columns/check/coverage';
import { LEVEL_NAMES } from '@columns/content';
import { NO_SUMMARY } from './counties.ts';
import { type Content, cardTable, day, escapeHtml, link, markup, NONE, wideTable } from './html.ts';
import type { City, Member } from './members.ts';

/** How well each county discloses, side by side and summed. */
export function coverageHtml({ own, members }: City): string {
  const known = members.flatMap(({ figures }) => figures ?? []);
  const all = together(own.column.county, own.column.name, known);
  if (known.length === 0) return '<p class="empty">还没有县区的公开情况。</p>';
  const rows = members.map(({ column, figures }): Content[] =>
    figures
      ? [link(`${column.path}coverage/`, column.name), day(figures.asOf), ...numbers(figures.total)]
      : [link(column.path, column.name), NO_SUMMARY, ...STATES.map(() => NONE), NONE, NONE],
  );
  const missing = members.length - known.length;
  const paths = new Map(members.map(({ column }) => [column.county, column.path]));
  const when = all.asOf === undefined ? '各县区截至日期见表' : `截至 ${day(all.asOf).html}`;
  return [
    `<p>${when}，${known.length} 个县区合计：${escapeHtml(inWords(all.total))}。${missing > 0 ? `另有 ${missing} 个县区统计暂缺，没有计入。` : ''}</p>`,
    '<p class="facts">得分按各县区自己的折算比例和期限计算；合计的得分是全部评核事项的平均，事项多的县区占得多。</p>',
    ...(own.figures
      ? [
          `<p>${link(`${own.column.path}coverage/`, `${own.column.name}（${LEVEL_NAMES[own.column.level]}）自己的公开情况`).html}，不计入合计。</p>`,
        ]
      : []),
    '<h2>各县区</h2>',
    cardTable({
      caption: '各县区的公开情况',
      head: ['县区', '截至', '得分', '事项', ...STATES.map((state) => COVERAGE_STATES[state])],
      rows,
      foot: ['合计', all.asOf ?? NONE, ...numbers(all.total)],
    }),
    ...assessmentHtml(own, members),
    '<h2>按公开主体</h2>',
    '<p class="facts">已公开的和全部的事项；括号内是应公开而空白的。</p>',
    byCounty('各类目录的公开情况', '目录', all.catalogues, (sum, county) => {
      if (!county) return fraction(sum);
      const own = county.catalogues.find(({ id }) => id === sum.id);
      return own ? link(`${paths.get(county.county)}coverage/publishers/`, fraction(own)) : NONE;
    }),
    '<h2>按领域</h2>',
    '<p class="facts">“—”是没有可评的事项。点数字看这个县区在这个领域的逐项情况。</p>',
    byCounty('各领域的得分', '领域', all.domains, (domain, county) => {
      if (!county) return scoreText(domain.score);
      const own = county.domains.find(({ id }) => id === domain.id);
      if (!own) return markup('未设');
      if (own.score === undefined) return NONE;
      const path = `${paths.get(county.county)}coverage/domains/${domain.id}/`;
      return link(path, scoreText(own.score));
    }),
  ].join('\n');

  /** What counties have side by side: a row for each thing, a column for each county, and the sum. */
  function byCounty<T extends { readonly name: string }>(
    caption: string,
    of: string,
    things: readonly T[],
    cell: (thing: T, county?: CountyFigures) => Content,
  ): string {
    return wideTable({
      caption,
      head: [of, ...known.map(({ name }) => name), '合计'],
      rows: things.map((thing) => [
        thing.name,
        ...known.map((county) => cell(thing, county)),
        cell(thing),
      ]),
    });
  }
}

/** The indicators that the city assesses its counties by: what each county's own figures say, or what was entered. */
function assessmentHtml({ column: own, summary }: Member, members: readonly Member[]): string[] {
  const assessment = summary?.assessment;
  if (!assessment) return [];
  const { indicators, results, title } = assessment;
  return [
    '<h2>考评指标</h2>',
    `<p class="facts">${link(`${own.path}coverage/assessment/`, title).html}。程序统计的用各县区自己的数值，“—”是没有统计或没有录入的。</p>`,
    wideTable({
      caption: '各县区的考评指标',
      head: ['指标', '比重', ...members.map(({ column }) => column.name)],
      rows: indicators.map(({ id, name, share, counted }): Content[] => [
        counted === null ? `${name}（人工评定）` : `${name}（${counted.name}）`,
        share === null ? NONE : `${share}%`,
        ...members.map(({ column, figures }): Content => {
          const entered = results.find(
            ({ indicator, whom }) => indicator === id && whom === column.name,
          );
          const value = counted === null ? entered?.value : figures?.measures[counted.id];
          return value ?? (counted !== null && !figures ? NO_SUMMARY : NONE);
        }),
      ]),
    }),
  ];
}

function fraction({ published, items, missing }: CatalogueSum): string {
  return `${published} / ${items}${missing > 0 ? `（${missing}）` : ''}`;
}

function numbers(group: GroupFigures): Content[] {
  return [scoreText(group.score), group.items, ...STATES.map((state) => group.counts[state])];
}
