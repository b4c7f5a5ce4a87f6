import type { Column, Entry } from '@columns/content';
import { lastDay } from '@columns/content';
import { addCalendarDays, addWorkingDays, CalendarRangeError, groupBy } from '@columns/standard';
import type { Coverage, CoveredItem } from './figures.ts';
import { filingDuties } from './filing.ts';
import { openTasks } from './open-tasks.ts';
import { pairDuties } from './pairs.ts';
import { periodicDuties } from './periodic.ts';

/** Something that a unit must do by a day. */
export interface Duty {
  /** Lasting, for calendars. */
  readonly id: string;
  readonly title: string;
  readonly day: string;
  /** What the day comes from. */
  readonly why: string;
  /** Where to look, below the column's base. */
  readonly path: string;
}

/** A duty with the id of the unit whose it is. */
export type UnitDuty = Duty & { readonly unit: string };

/** A unit with what it must do, by day. */
export interface UnitDuties {
  readonly id: string;
  readonly name: string;
  /** Items of the domains it leads that are judged, and those of them that are empty. */
  readonly items: number;
  readonly empty: number;
  readonly overdue: readonly Duty[];
  /** In the next 20 working days, the day itself included. */
  readonly soon: readonly Duty[];
  readonly later: readonly Duty[];
}

/** How far ahead a unit looks (issue: 20 working days, as the law's own term for publication). */
const AHEAD = 20;

/** The last day that is near; working days while the calendar knows them, else four weeks. */
export function horizon(asOf: string): string {
  try {
    return addWorkingDays(asOf, AHEAD);
  } catch (error) {
    if (error instanceof CalendarRangeError) return addCalendarDays(asOf, 28);
    throw error;
  }
}

/** What each unit of the column must do as of the coverage's day. Pure. */
export function unitDuties(column: Column, coverage: Coverage): UnitDuties[] {
  const { asOf } = coverage;
  const near = horizon(asOf);
  const all = groupBy(
    [
      ...coverage.items.flatMap(renewals),
      ...periodicDuties(column, asOf),
      ...filingDuties(column, asOf),
      ...pairDuties(column, asOf),
      ...taskDuties(column),
      ...column.entries.flatMap(entryDuties),
    ],
    ({ unit }) => unit,
  );
  return [...column.departments, ...column.towns].map(({ id, name }) => {
    const led = coverage.items.filter(({ units, state }) => {
      return state !== 'unconfirmed' && units.some((unit) => unit.id === id);
    });
    const duties = (all.get(id) ?? [])
      .map(({ unit: _unit, ...duty }): Duty => duty)
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
    return {
      ...{ id, name },
      items: led.length,
      empty: led.filter(({ state }) => state === 'empty').length,
      overdue: duties.filter(({ day }) => day < asOf),
      soon: duties.filter(({ day }) => day >= asOf && day <= near),
      later: duties.filter(({ day }) => day > near),
    };
  });
}

function taskDuties(column: Column): UnitDuty[] {
  return openTasks(column).flatMap(({ ledger, row, title, day, path, units }) =>
    units.map((unit) => ({
      unit,
      ...{
        id: `task-${ledger.id}-${row}`,
        title: `完成任务“${title}”`,
        day,
        why: ledger.title,
        path,
      },
    })),
  );
}

/** A judged item that must be renewed is a duty of each unit that leads its domain. */
function renewals({ ref, name, units, state, renewBy: day }: CoveredItem): UnitDuty[] {
  if (day === undefined || state === 'unconfirmed') return [];
  return units.flatMap(({ id: unit }) => {
    if (unit === undefined) return [];
    const id = `renew-${ref.replace('/', '-')}`;
    return [{ unit, id, title: `更新“${name}”`, day, why: '更新期限', path: `domains/${ref}/` }];
  });
}

function entryDuties(entry: Entry): UnitDuty[] {
  const { id, data, year } = entry;
  const { unit, title, withdrawn, attribute, validity } = data;
  if (unit === undefined || withdrawn !== undefined) return [];
  const duty = (kind: string, does: string, day: string | undefined, why: string): UnitDuty[] =>
    day === undefined
      ? []
      : [{ unit, id: `${kind}-${id}`, title: does, day, why, path: `${year}/${id}/` }];
  const reassess = attribute.type === '主动' ? undefined : attribute.reassess;
  const until = validity?.state === '有效' ? validity.until : undefined;
  return [
    ...duty('reassess', `重新评估“${title}”`, reassess, '《政府信息公开条例》第十八条'),
    ...duty('validity', `清理到期文件“${title}”`, until && lastDay(until), '有效期届满'),
  ];
}
