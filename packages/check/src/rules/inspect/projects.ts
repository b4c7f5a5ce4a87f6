import type { EntryOf } from '@columns/content';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { projects } from '../find/projects.ts';
import type { InspectionContext } from './inspection.ts';

/**
 * Projects under way that say nothing: by month, of the whole months that the setting allows
 * (`project-progress-months`); by milestone, since their start.
 */
export function silentProjects(context: InspectionContext): Found[] {
  const { asOf, settings } = context;
  if (asOf === undefined) return [];
  const months = settings.thresholds['project-progress-months'];
  const needed = monthsBefore(asOf.slice(0, 7), months + 1);
  return projects(context).flatMap((entry) => {
    const { starts, finished } = entry.data;
    if (starts === undefined || finished !== undefined) return [];
    // What began last month has had no whole month to tell of.
    if (starts.slice(0, 7) > needed) return [];
    const last = lastTold(entry);
    const enough = entry.data.progressBy === '按节点' ? last : last !== undefined && last >= needed;
    if (enough) return [];
    const field = last === undefined ? 'starts' : 'progress';
    const value = last === undefined ? {} : { value: last };
    return [{ ...atField(entry, field), ...value, other: asOf }];
  });
}

/** The last month of which progress is told; at a milestone, also that of a record since the start. */
function lastTold({ data }: EntryOf<'project'>): string | undefined {
  const { progress = [], records = [], starts = '' } = data;
  const last = progress.at(-1)?.month;
  if (last !== undefined || data.progressBy !== '按节点') return last;
  return records.find(({ date }) => date > starts)?.date.slice(0, 7);
}

/** 2026-01, 1 → 2025-12. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 - count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
