import type { Entry, ShownColumn } from '@columns/content';
import { addressOf, endedAs, isWholeDay, kindName } from '@columns/content';
import type { FeedEntry } from './atom.ts';
import { unitNames } from './tables/unit-names.ts';

/** What readers are told of: what is open to all; withdrawals stay, for who had the entry must hear of it. */
export function isTold({ data }: Entry): boolean {
  return data.attribute.type === '主动';
}

/** What feeds tell of. They say when something happened, and have no place for what has no day. */
export function isFollowed(entry: Entry): boolean {
  return isTold(entry) && isWholeDay(entry.data.withdrawn?.date ?? entry.data.published);
}

/** What a feed tells of an entry; `at` makes an address of a path below the column's base. */
export function feedEntry(
  column: ShownColumn,
  entry: Entry,
  at: (path: string) => string,
): FeedEntry {
  const { data } = entry;
  const { withdrawn } = data;
  const ended = endedAs(entry);
  const domain = column.domains.find(({ id }) => id === entry.domain);
  const [first] = data.formerly ?? [];
  // A withdrawn entry stays in its unit's feed, but says no more than title, days and reason.
  const author = withdrawn ? undefined : unitNames(column).get(data.unit ?? '');
  const summary = withdrawn ? `本信息已撤回。原因：${withdrawn.reason}` : summaryOf(data);
  return {
    id: at(first === undefined ? addressOf(entry) : `${first}/`),
    page: at(addressOf(entry)),
    title: withdrawn ? `（已撤回）${data.title}` : data.title,
    published: data.published,
    updated: withdrawn?.date ?? data.published,
    ...(summary === undefined ? {} : { summary }),
    ...(author === undefined ? {} : { author }),
    categories: [
      kindName(data.kind),
      ...(domain ? [domain.name] : []),
      ...(data.example ? ['示例'] : []),
      ...(data.abridged ? ['摘编'] : []),
      ...(ended === undefined ? [] : [ended]),
    ],
  };
}

/** What is not the whole of a document says so before anything else. */
function summaryOf({ abridged, summary }: Entry['data']): string | undefined {
  if (abridged === undefined) return summary;
  return `摘编，非原文全文（原件：${abridged.of}）。${summary ?? ''}`;
}
