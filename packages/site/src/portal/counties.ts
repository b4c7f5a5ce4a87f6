import type { CountySummary } from '@columns/export/portal';
import type { CityShapes } from '@columns/standard/boundaries';
import type { Absent } from './absent.ts';
import { type Content, cardTable, day, escapeHtml, link, markup, NONE } from './html.ts';
import { drawMap } from './map/draw.ts';
import type { City, Member } from './members.ts';

/** What is said of a county whose figures are not at hand. */
export const NO_SUMMARY = '统计暂缺';

/** The map and the table of counties: the same links, for the eye and for the ear. */
export function countiesHtml(city: City, maps: readonly CityShapes[], absent: Absent): string {
  const { members, own } = city;
  const missing = absent.of(city);
  const rows = rowsOf(city);
  const total = members.reduce((sum, { summary }) => sum + (summary?.entries ?? 0), 0);
  return [
    `<p>${escapeHtml(own.column.name)}有 ${members.length} 个县区开设了专栏，共公开 ${total} 条信息。</p>`,
    ...mapsOrWhyNot(city, maps, absent.why),
    members.length === 0
      ? '<p class="empty">还没有县区开设专栏。</p>'
      : cardTable({ caption: '各县区的专栏', head: HEAD, rows }),
    ...(missing.length > 0
      ? [`<p class="note">${absent.why}：${escapeHtml(missing.join('、'))}。</p>`]
      : []),
  ].join('\n');
}

const HEAD = ['县区', '公开信息', '有内容的领域', '最近公开', '日期', '更多'];

function rowsOf({ own, members }: City): Content[][] {
  return members.map((member): Content[] => {
    const { column, summary, figures } = member;
    const { path, name } = column;
    const more = [
      ...(figures ? [link(`${path}coverage/`, '公开情况')] : []),
      link(`${path}catalogue/`, '标准目录'),
    ];
    return [
      markup([link(path, name).html, ...honours(own, member)].join(' ')),
      ...(summary
        ? [`${summary.entries} 条`, filled(summary), ...newestCells(path, summary.newest)]
        : [NO_SUMMARY, NONE, NONE, NONE]),
      markup(more.map(({ html }) => html).join('、')),
    ];
  });
}

/** 示范区, 示范点 and 试点 that the county as a whole is, by its own register or by the city's. */
function honours(city: Member, { column: { name }, summary }: Member): string[] {
  const all = [city.summary, summary].flatMap((one) => one?.honours ?? []);
  const words = all
    .filter(({ unit }) => unit === name)
    .map(({ level, type, day: on }) => `${level}${type}（${on.slice(0, 4)}年）`);
  return [...new Set(words)].map((text) => `<span class="badge">${escapeHtml(text)}</span>`);
}

function filled({ domains }: CountySummary): string {
  const some = domains.filter(({ entries }) => entries > 0).length;
  return `${some} / ${domains.length}`;
}

/** Title and day of the newest entry, for two cells. */
export function newestCells(path: string, newest: CountySummary['newest']): [Content, Content] {
  if (newest === null) return [NONE, NONE];
  const { address, title, published, ended } = newest;
  return [link(path + address, ended ? `${title}（${ended}）` : title), day(published)];
}

/** 《地图管理条例》: a map that is open to all has been approved and shows its number. */
export function mapsOrWhyNot(city: City, maps: readonly CityShapes[], why: string): string[] {
  if (maps.length === 0) return [];
  const { own } = city;
  const approval = own.summary?.mapApproval ?? (own.column.demo ? '（演示，未送审）' : undefined);
  if (approval !== undefined) return maps.map((map) => mapHtml(city, map, why, approval));
  return ['<p class="note">县区图还没有审图号，暂不显示，请从下表进入。</p>'];
}

/**
 * The counties as they lie. Each that has a column is a link with its name and figures; one that has none
 * is drawn with a broken line and says so, for colour alone would tell nothing.
 */
function mapHtml(city: City, map: CityShapes, why: string, approval: string): string {
  const { width, height, counties } = drawMap(map.counties);
  const byName = new Map(city.members.map((member) => [member.column.name, member]));
  const title = `${map.city}县区示意图`;
  const id = `county-map-${map.code}`;
  const parts = counties.map(({ name, path, x, y }) => {
    const member = byName.get(name);
    const text = `<text x="${x}" y="${y}">${escapeHtml(name)}</text>`;
    const shape = `<path d="${path}"/>`;
    if (!member) {
      return `<g class="county-none" role="img" aria-label="${escapeHtml(`${name}：${why}`)}">${shape}${text}</g>`;
    }
    const facts = member.summary ? `公开信息 ${member.summary.entries} 条` : NO_SUMMARY;
    const label = escapeHtml(`${name}：${facts}`);
    return `<a href="${escapeHtml(member.column.path)}" aria-label="${label}">${shape}${text}</a>`;
  });
  return [
    '<figure class="county-map">',
    `<svg viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}">`,
    `<title id="${id}">${escapeHtml(title)}</title>`,
    ...parts,
    '</svg>',
    `<figcaption class="facts">${escapeHtml(map.city)}县区位置示意，不作为划界依据。点县区名称，或者按 Tab 键移到县区上按回车键，进入它的专栏。审图号：${escapeHtml(approval)}</figcaption>`,
    '</figure>',
  ].join('\n');
}
