import type { Item, ItemGroup } from '@columns/standard';
import { itemRef } from '@columns/standard';
import type { Town } from '../county.ts';
import type { Entry } from '../entry.ts';
import { isKind } from '../entry.ts';
import { isDisclosed } from '../standing.ts';
import type { Publisher, PublisherItems } from './publishers.ts';

export type ColumnItem = Item & {
  /** `<domain or set>/<item>`. */
  readonly ref: string;
  /** Ids of what is filed here, listed by `also` or fills it by its kind, newest first, without statements. */
  readonly entries: readonly string[];
  /** How many of them count as disclosed (`standing.ts`). */
  readonly disclosed: number;
  /** Ids of statements that say why the item has nothing. */
  readonly statements: readonly string[];
  /** Where the publisher's own record fills the item: what of it the record lacks. */
  readonly lacks?: readonly string[];
  /** Another item of its group has the same name: it is told with what stands above it. */
  readonly alike?: true;
};

export type ColumnGroup = Omit<ItemGroup, 'items'> & { readonly items: readonly ColumnItem[] };

/** A publisher's catalogue with what it has disclosed of it. */
export type PublisherCatalogue = Omit<PublisherItems, 'groups'> & {
  readonly groups: readonly ColumnGroup[];
};

/** What an item asks for is there: something disclosed, or all of the record that it asks for. */
export function isFilled({ disclosed, lacks }: Pick<ColumnItem, 'disclosed' | 'lacks'>): boolean {
  return disclosed > 0 || lacks?.length === 0;
}

/** The items that an entry says it belongs to, `covers` of a statement included. */
export function filedUnder(entry: Entry): Set<string> {
  const covered = isKind(entry, 'statement') ? (entry.data.covers ?? []) : [];
  const refs = [entry.item, ...(entry.data.also ?? []), ...covered];
  return new Set(refs.filter((ref) => ref !== undefined));
}

/** One publisher's entries by what they can fill; ids stand newest first as entries are added so. */
export class Filing {
  readonly #filed = new Map<string, string[]>();
  readonly #statements = new Map<string, string[]>();
  readonly #order = new Map<string, number>();
  readonly #disclosed = new Set<string>();

  /** @param owners whose entry it is (`ownersOf`) */
  add(entry: Entry, owners: readonly PublisherItems[]): void {
    this.#order.set(entry.id, this.#order.size);
    if (isDisclosed(entry)) this.#disclosed.add(entry.id);
    const refs = filedUnder(entry);
    if (isKind(entry, 'statement')) {
      for (const ref of refs) push(this.#statements, ref, entry.id);
      return;
    }
    const domains = [entry.domain, ...[...refs].map((ref) => ref.split('/')[0])];
    const form = isKind(entry, 'register') ? entry.data.form : undefined;
    const keys = [
      ...refs,
      ...namedItems(entry, owners).map((ref) => `own:${ref}`),
      ...domains.map((id) => `domain:${id}`),
      `kind:${entry.data.kind}`,
      `form:${form}`,
    ];
    for (const key of new Set(keys)) push(this.#filed, key, entry.id);
  }

  /** How many of some entries count as disclosed. */
  count(ids: Iterable<string>): number {
    return [...ids].filter((id) => this.#disclosed.has(id)).length;
  }

  /** An item with what fills it; one of a publisher's, also what names it by `discloses`. */
  item(item: Item, publisher?: Publisher): ColumnItem {
    const ref = itemRef(item);
    const by = item['filled-by'];
    const keys = [
      ref,
      ...(publisher ? [`own:${ref}`] : []),
      ...(by?.items ?? []),
      ...(by?.domains ?? []).map((id) => `domain:${id}`),
      ...(by?.kinds ?? []).map((id) => `kind:${id}`),
      ...(by?.forms ?? []).map((name) => `form:${name}`),
    ];
    const entries = this.#gather(keys);
    const facts = publisher && by?.facts;
    return {
      ...item,
      ref,
      entries,
      disclosed: this.count(entries),
      statements: this.#statements.get(ref) ?? [],
      ...(facts ? { lacks: facts.filter((fact) => !publisher.facts.includes(fact)) } : {}),
    };
  }

  /** The items of one group. */
  items(items: readonly Item[], publisher?: Publisher): ColumnItem[] {
    const names = new Set<string>();
    const twice = new Set<string>();
    for (const { level2 } of items) {
      if (level2 === undefined) continue;
      if (names.has(level2)) twice.add(level2);
      names.add(level2);
    }
    return items.map((item) => ({
      ...this.item(item, publisher),
      ...(item.level2 !== undefined && twice.has(item.level2) ? { alike: true as const } : {}),
    }));
  }

  #gather(keys: readonly string[]): string[] {
    const lists = keys.flatMap((key) => {
      const list = this.#filed.get(key);
      return list === undefined ? [] : [list];
    });
    if (lists.length <= 1) return lists[0] ?? [];
    const order = this.#order;
    return [...new Set(lists.flat())].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }
}

/** Files entries, newest first, in every publisher's catalogue. A county has what anybody in it has. */
export function filePublishers(
  catalogues: readonly PublisherItems[],
  entries: readonly Entry[],
  ownersOf: OwnersOf,
  whole: Filing,
): PublisherCatalogue[] {
  const filings = new Map(
    catalogues.map((one) => [one, one.publisher.sort === 'county' ? whole : new Filing()]),
  );
  for (const entry of entries) {
    const owners = ownersOf(entry);
    for (const owner of owners) filings.get(owner)?.add(entry, owners);
  }
  return [...filings].map(([{ publisher, groups, ...rest }, filing]) => ({
    publisher,
    groups: groups.map((group) => ({
      ...group,
      items: filing.items(group.items, publisher),
    })),
    ...rest,
  }));
}

/** Whose an entry is: its unit's, and its town's or, where it names one, its village's. */
export type OwnersOf = (entry: Entry) => readonly PublisherItems[];

export function ownersAmong(
  catalogues: readonly PublisherItems[],
  towns: readonly Town[],
): OwnersOf {
  // Units, towns and institutions share one list of ids; villages have their own.
  const byKey = new Map(
    catalogues.flatMap((one) => {
      const { sort, id } = one.publisher;
      return sort === 'county' ? [] : [[sort === 'village' ? `v:${id}` : id, one] as const];
    }),
  );
  const villages = new Map(
    towns.flatMap(({ id: town, villages: own = [] }) =>
      own.flatMap(({ id, name }) => (id === undefined ? [] : [[`${town}/${name}`, id] as const])),
    ),
  );
  return ({ data: { unit, town, village } }) => {
    const local = village === undefined ? town : `v:${villages.get(`${town}/${village}`)}`;
    const keys = new Set([unit, local]);
    return [...keys].flatMap((key) => (key === undefined ? [] : (byKey.get(key) ?? [])));
  };
}

/** The items of its owners' catalogues that an entry names by their ids (`discloses`). */
function namedItems({ data }: Entry, owners: readonly PublisherItems[]): string[] {
  const { discloses } = data;
  if (discloses === undefined) return [];
  const items = owners.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return items.filter(({ id }) => discloses.includes(id)).map(itemRef);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
