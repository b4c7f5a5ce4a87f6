import type { ColumnDomain, ColumnItem } from '@columns/content';
import { dateText, isOpen, lastDay } from '@columns/content';
import { addCalendarDays } from '@columns/standard';
import { isJudged } from '../../coverage/state.ts';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** How many names a message lists before it only counts, and how long one may be. */
const NAMED = 6;
const LONGEST = 22;

/** Domains with neither entry nor statement, told in one: an empty column is one thing to see to. */
export function emptyDomains({ column }: InspectionContext): Found[] {
  if (column.county.level !== 'county') return [];
  const empty = column.domains.filter(({ entries }) => entries.length === 0);
  if (empty.length === 0) return [];
  const names = empty.map(({ name }) => name);
  return [{ ...atCounty(column), value: String(empty.length), other: listed(names) }];
}

/** In domains that have something: the confirmed items of the county's level that have nothing. */
export function emptyItems({ column }: InspectionContext): Found[] {
  const { level } = column.county;
  // Catalogues are those of counties; a city or province has its own duties.
  if (level !== 'county') return [];
  return column.domains.flatMap((domain) => {
    if (domain.entries.length === 0 || coversAll(domain, column)) return [];
    const empty = domain.items
      .filter((item) => isJudged(item, column))
      .filter(({ entries, statements }) => entries.length === 0 && statements.length === 0)
      .map(nameOf);
    if (empty.length === 0) return [];
    return [{ ...atCounty(column), value: domain.name, other: listed([...new Set(empty)]) }];
  });
}

/** A statement of the domain as a whole says why it has nothing more. */
function coversAll({ general }: ColumnDomain, { entries }: InspectionContext['column']): boolean {
  return entries.some(({ id, data }) => data.kind === 'statement' && general.includes(id));
}

/** For each confirmed item that has something: the elements that none of its entries mentions. */
export function missingElements({ column, facts }: InspectionContext): Found[] {
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  return column.domains.flatMap(({ items }) =>
    items.flatMap((item): Found[] => {
      if (!item.confirmed || item.elements === undefined) return [];
      const entries = item.entries
        .map((id) => byId.get(id))
        .filter((entry) => entry !== undefined && isOpen(entry) && entry.item === item.ref);
      const [newest] = entries;
      if (!newest) return [];
      const seen = new Set(
        entries.flatMap((entry) => facts.get(entry?.file ?? '')?.mentions ?? []),
      );
      const missing = item.elements.filter((_, number) => !seen.has(number));
      if (missing.length === 0) return [];
      const at = { file: newest.file, line: newest.lines['title'] ?? 1, column: 1 };
      return [{ ...at, value: nameOf(item), other: listed(missing) }];
    }),
  );
}

/** A column that has said nothing for two weeks. */
export function staleColumn({ column, asOf, settings }: InspectionContext): Found[] {
  const { newest } = column;
  if (asOf === undefined || newest === undefined) return [];
  if (lastDay(newest) >= addCalendarDays(asOf, -settings.thresholds['column-fresh-days']))
    return [];
  return [{ ...atCounty(column), value: dateText(newest), other: asOf }];
}

const KINDS_JUDGED = [
  { kind: 'notice', name: '通知公告', threshold: 'notice-fresh-days' },
  { kind: 'policy', name: '政策文件', threshold: 'policy-fresh-days' },
] as const;

/** Notices and policies of which the newest is too old; a county that has none is told so elsewhere. */
export function staleKinds({ column, asOf, settings }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  return KINDS_JUDGED.flatMap(({ kind, name, threshold }) => {
    const newest = column.entries.find(({ data }) => data.kind === kind)?.data.published;
    if (newest === undefined) return [];
    if (lastDay(newest) >= addCalendarDays(asOf, -settings.thresholds[threshold])) return [];
    return [{ ...atCounty(column), value: name, other: dateText(newest) }];
  });
}

/** Domains of which the newest entry is too old, told in one. */
export function staleDomains({ column, asOf, settings }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  const from = addCalendarDays(asOf, -settings.thresholds['domain-fresh-days']);
  const byId = new Map(column.entries.map((entry) => [entry.id, entry.data.published]));
  const stale = column.domains.flatMap(({ name, entries }) => {
    const newest = entries
      .flatMap((id) => byId.get(id) ?? [])
      .sort()
      .at(-1);
    return newest === undefined || lastDay(newest) >= from
      ? []
      : [`${name}（${dateText(newest)}）`];
  });
  if (stale.length === 0) return [];
  return [{ ...atCounty(column), value: String(stale.length), other: listed(stale) }];
}

function atCounty({
  county,
}: InspectionContext['column']): Pick<Found, 'file' | 'line' | 'column'> {
  return { file: `${county.id}/county.yaml`, line: 1, column: 1 };
}

function nameOf({ level1, level2 }: ColumnItem): string {
  const name = level2 ?? level1;
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}…`;
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、');
  return names.length <= NAMED ? shown : `${shown}等 ${names.length} 项`;
}
