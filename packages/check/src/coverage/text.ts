import type { CatalogueSum } from './catalogues.ts';
import type { Coverage } from './figures.ts';
import { type GroupFigures, STATES } from './group.ts';
import { rateText } from './pairs.ts';
import { COVERAGE_STATES } from './state.ts';
import type { CountiesTogether } from './sum.ts';

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
    `  走势：${trend.map(({ day, score }) => `${day} ${scoreText(score)}`).join('，')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Counties side by side and summed, as lines for a terminal. */
export function togetherText({
  name,
  total,
  counties,
  domains,
  catalogues,
}: CountiesTogether): string {
  const lines = [
    `${name} 各县区公开情况`,
    ...counties.map(
      (county) => `  ${county.name}（截至 ${county.asOf}）：${figures(county.total)}`,
    ),
    `  合计（${counties.length} 个）：${figures(total)}`,
    ...catalogues.map((sum) => `  ${catalogueText(sum)}`),
    ...domains.map((domain) => {
      const each = counties.map((county) => {
        const score = county.domains.find(({ id }) => id === domain.id)?.score;
        return `${county.name} ${scoreText(score)}`;
      });
      return `  ${domain.name}：${figures(domain)}；${each.join('，')}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** One catalogue in one line: `乡镇（街道）（3 个）：事项 60，已公开 12，应公开 8，空白 3`. */
function catalogueText({ name, publishers, ...sum }: CatalogueSum): string {
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

/** A score as it is printed, also where nothing is judged. */
export function scoreText(score: number | undefined): string {
  return score === undefined ? '—' : score.toFixed(1);
}
