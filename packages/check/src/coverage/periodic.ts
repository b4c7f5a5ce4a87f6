import type { Column, DuePeriod, PeriodicItem } from '@columns/content';
import { firstDay, nextPeriod, periodicItems, periodsUntil } from '@columns/content';
import { periodText } from '@columns/standard';
import type { UnitDuty } from './duties.ts';

/** How a period of an item stands on a day. */
export const PERIOD_STATES = {
  there: '已公开',
  late: '逾期公开',
  missing: '逾期未公开',
  open: '未到期',
} as const;

export type PeriodState = keyof typeof PERIOD_STATES;

export interface PeriodCell extends DuePeriod {
  readonly state: PeriodState;
}

export interface PeriodicCoverage {
  readonly of: PeriodicItem;
  readonly name: string;
  /** From the first period that has anything, oldest first; none where nothing was ever published. */
  readonly cells: readonly PeriodCell[];
}

/** Every periodic item with its periods as of a day. What was never begun is told as empty elsewhere. */
export function periodicCoverage(column: Column, asOf: string): PeriodicCoverage[] {
  return periodicItems(column).map((of) => ({
    of,
    name: of.item.level2 ?? of.item.level1,
    cells: periodsUntil(of, asOf).map((period) => ({ ...period, state: stateOf(period, asOf) })),
  }));
}

function stateOf({ due, entry }: DuePeriod, asOf: string): PeriodState {
  const published = entry && firstDay(entry.data.published);
  if (published !== undefined && published <= asOf)
    return due === undefined || published <= due ? 'there' : 'late';
  return due !== undefined && due < asOf ? 'missing' : 'open';
}

/** What the periodic items ask of each unit: the periods that are overdue, as one duty an item, and the next. */
export function periodicDuties(column: Column, asOf: string): UnitDuty[] {
  return periodicCoverage(column, asOf).flatMap(({ of, name, cells }) => {
    const { publisher, item, path, units } = of;
    const missing = cells.filter(({ state }) => state === 'missing');
    const next = nextPeriod(of, asOf);
    const key = `${publisher.sort}-${publisher.id}-${item.ref.replace('/', '-')}`;
    return units.flatMap((unit) => {
      // A duty of somebody else's says whose it is.
      const whose = publisher.overseer === unit ? `${publisher.name}：${name}` : name;
      const duty = (does: string, id: string, what: string, day: string | undefined): UnitDuty[] =>
        day === undefined
          ? []
          : [
              {
                ...{ unit, id: `${id}-${key}`, title: `${does}“${whose}”（${what}）` },
                ...{ day, why: '按期公开', path },
              },
            ];
      return [
        ...duty('补公开', 'missing', listed(missing), missing[0]?.due),
        ...duty('公开', 'due', next ? periodText(next.period) : '', next?.due),
      ];
    });
  });
}

/** So many periods are named; of more only how many there are. */
const NAMED = 3;

export function listed(periods: readonly DuePeriod[]): string {
  const names = periods.slice(0, NAMED).map(({ period }) => periodText(period));
  const text = names.join('、');
  return periods.length <= NAMED ? text : `${text}等 ${periods.length} 期`;
}
