import type { Column, Entry } from '@columns/content';
import { lastDay } from '@columns/content';
import { addCalendarDays, addWorkingDays, CalendarRangeError } from '@columns/standard';
import type { Coverage } from './figures.ts';
import { filingDuties } from './filing.ts';
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
  const periodic = periodicDuties(column, asOf);
  const filing = filingDuties(column, asOf);
  const following = pairDuties(column, asOf);
  return [...column.departments, ...column.towns].map(({ id, name }) => {
    const led = coverage.items.filter(({ units, state }) => {
      return state !== 'unconfirmed' && units.some((unit) => unit.id === id);
    });
    const duties = [
      ...led.flatMap(({ ref, name: item, renewBy }): Duty[] =>
        renewBy === undefined
          ? []
          : [
              {
                id: `renew-${ref.replace('/', '-')}`,
                title: `更新“${item}”`,
                day: renewBy,
                why: '更新期限',
                path: `domains/${ref}/`,
              },
            ],
      ),
      ...(periodic.get(id) ?? []),
      ...(filing.get(id) ?? []),
      ...(following.get(id) ?? []),
      ...column.entries.filter(({ data }) => data.unit === id).flatMap(entryDuties),
    ].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
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

function entryDuties(entry: Entry): Duty[] {
  const { data, id } = entry;
  if (data.withdrawn !== undefined) return [];
  const duty = (kind: string, title: string, day: string, why: string): Duty => ({
    ...{ id: `${kind}-${id}`, title, day, why },
    path: `${entry.year}/${id}/`,
  });
  const duties: Duty[] = [];
  const { reassess, type } = data.attribute;
  if (type !== '主动' && reassess !== undefined) {
    duties.push(
      duty('reassess', `重新评估“${data.title}”`, reassess, '《政府信息公开条例》第十八条'),
    );
  }
  if (data.validity?.state === '有效' && data.validity.until !== undefined) {
    duties.push(
      duty('validity', `清理到期文件“${data.title}”`, lastDay(data.validity.until), '有效期届满'),
    );
  }
  return duties;
}
