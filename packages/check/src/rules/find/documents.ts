import type { Entry } from '@columns/content';
import { firstDay, isKind, isOpen, lastDay } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { Timed } from './deadlines.ts';
import { dueOn, timedEntries } from './deadlines.ts';

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

/** Documents explained late, or not by their day; one that ended needs no explanation any more. */
export function lateInterpretations({ column, asOf }: RuleContext): Found[] {
  if (asOf === undefined) return [];
  return timedEntries(column).flatMap((timed) => {
    const { entry, deadline } = timed;
    if (deadline !== 'interpretation') return [];
    const due = dueOn(column, timed);
    const [first] = (column.relations[entry.id]?.interpretedBy ?? [])
      .map(({ published }) => published)
      .sort();
    if (due === undefined || (first !== undefined && firstDay(first) <= due)) return [];
    const ended = entry.data.validity !== undefined && entry.data.validity.state !== '有效';
    if (first === undefined && (asOf <= due || ended)) return [];
    const value = first === undefined ? {} : { value: first };
    return [{ ...atField(entry, timed.field), ...value, other: `${due}（${countedFrom(timed)}）` }];
  });
}

/** From which day it is counted; the other day too, where the county could have meant that one. */
function countedFrom({ entry, field, day }: Timed): string {
  const { formed } = entry.data;
  if (field === 'formed') return `自成文日期 ${day} 起算`;
  const earlier = formed !== undefined && formed < day ? `，成文日期是 ${formed}` : '';
  return `自发布日期 ${day} 起算${earlier}`;
}
