import type { Column, Entry, EntryOf, KindId } from '@columns/content';
import { firstDay, isKind, isOpen } from '@columns/content';
import { addCalendarDays, groupBy } from '@columns/standard';
import { briefingGaps } from '../../coverage/briefings.ts';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

function openOf<K extends KindId>({ entries }: Column, kind: K): EntryOf<K>[] {
  return entries.filter((entry): entry is EntryOf<K> => isKind(entry, kind) && isOpen(entry));
}

/** Grave events: those for which hours are counted. */
function graveEvents(column: Column): EntryOf<'alert'>[] {
  return openOf(column, 'alert').filter(
    ({ data }) => data.grade === '重大' || data.grade === '特别重大',
  );
}

/** Grave events that were first told of after more hours than may pass. */
export function lateFirstBulletins({ column, settings }: InspectionContext): Found[] {
  const most = settings.thresholds['emergency-hours'];
  return graveEvents(column).flatMap((entry) => {
    const { from, bulletins } = entry.data;
    const first = bulletins[0]?.at ?? from;
    if (hoursBetween(from, first) <= most) return [];
    return [{ ...at(entry, 0), value: afterText(from, first), other: String(most) }];
  });
}

/** Grave events without a press conference in time. */
export function lateEmergencyBriefings({ column, asOf, settings }: InspectionContext): Found[] {
  const most = settings.thresholds['emergency-briefing-hours'];
  return graveEvents(column).flatMap((entry): Found[] => {
    const { from, bulletins } = entry.data;
    const index = bulletins.findIndex(({ form }) => form === '新闻发布会');
    const held = bulletins[index]?.at;
    if (held !== undefined) {
      if (hoursBetween(from, held) <= most) return [];
      return [{ ...at(entry, index), value: afterText(from, held), other: String(most) }];
    }
    // By the end of the day before, the hours must be over: nobody is told to be late too soon.
    if (asOf === undefined || hoursBetween(from, `${asOf} 00:00`) <= most) return [];
    return [{ ...atField(entry, 'bulletins'), other: String(most) }];
  });
}

const at = (entry: Entry, index: number) => ({
  ...atField(entry, 'bulletins'),
  field: `bulletins.${index}.at`,
});

/** Events that are over, without a word of what was done. */
export function unresolvedEvents({ column, asOf }: InspectionContext): Found[] {
  return openOf(column, 'alert').flatMap((entry): Found[] => {
    const { form, until, bulletins } = entry.data;
    if (form !== '突发事件' || until === undefined || asOf === undefined) return [];
    if (until.slice(0, asOf.length) >= asOf) return [];
    if (bulletins.some((one) => one.form === '处置结果')) return [];
    return [{ ...atField(entry, 'until'), value: until, other: asOf }];
  });
}

/** Units that held press conferences, and not so often as the county's plan asks for. */
export function missingBriefings({ column, asOf, settings }: InspectionContext): Found[] {
  const wanted = settings.thresholds['quarterly-briefings'];
  if (asOf === undefined || wanted === 0) return [];
  return briefingGaps(column, asOf, wanted).map(({ newest, missing }) => ({
    ...atField(newest, 'held'),
    ...{ value: missing.join('，'), other: asOf },
  }));
}

/** Units that interpreted something within a year, and their heads not so often as the plan asks for. */
export function silentHeads({ column, asOf, settings }: InspectionContext): Found[] {
  const wanted = settings.thresholds['head-interpretations'];
  if (asOf === undefined || wanted === 0) return [];
  const yearAgo = addCalendarDays(asOf, -365);
  const lately = openOf(column, 'interpretation').filter(
    ({ data: { unit, published } }) => unit !== undefined && firstDay(published) > yearAgo,
  );
  return [...groupBy(lately, ({ data }) => data.unit).values()].flatMap((own): Found[] => {
    const [newest] = own;
    const heads = own.filter(({ data }) => data.speaker === '主要负责人').length;
    if (!newest || heads >= wanted) return [];
    const value = `${heads} 次，本地规定不少于 ${wanted} 次`;
    return [{ ...atField(newest, 'form'), value, other: asOf }];
  });
}

/** Interpretations by another unit than the one that drafted. */
export function strangeInterpreters({ column }: InspectionContext): Found[] {
  const interpretations = openOf(column, 'interpretation').filter(
    ({ data }) => data.by !== undefined && data.repostedFrom === undefined,
  );
  if (interpretations.length === 0) return [];
  const drafted = new Map(
    openOf(column, 'policy').flatMap(({ id, data }) =>
      data.draftedBy === undefined ? [] : [[id, data.draftedBy] as const],
    ),
  );
  if (drafted.size === 0) return [];
  const ids = new Map(
    column.departments.flatMap(({ id, name, aliases = [] }) =>
      [name, ...aliases].map((one) => [one, id] as const),
    ),
  );
  /** Names of one unit are one; a unit that is not listed is known by its name alone. */
  const meant = (name: string) => ids.get(name) ?? name;
  return interpretations.flatMap((entry): Found[] => {
    const { by = '', interprets } = entry.data;
    const units = new Set(by.split('、').map(meant));
    const other = interprets
      .flatMap((id) => drafted.get(id) ?? [])
      .find((name) => !name.split('、').some((one) => units.has(meant(one))));
    return other === undefined ? [] : [{ ...atField(entry, 'by'), value: by, other }];
  });
}

/** Policies on business of which nobody in business was asked. */
export function unaskedBusiness({ column }: InspectionContext): Found[] {
  return openOf(column, 'consultation')
    .filter(({ data }) => data.form === '涉企政策' && data.asked === undefined)
    .map((entry) => atField(entry, 'form'));
}

/** A 一件事 of one matter. */
export function lonelyBundles({ column }: InspectionContext): Found[] {
  return openOf(column, 'bundle')
    .filter(({ data }) => data.guides.length < 2)
    .map((entry) => atField(entry, 'guides'));
}

const OPINIONS: readonly string[] = ['座谈会', '论证会', '实地走访', '列席会议'];

/** Meetings that were told of without what was said there. */
export function silentMeetings({ column }: InspectionContext): Found[] {
  return openOf(column, 'hearing').flatMap((entry): Found[] => {
    const { form, result } = entry.data;
    if (result === undefined || /没有(?:人)?(?:收到|提出|提)/.test(result.summary)) return [];
    const wanted = OPINIONS.includes(form)
      ? ['主要意见', result.opinions ?? []]
      : form === '在线访谈'
        ? ['问答', result.answers ?? []]
        : undefined;
    if (wanted === undefined || wanted[1]?.length !== 0) return [];
    return [{ ...atField(entry, 'result'), value: String(wanted[0]) }];
  });
}

const millisecondsOf = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}Z`);
const minutesBetween = (from: string, to: string) =>
  Math.round((millisecondsOf(to) - millisecondsOf(from)) / 60_000);
const hoursBetween = (from: string, to: string) => minutesBetween(from, to) / 60;

/** 事件发生 7 小时 20 分后. */
function afterText(from: string, to: string): string {
  const minutes = minutesBetween(from, to);
  return `事件发生 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分后`;
}
