import { firstDay, isOpen, lastDay } from '@columns/content';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** Entries without a record that somebody looked at them first. A demonstration has no such office. */
export function unreviewed({ column, settings }: InspectionContext): Found[] {
  const from = settings.thresholds['review-from'];
  if (column.county.demo) return [];
  return column.entries
    .filter(isOpen)
    .filter(({ data }) => data.review === undefined && firstDay(data.published) >= from)
    .map((entry) => atField(entry, 'published'));
}

/** Entries that were looked at after they were published. */
export function reviewedLate({ column }: InspectionContext): Found[] {
  return column.entries.flatMap((entry) => {
    const { review, published } = entry.data;
    if (review === undefined || review.date <= lastDay(published)) return [];
    return [{ ...atField(entry, 'review'), value: review.date, other: published }];
  });
}

/** What is withheld without a day on which that is looked at again. */
export function neverReassessed({ column }: InspectionContext): Found[] {
  return column.entries
    .filter(({ data }) => data.attribute.type === '不予' && data.attribute.reassess === undefined)
    .map((entry) => atField(entry, 'attribute'));
}

/** What is withheld and should have been looked at again by the day. */
export function overdueReassessments({ column, asOf }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  return column.entries.flatMap((entry) => {
    const { type, reassess } = entry.data.attribute;
    if (type !== '不予' || reassess === undefined || reassess >= asOf) return [];
    return [{ ...atField(entry, 'attribute'), value: reassess, other: asOf }];
  });
}

/** Entries that were withdrawn before they were there. */
export function withdrawnEarly({ column }: InspectionContext): Found[] {
  return column.entries.flatMap((entry) => {
    const { withdrawn, published } = entry.data;
    if (withdrawn === undefined || withdrawn.date >= firstDay(published)) return [];
    return [{ ...atField(entry, 'withdrawn'), value: withdrawn.date, other: published }];
  });
}

/** What came off a notice board before it went up. */
export function takenDownEarly({ column }: InspectionContext): Found[] {
  return column.entries.flatMap((entry) => {
    const { from, until } = entry.data.board ?? {};
    if (from === undefined || until === undefined || until >= from) return [];
    return [{ ...atField(entry, 'board'), value: until, other: from }];
  });
}
