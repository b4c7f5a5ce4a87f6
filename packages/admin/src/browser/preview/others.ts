import {
  type CountyContent,
  type Entry,
  type EntryData,
  isKindId,
  readPlace,
} from '@columns/content';
import type { ListedEntry } from '../entry-list.ts';

/**
 * The entry with those of the county's others that its page may name: what its files mention, and what stands beside
 * it in its list. Enough of each is known to link to it; what they say of this entry is not.
 *
 * @param text all that the entry's files say
 */
export function withOthers(
  { id: county, entries }: CountyContent,
  listed: readonly ListedEntry[],
  entry: Entry,
  text: string,
): Entry[] {
  const own = new Set(entries.map(({ id }) => id));
  const words = new Set(text.match(/[a-z0-9-]+/g));
  const group = groupOf(entry);
  const others = listed
    .filter(({ id, kind }) => !own.has(id) && isKindId(kind))
    .map((each) => stub(county, each))
    .filter((each) => words.has(each.id) || groupOf(each) === group);
  return [...entries, ...others];
}

/** Entries of one group stand before and after each other (`neighbours.ts` of the theme). */
const groupOf = ({ item, domain, data, year }: Entry): string =>
  `${item ?? domain ?? data.kind} ${year}`;

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
