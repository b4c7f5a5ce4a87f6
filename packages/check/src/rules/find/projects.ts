import type { EntryOf } from '@columns/content';
import { isKind, isOpen, PROJECT_STAGES } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

type Project = EntryOf<'project'>;

/** The projects of a column that are open to all. */
export function projects({ column }: RuleContext): Project[] {
  return column.entries.filter(
    (entry): entry is Project => isKind(entry, 'project') && isOpen(entry),
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
