import { NO_SUMMARY, newestCells } from './counties.ts';
import { type Content, cardTable, escapeHtml, link, NONE, wideTable } from './html.ts';
import type { City, Member } from './members.ts';

const NOT_THERE = '未设此领域';
const NOT_A_SUM =
  '一条信息可以列入几个领域，也可以不属于任何领域，所以合计按条数算，不是各领域相加。';

/** All domains against all counties, in numbers. */
export function matrixHtml({ own, members }: City): string {
  const all = [own, ...members];
  const names = new Map(
    all.flatMap(({ summary }) => (summary?.domains ?? []).map(({ id, name }) => [id, name])),
  );
  const kept = new Set((own.summary?.domains ?? []).map(({ id }) => id));
  const rows = [...names].map(([id, name]): Content[] => [
    kept.has(id) ? link(`${own.column.path}counties/domains/${id}/`, name) : name,
    ...all.map((member) => countIn(member, id)),
    all.reduce((sum, member) => sum + (domainOf(member, id)?.entries ?? 0), 0),
  ]);
  const sums = all.map(({ summary }) => summary?.entries ?? NO_SUMMARY);
  const sum = sums.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0);
  const table = wideTable({
    caption: '各领域公开信息的条数',
    head: ['领域', ...all.map(({ column }) => column.name), '合计'],
    rows,
    foot: ['合计', ...sums, sum],
  });
  return `<p class="facts">${NOT_A_SUM}</p>\n${table}`;
}

function domainOf({ summary }: Member, id: string) {
  return summary?.domains.find((domain) => domain.id === id);
}

function countIn(member: Member, id: string): Content {
  if (!member.summary) return NO_SUMMARY;
  return domainOf(member, id)?.entries ?? NOT_THERE;
}

/** One domain, county by county: how much there is, and the newest. */
export function domainHtml({ own, members }: City, id: string): string {
  const all = [own, ...members];
  const rows = all.map((member): Content[] => {
    const { path, name } = member.column;
    const domain = domainOf(member, id);
    if (!domain) return [link(path, name), member.summary ? NOT_THERE : NO_SUMMARY, NONE, NONE];
    return [
      link(`${path}domains/${id}/`, name),
      `${domain.entries} 条`,
      ...newestCells(path, domain.newest),
    ];
  });
  const total = all.reduce((sum, member) => sum + (domainOf(member, id)?.entries ?? 0), 0);
  const name = all.map((member) => domainOf(member, id)?.name).find((one) => one !== undefined);
  return [
    `<p>${escapeHtml(own.column.name)}本级和各县区的公开信息，共 ${total} 条。</p>`,
    cardTable({
      caption: `各县区的“${name ?? id}”`,
      head: ['县区', '公开信息', '最近公开', '日期'],
      rows,
    }),
  ].join('\n');
}

/** Where each county is searched by itself: for the script the list of indexes, for the reader a way on. */
export function searchHtml({ own, members }: City): string {
  const items = [own, ...members].map(({ column: { path, name } }) => {
    const address = escapeHtml(path);
    return `<li data-column="${address}"><a href="${address}search/">${escapeHtml(name)}</a></li>`;
  });
  return `<ul class="inline">\n${items.join('\n')}\n</ul>`;
}
