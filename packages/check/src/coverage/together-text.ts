import type { CountiesTogether } from './sum.ts';
import { catalogueText, figures } from './text.ts';

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
        return `${county.name} ${score === undefined ? '—' : score.toFixed(1)}`;
      });
      return `  ${domain.name}：${figures(domain)}；${each.join('，')}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
