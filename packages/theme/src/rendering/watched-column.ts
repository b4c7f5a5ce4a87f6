import type {
  ColumnDomain,
  ColumnItem,
  Entry,
  PublisherCatalogue,
  ShownColumn,
} from '@columns/content';
import { noteFact } from './trace.ts';

/** Under which name a watched object is known; what has a name is noted when it is read. */
const names = new WeakMap<object, string>();

/** The name of a watched object, or nothing for a plain value. */
export function watchedName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? names.get(value) : undefined;
}

/** Which fact a read of a property is; `undefined` when the object's parts note for themselves. */
type FactOf = (property: string) => string | undefined;

function watch<T extends object>(value: T, name: string, factOf: FactOf): T {
  const watched = new Proxy(value, {
    get(target, property, receiver) {
      if (typeof property === 'string') {
        const fact = factOf(property);
        if (fact !== undefined) noteFact(fact);
      }
      return Reflect.get(target, property, receiver);
    },
  });
  names.set(watched, name);
  return watched;
}

/**
 * The same column, in which every read leaves a note (`trace.ts`). The facts: `entry:<id>`, and apart from
 * it `text:<id>`, so that a list stays as it is when only a text changes;
 * `item:<domain>/<item>` and `domain:<id>`, what is filed there; `domains`, all else of the
 * catalogue; `publisher:<sort>/<id>`, one's catalogue with what is filed there, and `publishers`, who there
 * is; and each other part of the column by its own name.
 */
export function watchColumn(column: ShownColumn): ShownColumn {
  return watch(
    {
      ...column,
      entries: column.entries.map(watchEntry),
      domains: column.domains.map(watchDomain),
      publishers: column.publishers.map(watchPublisher),
    },
    'column',
    // Domains and publishers are noted one by one, and so are the entries that a list of ids leads to.
    (property) => (property === 'domains' || property === 'publishers' ? undefined : property),
  );
}

/** What an entry's file says beyond its facts: its text. */
export function textFact({ id }: Pick<Entry, 'id'>): string {
  return `text:${id}`;
}

/** The rows of its CSV. */
export function tableFact({ id }: Pick<Entry, 'id'>): string {
  return `table:${id}`;
}

function watchEntry(entry: Entry): Entry {
  // Named once: a page that lists thousands reads of each a dozen times.
  const [own, text, table] = [`entry:${entry.id}`, textFact(entry), tableFact(entry)];
  return watch(entry, own, (property) => {
    if (property === 'digest') return text;
    return property === 'tableDigest' ? table : own;
  });
}

function watchDomain(domain: ColumnDomain): ColumnDomain {
  const filed = new Set(['entries', 'general', 'disclosed']);
  return watch(
    { ...domain, items: domain.items.map(watchItem) },
    `domain:${domain.id}`,
    (property) => {
      if (property === 'items') return 'domains';
      return filed.has(property) ? `domain:${domain.id}` : 'domains';
    },
  );
}

const FILED: ReadonlySet<string> = new Set(['entries', 'statements', 'disclosed']);

function watchItem(item: ColumnItem): ColumnItem {
  const own = `item:${item.ref}`;
  return watch(item, own, (property) => (FILED.has(property) ? own : 'domains'));
}

/** The name of one publisher's fact. */
export function publisherFact({ publisher: { sort, id } }: PublisherCatalogue): string {
  return `publisher:${sort}/${id}`;
}

function watchPublisher(catalogue: PublisherCatalogue): PublisherCatalogue {
  const fact = publisherFact(catalogue);
  if (catalogue.publisher.sort !== 'county')
    return watch(catalogue, fact, (property) => (property === 'publisher' ? 'publishers' : fact));
  // The county's items have pages of their own, each made again only when what it shows changes.
  const groups = catalogue.groups.map((group) => ({ ...group, items: group.items.map(watchItem) }));
  return watch({ ...catalogue, groups }, fact, () => 'publishers');
}
