import { periodicItems, periodOf } from '@columns/content';
import { periodLabels, periodLength } from '@columns/standard';
import { listed, periodicCoverage } from '../../coverage/periodic.ts';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** Periodic items of which periods are over without anything: one finding an item, where it last appeared. */
export function missingPeriods({ column, asOf }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  return periodicCoverage(column, asOf).flatMap(({ of: { published }, name, cells }) => {
    const missing = cells.filter(({ state }) => state === 'missing');
    const last = published.get([...published.keys()].sort().at(-1) ?? '');
    if (missing.length === 0 || !last) return [];
    return [{ ...atField(last, 'period'), value: name, other: listed(missing) }];
  });
}

/** What was published after the last day of its period. */
export function latePeriods({ column, asOf }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  return periodicCoverage(column, asOf).flatMap(({ name, cells }) =>
    cells.flatMap(({ state, entry, due }) =>
      state === 'late' && entry && due !== undefined
        ? [{ ...atField(entry, 'published'), value: name, other: due }]
        : [],
    ),
  );
}

/** Entries of periodic items that do not say of which period they are, or say one of another length. */
export function wrongPeriods({ column }: InspectionContext): Found[] {
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  const rows = new Map(
    periodicItems(column).flatMap(({ item }) =>
      item.entries.map((id) => [`${id} ${item.ref}`, { id, item }] as const),
    ),
  );
  return [...rows.values()].flatMap(({ id, item }) => {
    const entry = byId.get(id);
    if (!entry || entry.item !== item.ref) return [];
    const period = periodOf(entry);
    if (period !== undefined && periodLength(period) === item.every) return [];
    return [
      {
        ...atField(entry, 'period'),
        value: period ?? '',
        other: item.level2 ?? item.level1,
        expected: periodLabels[item.every],
      },
    ];
  });
}
