import { isKind, isOpen } from '@columns/content';
import { addCalendarDays } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/**
 * Fewer open days in the year up to the day than the county's own plan asks for (`open-days`); one
 * that is announced counts. Of a column that is younger than a year nothing can be said.
 */
export function missingOpenDays({ column, asOf, settings }: InspectionContext): Found[] {
  const { county } = column;
  const wanted = settings.thresholds['open-days'];
  if (asOf === undefined || wanted === 0) return [];
  const yearAgo = addCalendarDays(asOf, -365);
  const oldest = column.entries.at(-1)?.data.published ?? asOf;
  if (oldest > yearAgo) return [];
  const days = column.entries.filter(
    (entry) =>
      isKind(entry, 'hearing') &&
      isOpen(entry) &&
      entry.data.form === '政务开放日' &&
      entry.data.held > yearAgo,
  ).length;
  if (days >= wanted) return [];
  const at = { file: `${county.id}/county.yaml`, line: 1, column: 1 };
  const value = `${days} 次，本地规定不少于 ${wanted} 次`;
  return [{ ...at, value, other: asOf }];
}
