import type { CatalogueSum } from './catalogues.ts';
import type { Coverage, GroupFigures } from './figures.ts';
import { rateText } from './pairs.ts';
import { COVERAGE_STATES, type CoverageState } from './state.ts';

const STATES = Object.keys(COVERAGE_STATES) as CoverageState[];

/** Coverage as lines for a terminal, the total first. */
export function coverageText({
  name,
  asOf,
  total,
  domains,
  catalogues,
  rates,
  trend,
}: Coverage): string {
  const lines = [
    `${name} 公开情况（截至 ${asOf}）`,
    `  ${figures(total)}`,
    ...domains.map((domain) => `  ${domain.name}：${figures(domain)}`),
    ...catalogues.map((sum) => `  ${catalogueText(sum)}`),
    ...rates.filter(({ total: counted }) => counted > 0).map((rate) => `  ${rateText(rate)}`),
    `  走势：${trend.map(({ day, score }) => `${day} ${score === undefined ? '—' : score.toFixed(1)}`).join('，')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One catalogue in one line: `乡镇（街道）（3 个）：事项 60，已公开 12，应公开 8，空白 3`. */
export function catalogueText({ name, publishers, ...sum }: CatalogueSum): string {
  const { items, published, due, missing } = sum;
  return `${name}（${publishers} 个）：事项 ${items}，已公开 ${published}，应公开 ${due}，空白 ${missing}`;
}

/** One group in one line: `得分 61.2；事项 230，已公开 12，…`. */
export function figures({ score, items, counts }: GroupFigures): string {
  const parts = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${COVERAGE_STATES[state]} ${counts[state]}`,
  );
  const judged = score === undefined ? '无可评事项' : `得分 ${score.toFixed(1)}`;
  return `${judged}；事项 ${[`${items}`, ...parts].join('，')}`;
}
