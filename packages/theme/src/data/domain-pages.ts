import type { ColumnDomain, Entry } from '@columns/content';
import { kindName } from '@columns/content';
import { groupBy } from '@columns/standard';
import { getEntries } from './column.ts';
import { type ListFilter, WHOLE } from './item-pages.ts';
import { below, type YearPage, yearPages } from './year-pages.ts';

/** A page of all that a domain holds, or of what of it is of one kind. */
export interface DomainPage {
  readonly filter: ListFilter;
  readonly filters: DomainFilters;
  readonly page: YearPage;
}

/** What a domain's list can be narrowed by beside its years and items. */
export interface DomainFilters {
  readonly kinds: readonly ListFilter[];
  /** 领域综合信息: what belongs to no single item. */
  readonly general: readonly ListFilter[];
}

/** A list so short is seen at a glance, each with its kind beside it. */
const SHORT = 5;

/** Every page of a domain's list, each below `domains/<id>/_all/`. */
export function domainPages(domain: ColumnDomain): DomainPage[] {
  const entries = getEntries(domain.entries);
  const parts = partsOf(domain, entries);
  const filters = filtersOf(parts);
  const whole = yearPages(entries).map((page) => ({ filter: WHOLE, filters, page }));
  return [...whole, ...parts.flatMap((part) => byYear(part, filters))];
}

/** What the list of a domain can be narrowed by. */
export function domainFilters(domain: ColumnDomain): DomainFilters {
  return filtersOf(partsOf(domain, getEntries(domain.entries)));
}

interface Part extends ListFilter {
  readonly entries: readonly Entry[];
}

function partsOf(domain: ColumnDomain, entries: readonly Entry[]): Part[] {
  if (entries.length <= SHORT) return [];
  const kinds = [...groupBy(entries, ({ data }) => data.kind)];
  const { general } = domain;
  return [
    ...(kinds.length > 1
      ? kinds.map(([kind, own]) => ({ label: kindName(kind), path: `kind-${kind}/`, entries: own }))
      : []),
    ...(general.length > 0 && general.length < entries.length
      ? [{ label: '领域综合信息', path: GENERAL, entries: getEntries(general) }]
      : []),
  ];
}

const GENERAL = 'general/';

function filtersOf(parts: readonly Part[]): DomainFilters {
  const filters = parts.map(({ label, path }) => ({ label, path }));
  return {
    kinds: filters.filter(({ path }) => path !== GENERAL),
    general: filters.filter(({ path }) => path === GENERAL),
  };
}

/** A part has its years as the whole has: on one page where it is short, on pages of their own where it is not. */
function byYear({ label, path, entries }: Part, filters: DomainFilters): DomainPage[] {
  return yearPages(entries).map((page) => ({
    filter: { label, path },
    filters,
    page: below(path, page),
  }));
}
