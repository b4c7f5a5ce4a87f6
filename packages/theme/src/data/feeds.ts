import type { Column, Entry } from '@columns/content';
import { addressOf, KIND_IDS, kindName } from '@columns/content';
import type { Feed, FeedEntry } from '@columns/export';
import { getColumn, getEntries, href } from './column.ts';
import { unitName } from './facts.ts';

/** A list that can be followed: its page and what stands in it. */
export interface FeedList {
  /** The list's page below the column's base; the feed stands below it. */
  readonly path: string;
  readonly name: string;
  readonly group: '本专栏' | '领域' | '部门' | '乡镇（街道）' | '体裁';
  readonly entries: readonly Entry[];
}

export const FEED_FILE = 'feed.xml';

let held: { column: Column; lists: readonly FeedList[] } | undefined;

/** Every list that has something to follow; an empty one would have no day to be updated on. */
export function feedLists(): readonly FeedList[] {
  const column = getColumn();
  if (held?.column !== column)
    held = { column, lists: allLists(column).filter(({ entries }) => entries.length > 0) };
  return held.lists;
}

export function feedAt(path: string): FeedList | undefined {
  return feedLists().find((list) => list.path === path);
}

function allLists(column: Column): FeedList[] {
  const { county, domains, departments, towns, entries } = column;
  const told = entries.filter(({ data }) => data.kind !== 'statement');
  return [
    { path: '', name: county.title, group: '本专栏', entries: followed(told) },
    ...domains.map((domain) => ({
      path: `domains/${domain.id}/`,
      name: domain.name,
      group: '领域' as const,
      entries: followed(getEntries(domain.entries)),
    })),
    ...departments.map(({ id, name }) => ({
      path: `units/${id}/`,
      name,
      group: '部门' as const,
      entries: followed(entries.filter(({ data }) => data.unit === id)),
    })),
    ...towns.map(({ id, name }) => ({
      path: `towns/${id}/`,
      name,
      group: '乡镇（街道）' as const,
      entries: followed(entries.filter(({ data }) => data.town === id || data.unit === id)),
    })),
    ...KIND_IDS.map((kind) => ({
      path: `kinds/${kind}/`,
      name: kindName(kind),
      group: '体裁' as const,
      entries: followed(entries.filter(({ data }) => data.kind === kind)),
    })),
  ];
}

/** What is open to all; withdrawals stay, for who had the entry must hear of it. */
function followed(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ data }) => data.attribute.type === '主动');
}

/** A list as a feed of a published site. */
export function feedOf(list: FeedList, site: URL): Feed {
  const column = getColumn();
  const at = (path: string) => new URL(href(path), site).href;
  const { title } = column.county;
  return {
    page: at(list.path),
    self: at(list.path + FEED_FILE),
    title: list.path === '' ? title : `${list.name} - ${title}`,
    author: column.county.name,
    ...(column.county.demo ? { subtitle: '演示专栏，非政府官方网站' } : {}),
    entries: list.entries.map((entry) => feedEntry(column, entry, at)),
  };
}

function feedEntry(column: Column, entry: Entry, at: (path: string) => string): FeedEntry {
  const { data } = entry;
  const { withdrawn } = data;
  const domain = column.domains.find(({ id }) => id === entry.domain);
  const [first] = data.formerly ?? [];
  const unit = unitName(column, data.unit);
  const summary = withdrawn ? `本信息已撤回。原因：${withdrawn.reason}` : data.summary;
  return {
    id: at(first === undefined ? addressOf(entry) : `${first}/`),
    page: at(addressOf(entry)),
    title: withdrawn ? `（已撤回）${data.title}` : data.title,
    published: data.published,
    updated: withdrawn?.date ?? data.published,
    ...(summary === undefined ? {} : { summary }),
    ...(unit === undefined ? {} : { author: unit }),
    categories: [
      kindName(data.kind),
      ...(domain ? [domain.name] : []),
      ...(data.example ? ['示例'] : []),
    ],
  };
}
