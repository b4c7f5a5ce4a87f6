import type { EntryOf } from '@columns/content';
import { isKind, PROJECT_STAGES } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { isOpen } from './deadlines.ts';

type Project = EntryOf<'project'>;

function projects({ column }: RuleContext): Project[] {
  return column.entries.filter(
    (entry): entry is Project => isKind(entry, 'project') && isOpen(entry.data),
  );
}

/** Projects without some of the eight kinds of information. What cannot be yet is not asked for. */
export function missingStages(context: RuleContext): Found[] {
  return projects(context).flatMap((entry) => {
    const { records = [], notApplicable = [], finished } = entry.data;
    const told = new Set([...records, ...notApplicable].map(({ stage }) => stage));
    const missing = PROJECT_STAGES.filter((stage) => !told.has(stage)).filter(
      (stage) => stage !== '竣工有关' || finished !== undefined,
    );
    if (missing.length === 0) return [];
    const field = entry.data.records ? 'records' : 'kind';
    return [{ ...atField(entry, field), value: missing.join('、') }];
  });
}

/** Projects under way whose last month of progress is more than one whole month ago. */
export function silentProjects(context: RuleContext): Found[] {
  const { asOf } = context;
  if (asOf === undefined) return [];
  const needed = monthBefore(monthBefore(asOf.slice(0, 7)));
  return projects(context).flatMap((entry) => {
    const { starts, finished, progress = [] } = entry.data;
    if (starts === undefined || finished !== undefined) return [];
    const last = progress.at(-1)?.month;
    // What began last month has had no whole month to tell of.
    if (starts.slice(0, 7) > needed || (last !== undefined && last >= needed)) return [];
    const field = last === undefined ? 'starts' : 'progress';
    return [
      { ...atField(entry, field), ...(last === undefined ? {} : { value: last }), other: asOf },
    ];
  });
}

/** 2026-01 → 2025-12. */
function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
