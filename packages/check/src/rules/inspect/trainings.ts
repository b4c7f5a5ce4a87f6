import { isOpen } from '@columns/content';
import { addCalendarDays } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/**
 * Fewer trainings in the year up to the day than the county's own plan asks for (`trainings`). Of a column
 * that is younger than a year nothing can be said.
 */
export function missingTrainings({ column, tables, asOf, settings }: InspectionContext): Found[] {
  const wanted = settings.thresholds['trainings'];
  if (asOf === undefined || wanted === 0) return [];
  const yearAgo = addCalendarDays(asOf, -365);
  const oldest = column.entries.at(-1)?.data.published ?? asOf;
  if (oldest > yearAgo) return [];
  const held = column.entries
    .filter((entry) => entry.table?.form === 'openness-training' && isOpen(entry))
    .flatMap(({ id }) => {
      const { columns = [], rows = [] } = tables.get(id) ?? {};
      const at = columns.indexOf('日期');
      return rows.map((cells) => cells[at] ?? '');
    })
    .filter((day) => day > yearAgo && day <= asOf).length;
  if (held >= wanted) return [];
  const at = { file: `${column.county.id}/county.yaml`, line: 1, column: 1 };
  return [{ ...at, value: `${held} 次，本地规定不少于 ${wanted} 次`, other: asOf }];
}
