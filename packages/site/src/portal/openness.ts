import { compare } from '@columns/export';
import { day, escapeHtml, link } from './html.ts';
import type { City } from './members.ts';

/** How many the page shows. */
const SHOWN = 30;

/** What the counties tell of the work of disclosure itself, the newest first. */
export function opennessHtml({ members }: City): string {
  const told = members
    .flatMap(({ column, summary }) =>
      (summary?.openness ?? []).map((notice) => ({ column, ...notice })),
    )
    .sort(
      (a, b) =>
        compare(b.published, a.published) ||
        compare(a.column.path, b.column.path) ||
        compare(a.address, b.address),
    )
    .slice(0, SHOWN);
  const unknown = members.filter(({ summary }) => summary === undefined);
  const missing =
    unknown.length > 0
      ? `<p class="note">统计暂缺：${escapeHtml(unknown.map(({ column }) => column.name).join('、'))}。</p>`
      : '';
  if (told.length === 0) return `<p class="empty">各县区还没有这方面的信息。</p>${missing}`;
  const items = told.map(
    ({ column, address, title, section, published }) =>
      `<li>${link(column.path + address, title).html}<span class="facts"><span>${escapeHtml(column.name)}</span><span>${escapeHtml(section)}</span><span>${day(published).html}</span></span></li>`,
  );
  return `<ul class="entries">\n${items.join('\n')}\n</ul>${missing}`;
}
