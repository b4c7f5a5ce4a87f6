import type { EntryOf } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { dueOn, timedEntries } from './deadlines.ts';

function consultations({ column }: RuleContext): EntryOf<'consultation'>[] {
  return column.entries.filter(
    (entry): entry is EntryOf<'consultation'> => isKind(entry, 'consultation') && isOpen(entry),
  );
}

/** Consultations that are open for less than their type asks, without a reason. */
export function shortConsultations({ column }: RuleContext): Found[] {
  return timedEntries(column).flatMap((timed) => {
    const { entry } = timed;
    if (!isKind(entry, 'consultation') || entry.data.shorterReason !== undefined) return [];
    const due = dueOn(column, timed);
    const { closes } = entry.data;
    if (due === undefined || closes >= due) return [];
    return [{ ...atField(entry, 'closes'), value: closes, other: due }];
  });
}

/** Consultations without draft, basis or drafting note. */
export function bareConsultations(context: RuleContext): Found[] {
  return consultations(context).flatMap((entry) => {
    const { draft, basis, draftingNote } = entry.data;
    const missing = [
      ...(draft === undefined ? ['征求意见稿'] : []),
      ...(basis === undefined ? ['制定依据'] : []),
      ...(draftingNote === undefined ? ['起草说明'] : []),
    ];
    return missing.length === 0 ? [] : [{ ...atField(entry, 'kind'), value: missing.join('、') }];
  });
}

/** Opinions that were not wholly taken, and no word why. */
export function unexplainedOpinions({ column }: RuleContext): Found[] {
  const heard = column.entries.filter(
    (entry) => (isKind(entry, 'consultation') || isKind(entry, 'hearing')) && isOpen(entry),
  ) as (EntryOf<'consultation'> | EntryOf<'hearing'>)[];
  return heard.flatMap((entry) =>
    (entry.data.result?.opinions ?? []).flatMap(({ taken, reason }, index) =>
      taken === '采纳' || reason !== undefined
        ? []
        : [
            {
              ...atField(entry, 'result'),
              field: `result.opinions.${index}.reason`,
              value: taken,
            },
          ],
    ),
  );
}
