import type { Coverage, GroupFigures } from './figures.ts';
import { COVERAGE_STATES, type CoverageState } from './state.ts';

const STATES = Object.keys(COVERAGE_STATES) as CoverageState[];

/** Coverage as lines for a terminal, the total first. */
export function coverageText({ name, asOf, total, domains, trend }: Coverage): string {
  const lines = [
    `${name} 公开情况（截至 ${asOf}）`,
    `  ${figures(total)}`,
    ...domains.map((domain) => `  ${domain.name}：${figures(domain)}`),
    `  走势：${trend.map(({ day, score }) => `${day} ${score === undefined ? '—' : score.toFixed(1)}`).join('，')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One group in one line: `得分 61.2；事项 230，已公开 12，…`. */
export function figures({ score, items, counts }: GroupFigures): string {
  const parts = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${COVERAGE_STATES[state]} ${counts[state]}`,
  );
  const judged = score === undefined ? '无可评事项' : `得分 ${score.toFixed(1)}`;
  return `${judged}；事项 ${[`${items}`, ...parts].join('，')}`;
}
