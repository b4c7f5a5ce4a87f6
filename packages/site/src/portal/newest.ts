import { isWholeDay } from '@columns/content';
import { compare, FEED_SIZE, type Feed } from '@columns/export';
import type { CountySummary } from '@columns/export/portal';
import { day, ENDED, escapeHtml, link } from './html.ts';
import type { City, Member } from './members.ts';

/** How many the page shows. */
const SHOWN = 10;
/** Categories that stand beside the title: what is no whole or real document, or not in force as it was written. */
const BADGES = ['示例', '摘编', ...ENDED];
/** Where the feed stands, below the city's base. */
export const PORTAL_FEED = 'counties/feed.xml';

interface Told {
  readonly member: Member;
  readonly entry: CountySummary['feed'][number];
}

/** What the city and all its counties published last, the newest first. */
function newestOf({ own, members }: City, most: number): Told[] {
  return [own, ...members]
    .flatMap((member) => (member.summary?.feed ?? []).map((entry) => ({ member, entry })))
    .sort(
      (a, b) =>
        compare(b.entry.updated, a.entry.updated) ||
        compare(a.member.column.path, b.member.column.path) ||
        compare(a.entry.id, b.entry.id),
    )
    .slice(0, most);
}

export function newestHtml(city: City): string {
  const items = newestOf(city, SHOWN).map(({ member: { column }, entry }) => {
    const badges = BADGES.filter((name) => entry.categories.includes(name))
      .map((name) => `<span class="badge">${name}</span>`)
      .join('');
    return `<li>${link(column.path + entry.page, entry.title).html}<span class="facts"><span>${escapeHtml(column.name)}</span>${badges}<span>${day(entry.published).html}</span></span></li>`;
  });
  if (items.length === 0) return '<p class="empty">暂无公开信息。</p>';
  return `<ul class="entries">\n${items.join('\n')}\n</ul>`;
}

/** One feed of the whole city; nothing where the site's address or any entry is missing. */
export function portalFeed(city: City, site: string | undefined): Feed | undefined {
  const told = newestOf(city, FEED_SIZE).filter(({ entry }) => isWholeDay(entry.updated));
  if (site === undefined || told.length === 0) return undefined;
  const { path, name, demo } = city.own.column;
  return {
    page: `${site}${path}counties/`,
    self: site + path + PORTAL_FEED,
    title: `各县区最新公开 - ${name}`,
    author: name,
    ...(demo ? { subtitle: '演示专栏，非政府官方网站' } : {}),
    entries: told.map(({ member: { column }, entry }) => ({
      ...entry,
      id: site + column.path + entry.id,
      page: site + column.path + entry.page,
      author: entry.author ?? column.name,
      categories: [column.name, ...entry.categories],
    })),
  };
}

export function feedHtml(feed: Feed | undefined): string {
  if (!feed) return '<p class="note">网站域名确定后提供各县区合在一起的订阅地址。</p>';
  const address = escapeHtml(new URL(feed.self).pathname);
  return `<p class="subscribe"><a href="${address}" type="application/atom+xml">订阅“各县区最新公开”</a></p>`;
}
