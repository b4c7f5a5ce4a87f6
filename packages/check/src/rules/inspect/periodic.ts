import type { Entry, PeriodicItem } from '@columns/content';
import { isKind, periodFigures, periodicItems, periodOf, periodsBetween } from '@columns/content';
import { periodLabels, periodLength, periodText } from '@columns/standard';
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
export function wrongPeriods(context: InspectionContext): Found[] {
  return filedEntries(context).flatMap(({ entry, item }) => {
    const period = periodOf(entry);
    if (period !== undefined && periodLength(period) === item.every) return [];
    const expected = periodLabels[item.every];
    return [{ ...atField(entry, 'period'), value: period ?? '', other: nameOf(item), expected }];
  });
}

/** Entries of periodic items that are not the form which the item asks for. */
export function wrongForms(context: InspectionContext): Found[] {
  return filedEntries(context).flatMap(({ entry, item }) => {
    const form = isKind(entry, 'register') ? entry.data.form : undefined;
    if (item.as === undefined || form === item.as) return [];
    const at = atField(entry, form === undefined ? 'kind' : 'form');
    return [{ ...at, value: form ?? '', other: nameOf(item), expected: item.as }];
  });
}

/** Balances that do not open with what the period before closed with; only where both are there. */
export function wrongOpenings({ column, tables }: InspectionContext): Found[] {
  const forms = new Map(column.forms.flatMap((form) => (form.balance ? [[form.id, form]] : [])));
  const balanceOf = (entry: Entry | undefined, side: 'opening' | 'closing') => {
    const form = forms.get(entry?.table?.form ?? '');
    const table = entry && tables.get(entry.id);
    if (!form || !table) return undefined;
    return periodFigures(form, table).find(({ group }) => group === form.balance?.[side])?.text;
  };
  return periodicItems(column).flatMap((row) => {
    if (![...row.published.values()].some(({ table }) => forms.has(table?.form ?? ''))) return [];
    const periods = periodsBetween(row);
    return periods.flatMap(({ entry }, i): Found[] => {
      const before = periods[i - 1];
      const [value, other] = [balanceOf(entry, 'opening'), balanceOf(before?.entry, 'closing')];
      if (!entry || !before || value === undefined || other === undefined) return [];
      const expected = periodText(before.period);
      return value === other ? [] : [{ ...atField(entry, 'period'), value, other, expected }];
    });
  });
}

type PeriodicColumnItem = PeriodicItem['item'];

/** Periodic items with each entry that says it is one of theirs, every pair once, whoever publishes it. */
function filedEntries({
  column,
}: InspectionContext): { readonly entry: Entry; readonly item: PeriodicColumnItem }[] {
  const rows = new Map(
    periodicItems(column).flatMap(({ item }) =>
      item.entries.map((id) => [`${id} ${item.ref}`, { id, item }] as const),
    ),
  );
  if (rows.size === 0) return [];
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  return [...rows.values()].flatMap(({ id, item }) => {
    const entry = byId.get(id);
    return entry && isOwnPlace(entry, item) ? [{ entry, item }] : [];
  });
}

/** What is only listed there too, or fills the item by its kind, has an item of its own. */
function isOwnPlace({ item, data }: Entry, { ref, id }: PeriodicColumnItem): boolean {
  return item === ref || data.discloses?.includes(id) === true;
}

function nameOf({ level1, level2 }: PeriodicColumnItem): string {
  return level2 ?? level1;
}
