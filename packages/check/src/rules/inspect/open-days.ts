import type { OpenDay, Publisher } from '@columns/content';
import { openDaysBetween } from '@columns/content';
import { addCalendarDays } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/**
 * Fewer open days in the year up to the day than the county's own plan asks for (`open-days`); one
 * that is announced counts. Of a column that is younger than a year nothing can be said.
 */
export function missingOpenDays(context: InspectionContext): Found[] {
  const wanted = context.settings.thresholds['open-days'];
  const days = daysOfTheYear(context);
  if (wanted === 0 || !days || days.length >= wanted) return [];
  return [told(context, `${days.length} 次，本地规定不少于 ${wanted} 次`)];
}

/** The same of each department and town, where the plan asks it of each (`open-days-each`). */
export function unitsWithoutOpenDays(context: InspectionContext): Found[] {
  const { column, settings } = context;
  const wanted = settings.thresholds['open-days-each'];
  const days = daysOfTheYear(context);
  if (wanted === 0 || !days) return [];
  const counts = new Map<string, number>();
  for (const { entry } of days) {
    const { unit, town } = entry.data;
    for (const id of new Set([unit, town])) {
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const governments = new Set(
    column.departments.flatMap(({ id, type }) => (type === '政府' ? [id] : [])),
  );
  const asked = ({ sort, id }: Publisher) =>
    sort === 'town' || (sort === 'unit' && !governments.has(id));
  const without = column.publishers.flatMap(({ publisher }) =>
    asked(publisher) && (counts.get(publisher.id) ?? 0) < wanted ? [publisher.name] : [],
  );
  if (without.length === 0) return [];
  const value = `不足 ${wanted} 次的部门和乡镇（街道）有 ${without.length} 个：${without.join('、')}`;
  return [told(context, value)];
}

/** Those of the year up to the day, and those that are announced for the year after it. */
function daysOfTheYear({ column, asOf }: InspectionContext): OpenDay[] | undefined {
  if (asOf === undefined) return undefined;
  const yearAgo = addCalendarDays(asOf, -365);
  const oldest = column.entries.at(-1)?.data.published ?? asOf;
  if (oldest > yearAgo) return undefined;
  return openDaysBetween(column.entries, addCalendarDays(yearAgo, 1), addCalendarDays(asOf, 365));
}

function told({ column, asOf }: InspectionContext, value: string): Found {
  const at = { file: `${column.county.id}/county.yaml`, line: 1, column: 1 };
  return { ...at, value, ...(asOf === undefined ? {} : { other: asOf }) };
}
