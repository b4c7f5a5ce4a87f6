import type { Entry, EntryLink, EntryOf } from '@columns/content';
import { isKind } from '@columns/content';
import { findEntry, getColumn, getKind, getRelations } from './column.ts';
import { unitName } from './facts.ts';

export type Guide = EntryOf<'guide'>;
export type Place = EntryOf<'place'>;

/** The open guides, in the order of the column: newest first. */
export function openGuides(): Guide[] {
  return getKind('guide');
}

export interface GuideGroup {
  readonly id: string;
  readonly name: string;
  readonly guides: readonly Guide[];
}

/** Guides by domain in the county's order, then those of no domain; in a group by title. */
export function guideGroups(guides: readonly Guide[] = openGuides()): GuideGroup[] {
  const groups = [...getColumn().domains, { id: 'other', name: '其他' }];
  return groups
    .map(({ id, name }) => ({
      id,
      name,
      guides: guides
        .filter(({ domain = 'other' }) => domain === id)
        .sort((a, b) => (a.data.title < b.data.title ? -1 : 1)),
    }))
    .filter((group) => group.guides.length > 0);
}

/** When a guide was last put right: on its newest change, or when it was published. */
export function updatedOn({ data }: Guide): string {
  const days = [data.published, ...(data.changes ?? []).map(({ updated }) => updated)];
  return days.sort().at(-1) as string;
}

export function limitText({ limit }: Guide['data']): string {
  const { promised, legal } = limit;
  return legal === undefined ? promised : `${promised}（法定时限 ${legal}）`;
}

/** What a guide answers in one line: how much one gets, else how long it takes and what it costs. */
export function guideAnswer({ data }: Guide): string {
  if (data.amount !== undefined) return data.amount.join('；');
  return `${data.limit.promised}，${data.fee.charged === '收费' ? feeText(data) : '不收费'}`;
}

export function feeText({ fee }: Guide['data']): string {
  const { charged, standard, basis } = fee;
  const told = standard ?? charged;
  if (basis === undefined) return told;
  return charged === '不收费' ? `${charged}（${basis}）` : `${told}（依据：${basis}）`;
}

/** `身份证 原件，1份`, `只核验` for what is not taken in. */
export function copiesText({ form, copies }: Guide['data']['materials'][number]): string {
  const count = copies === 0 ? '只核验' : `${copies}份`;
  return form === undefined ? count : `${form}，${count}`;
}

export interface GuidePlace {
  readonly link: EntryLink;
  /** Absent where the place stands in another column. */
  readonly place?: Place;
}

/** The places of the map where a guide is done, by their names alone. */
export function placeLinks(guide: Guide): readonly EntryLink[] {
  return getRelations(guide.id).places ?? [];
}

/** The same with all that is known of them. */
export function placesOf(guide: Guide): GuidePlace[] {
  return (getRelations(guide.id).places ?? []).map((link) => {
    const entry = link.county === guide.county ? findEntry(link.id) : undefined;
    return entry && isKind(entry, 'place') ? { link, place: entry } : { link };
  });
}

/** The unit that answers for a guide. */
export function guideUnit({ data }: Entry): string | undefined {
  return unitName(getColumn(), data.unit);
}
