import type { ColumnDomain, ColumnItem, UnitName } from '@columns/content';
import { isFilled } from '@columns/content';
import { groupBy } from '@columns/standard';
import { getColumn } from './column.ts';
import { itemGroups } from './item-groups.ts';
import { stateWord } from './item-state.ts';
import { nameBelow } from './item-text.ts';
import { domainsByUnit } from './units.ts';

/** An item as the catalogue names it below its upper level. */
export interface ListedItem {
  readonly name: string;
  /** The item's page below the base, where it says more than that there is nothing. */
  readonly path: string | undefined;
  readonly state: string;
  /** Whether nobody has read the row on a government page. */
  readonly unsure: boolean;
}

/** The items of one 一级事项; items that have no second level stand alone, under no name. */
export interface ListedLevel {
  readonly name: string | undefined;
  readonly items: readonly ListedItem[];
}

/** One fold of the catalogue: a domain, a set, or what a unit leads. */
export interface CatalogueFold {
  /** Of its anchor. */
  readonly id: string;
  readonly name: string;
  /** How many items it has and how many of them are there. */
  readonly facts: string;
  readonly parts: readonly CataloguePart[];
}

/** A domain's items inside a fold. */
export interface CataloguePart {
  readonly id: string;
  /** Told where a fold has several domains. */
  readonly name: string | undefined;
  /** The page of what is published in it, below the base. */
  readonly above: string;
  readonly leads: readonly UnitName[];
  readonly levels: readonly ListedLevel[];
}

/** The catalogue by domain, in the catalogue's order. */
export function byDomain(): CatalogueFold[] {
  return itemGroups().map(({ group, above, leads }) =>
    foldOf(group, [partOf(group, above, leads, group.items)], group.items),
  );
}

/** What of the catalogue has nothing yet, by domain; domains that lack nothing are left out. */
export function missing(): CatalogueFold[] {
  return itemGroups().flatMap(({ group, above, leads }) => {
    const blank = group.items.filter((item) => !isFilled(item));
    if (blank.length === 0) return [];
    const facts = `${blank.length} 项`;
    return [{ ...foldOf(group, [partOf(group, above, leads, blank)], blank), facts }];
  });
}

/** The catalogue by the units that lead its domains, as the county's plan names them. */
export function byUnit(): (CatalogueFold & { readonly unit: UnitName })[] {
  return domainsByUnit(getColumn()).map(({ unit, domains }, index) => {
    const items = domains.flatMap((domain) => domain.items);
    const id = unit.id ?? `unit-${index + 1}`;
    return { ...foldOf({ id, name: unit.name }, domains.map(namedPart), items), unit };
  });
}

const NO_SUBJECT = '目录没有写明公开主体的';

/** The same by what the rows themselves call their 公开主体: for a plan that names no unit. */
export function bySubject(): CatalogueFold[] {
  const rows = getColumn().domains.flatMap((domain) =>
    domain.items.map((item) => ({ domain, item })),
  );
  const groups = [...groupBy(rows, ({ item }) => firstSubject(item))];
  groups.sort(([a], [b]) => Number(a === NO_SUBJECT) - Number(b === NO_SUBJECT));
  return groups.map(([name, own], index) => {
    const parts = [...groupBy(own, ({ domain }) => domain)].map(([domain, rows]) =>
      namedPart({ ...domain, items: rows.map(({ item }) => item) }),
    );
    return foldOf(
      { id: `subject-${index + 1}`, name },
      parts,
      own.map(({ item }) => item),
    );
  });
}

/** The agency that a row names first, without its level: 县级政府民政部门、乡镇政府 is 民政部门. */
function firstSubject({ subject }: ColumnItem): string {
  if (subject === undefined) return NO_SUBJECT;
  const [first = ''] = subject.replaceAll(/（[^）]*）/gu, '').split(/[、，；]/u);
  return first.replace(/^县(?:级(?:人民政府|政府)?)?(?![及镇人级]|$)/u, '') || subject;
}

function namedPart(domain: Pick<ColumnDomain, 'id' | 'name' | 'items'>): CataloguePart {
  return {
    ...partOf(domain, `domains/${domain.id}/`, [], domain.items),
    name: domain.name,
  };
}

/** How many items there are and how many have something, of the whole catalogue. */
export function catalogueTotal(): { readonly items: number; readonly filled: number } {
  const items = itemGroups().flatMap(({ group }) => group.items);
  return { items: items.length, filled: items.filter(isFilled).length };
}

function foldOf(
  { id, name }: Pick<ColumnDomain, 'id' | 'name'>,
  parts: readonly CataloguePart[],
  items: readonly ColumnItem[],
): CatalogueFold {
  const filled = items.filter(isFilled).length;
  const facts = items.length === 0 ? '目录尚未印发' : `${items.length} 项，已公开 ${filled} 项`;
  return { id, name, facts, parts };
}

function partOf(
  { id }: Pick<ColumnDomain, 'id'>,
  above: string,
  leads: readonly UnitName[],
  items: readonly ColumnItem[],
): CataloguePart {
  const upper = ({ level1, level2 }: ColumnItem) => (level2 === undefined ? '' : level1);
  const levels = [...groupBy(items, upper)].map(([name, own]) => ({
    name: name || undefined,
    items: own.map(listed),
  }));
  return { id, name: undefined, above, leads, levels };
}

function listed(item: ColumnItem): ListedItem {
  const tells = isFilled(item) || item.statements.length > 0 || item.entries.length > 0;
  return {
    name: nameBelow(item),
    path: tells ? `domains/${item.ref}/` : undefined,
    state: stateWord(item),
    unsure: !item.confirmed,
  };
}
