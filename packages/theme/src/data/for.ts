import type { Entry, EntryOf } from '@columns/content';
import { isDisclosed, isKind } from '@columns/content';
import type { AudienceGroup } from '@columns/standard';
import { AUDIENCE_GROUPS } from '@columns/standard';
import { getGroup } from './column.ts';
import { type YearPage, yearPages } from './year-pages.ts';

/** 为谁服务: what is for one group of people. */
export interface ForGroup {
  readonly group: AudienceGroup;
  readonly entries: readonly Entry[];
}

/** Every group, in the order of the list; also those for which nothing is there yet. */
export function forGroups(): ForGroup[] {
  return AUDIENCE_GROUPS.map((group) => ({
    group,
    entries: getGroup('audience', group.id).filter(isDisclosed),
  }));
}

/** What can be applied for: policies that say to whom they give what. */
export function benefits(entries: readonly Entry[]): EntryOf<'policy'>[] {
  return entries.filter(
    (entry): entry is EntryOf<'policy'> =>
      isKind(entry, 'policy') && entry.data.benefit !== undefined,
  );
}

export interface ForPage extends ForGroup {
  readonly list: YearPage;
}

/** The pages of every group that has anything. */
export function forPages(): ForPage[] {
  return forGroups()
    .filter(({ entries }) => entries.length > 0)
    .flatMap((each) => yearPages(each.entries).map((list) => ({ ...each, list })));
}
