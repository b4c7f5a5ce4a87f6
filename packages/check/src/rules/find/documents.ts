import type { Entry } from '@columns/content';
import { isKind, isOpen, lastDay } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

const WORD = ['.doc', '.docx', '.wps'];

function normative({ column }: RuleContext): Entry[] {
  return column.entries.filter(
    (entry) => isKind(entry, 'policy') && entry.data.normative && isOpen(entry),
  );
}

/** Normative documents that cannot be downloaded as PDF and as Word. */
export function missingFiles(context: RuleContext): Found[] {
  return normative(context).flatMap((entry) => {
    const has = (...endings: string[]) =>
      entry.attachments.some(({ file }) => endings.some((end) => file.toLowerCase().endsWith(end)));
    const missing = [...(has('.pdf') ? [] : ['PDF']), ...(has(...WORD) ? [] : ['Word'])];
    if (missing.length === 0) return [];
    const field = entry.data.attachments ? 'attachments' : 'normative';
    return [{ ...atField(entry, field), value: missing.join('、') }];
  });
}

/** Normative documents that do not say whether they are valid. */
export function missingValidity(context: RuleContext): Found[] {
  return normative(context)
    .filter(({ data }) => data.validity === undefined)
    .map((entry) => atField(entry, 'normative'));
}

/** Documents that were changed or repealed by nothing that is named; 失效 comes by itself. */
export function endedByNothing({ column }: RuleContext): Found[] {
  return column.entries.flatMap((entry) => {
    const { state, by } = entry.data.validity ?? {};
    if ((state !== '已修改' && state !== '废止') || by !== undefined) return [];
    return [{ ...atField(entry, 'validity'), value: state }];
  });
}

/** Documents that ended on no day that is named. */
export function endedNever({ column }: RuleContext): Found[] {
  return column.entries.flatMap((entry) => {
    const { state, until } = entry.data.validity ?? {};
    if (state === undefined || state === '有效' || until !== undefined) return [];
    return [{ ...atField(entry, 'validity'), value: state }];
  });
}

/** Documents that are said to be valid though their time is over. */
export function validTooLong({ column, asOf }: RuleContext): Found[] {
  if (asOf === undefined) return [];
  return column.entries.flatMap((entry) => {
    const { state, until } = entry.data.validity ?? {};
    if (state !== '有效' || until === undefined || lastDay(until) >= asOf) return [];
    return [{ ...atField(entry, 'validity'), value: until, other: asOf }];
  });
}
