import type { Column, Entry } from '@columns/content';
import { addressOf, kindName } from '@columns/content';
import type { FeedEntry } from './atom.ts';
import { unitNames } from './tables/unit-names.ts';

/** What a feed tells of an entry; `at` makes an address of a path below the column's base. */
export function feedEntry(column: Column, entry: Entry, at: (path: string) => string): FeedEntry {
  const { data } = entry;
  const { withdrawn } = data;
  const domain = column.domains.find(({ id }) => id === entry.domain);
  const [first] = data.formerly ?? [];
  const unit = data.unit === undefined ? undefined : unitNames(column).get(data.unit);
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
