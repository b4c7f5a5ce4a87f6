import {
  type CountyContent,
  type Entry,
  type EntryData,
  isKindId,
  readPlace,
} from '@columns/content';
import type { ListedEntry } from '../entry-list.ts';

/**
 * The county with the entries that its open data lists: enough of each to be linked to, and to stand before
 * and after this one. What they say of this entry is not told there.
 */
export function withOthers(
  content: CountyContent,
  listed: readonly ListedEntry[],
): CountyContent['entries'] {
  const own = new Set(content.entries.map(({ id }) => id));
  const others = listed.filter(({ id, kind }) => !own.has(id) && isKindId(kind));
  return [...content.entries, ...others.map((each) => stub(content.id, each))];
}

function stub(county: string, listed: ListedEntry): Entry {
  const { id, title, kind, published, docNumber, file = `${county}/_/${listed.id}.md` } = listed;
  const place = readPlace(file.slice(county.length + 1));
  const { domain = listed.domain, item = listed.item } = 'fault' in place ? {} : place;
  const { attribute = '主动', withdrawn, abridgedOf } = listed;
  return {
    id,
    county,
    file,
    format: 'md',
    year: Number(published.slice(0, 4)),
    ...(domain ? { domain } : {}),
    ...(item ? { item } : {}),
    data: {
      ...{ kind, title, published },
      attribute: { type: attribute },
      ...(docNumber ? { docNumber } : {}),
      ...(abridgedOf ? { abridged: { of: abridgedOf } } : {}),
      ...(withdrawn ? { withdrawn: { date: withdrawn, reason: '' } } : {}),
    } as unknown as EntryData,
    hasBody: false,
    attachments: [],
    files: [],
    lines: {},
    digest: '',
    // Only what every kind shares is known of it.
    reducedTo: 'header',
  };
}
