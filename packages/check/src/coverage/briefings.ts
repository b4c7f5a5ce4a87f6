import type { Column, EntryOf } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import { groupBy } from '@columns/standard';

type Briefing = EntryOf<'briefing'>;

/** How often a unit told the press in a year, and who spoke (4·2·1+N). */
export interface BriefingYear {
  readonly unit: string;
  readonly year: string;
  /** Of the four quarters. */
  readonly quarters: readonly number[];
  /** Of the two half-years: those at which 相关负责人 spoke. */
  readonly deputies: readonly number[];
  /** Those of the year at which 主要负责人 spoke. */
  readonly heads: number;
}

/** Each unit's press conferences that were held by a day, newest first. */
function byUnit(column: Column, asOf: string): Map<string, Briefing[]> {
  const held = column.entries.filter(
    (entry): entry is Briefing =>
      isKind(entry, 'briefing') &&
      isOpen(entry) &&
      entry.data.unit !== undefined &&
      entry.data.held <= asOf,
  );
  return groupBy(held, ({ data }) => data.unit as string);
}

const quarterOf = (day: string) => Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const spoke = ({ data }: Briefing, role: string) => data.speakers.some((one) => one.role === role);

/** Press conferences by unit and year, as of a day: the newest year first, units as their newest was. */
export function briefingYears(column: Column, asOf: string): BriefingYear[] {
  const rows = [...byUnit(column, asOf)].flatMap(([unit, own]) => {
    const years = [...new Set(own.map(({ data }) => data.held.slice(0, 4)))];
    return years.map((year): BriefingYear => {
      const held = own.filter(({ data }) => data.held.startsWith(year));
      const in_ = (list: readonly Briefing[], parts: number) =>
        Array.from(
          { length: parts },
          (_, part) =>
            list.filter(({ data }) => Math.floor((quarterOf(data.held) * parts) / 4) === part)
              .length,
        );
      return {
        ...{ unit, year, quarters: in_(held, 4) },
        deputies: in_(
          held.filter((one) => spoke(one, '相关负责人')),
          2,
        ),
        heads: held.filter((one) => spoke(one, '主要负责人')).length,
      };
    });
  });
  return rows.sort((a, b) => (a.year === b.year ? 0 : a.year < b.year ? 1 : -1));
}

/**
 * What units that hold press conferences missed: in the last whole quarter, half-year and year before the day, of
 * those that ended after the unit's first. One on an emergency (随时召开) begins no series.
 */
export function briefingGaps(
  column: Column,
  asOf: string,
  wanted: number,
): { readonly newest: Briefing; readonly missing: readonly string[] }[] {
  const occasional = new Set(
    column.entries.flatMap((entry) => (isKind(entry, 'alert') ? (entry.data.briefings ?? []) : [])),
  );
  return [...byUnit(column, asOf)].flatMap(([, own]) => {
    const [newest] = own;
    const regular = own.filter(({ id }) => !occasional.has(id));
    const first = regular.map(({ data }) => data.held).sort()[0] ?? asOf;
    const missing = [
      ...gap(own, first, lastWhole(asOf, 3), wanted, () => true, '新闻发布会'),
      ...gap(
        own,
        first,
        lastWhole(asOf, 6),
        1,
        (one) => spoke(one, '相关负责人'),
        '相关负责人出席',
      ),
      ...gap(
        own,
        first,
        lastWhole(asOf, 12),
        1,
        (one) => spoke(one, '主要负责人'),
        '主要负责人出席',
      ),
    ];
    return newest && missing.length > 0 ? [{ newest, missing }] : [];
  });
}

interface Span {
  readonly from: string;
  readonly until: string;
  readonly name: string;
}

function gap(
  own: readonly Briefing[],
  first: string,
  { from, until, name }: Span,
  wanted: number,
  counts: (one: Briefing) => boolean,
  what: string,
): string[] {
  if (first > until) return [];
  const times = own.filter(
    (one) => one.data.held >= from && one.data.held <= until && counts(one),
  ).length;
  return times >= wanted ? [] : [`${name}${what} ${times} 次，应不少于 ${wanted} 次`];
}

/** The last span of so many months that was over before a day. */
function lastWhole(asOf: string, months: 3 | 6 | 12): Span {
  const [year, month] = asOf.split('-').map(Number) as [number, number];
  const index = Math.floor((month - 1) / months) - 1;
  const parts = 12 / months;
  const at = index < 0 ? { year: year - 1, index: parts - 1 } : { year, index };
  const two = (number: number) => String(number).padStart(2, '0');
  const name = {
    3: `${at.year}年第${at.index + 1}季度`,
    6: `${at.year}年${at.index === 0 ? '上' : '下'}半年`,
    12: `${at.year}年`,
  }[months];
  return {
    from: `${at.year}-${two(at.index * months + 1)}-01`,
    until: `${at.year}-${two((at.index + 1) * months)}-31`,
    name,
  };
}
