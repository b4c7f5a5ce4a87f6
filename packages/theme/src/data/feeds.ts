import type { Entry } from '@columns/content';
import { type Feed, feedEntry, isFollowed } from '@columns/export';
import { type FollowedList, isNews, LISTED_BY } from '../rendering/followed-lists.ts';
import { getColumn, getDerived, getEntries, getGroup, href } from './column.ts';

/** A list that can be followed, by the page that shows it. */
export type FeedList = FollowedList;

export const FEED_FILE = 'feed.xml';

/** Every list that has something to follow; an empty one would have no day to be updated on. */
export function feedLists(): readonly FeedList[] {
  return getDerived('feeds');
}

export function feedAt(path: string): FeedList | undefined {
  return feedLists().find((list) => list.path === path);
}

/** The page that tells how to follow a list. */
export function feedPageOf({ path }: FeedList): string {
  return `feeds/${path || 'all/'}`;
}

/** Whom to write to about a list of one unit, where its record has an address. */
export function mailOf({ group, id }: FeedList): { name: string; address: string } | undefined {
  if (group !== '部门') return undefined;
  const unit = getColumn().departments.find((each) => each.id === id);
  const address = unit?.openness?.mail;
  return unit && address !== undefined ? { name: unit.name, address } : undefined;
}

/** What a feed tells of, newest first. */
export function followedEntries(list: FeedList): Entry[] {
  return entriesOf(list).filter(isFollowed);
}

function entriesOf({ group, id }: FeedList): Entry[] {
  switch (group) {
    case '本专栏':
      return getColumn().entries.filter(isNews);
    case '领域':
      return getEntries(getColumn().domains.find((each) => each.id === id)?.entries ?? []);
    default:
      return getGroup(LISTED_BY[group], id);
  }
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
    entries: followedEntries(list).map((entry) => feedEntry(column, entry, at)),
  };
}
