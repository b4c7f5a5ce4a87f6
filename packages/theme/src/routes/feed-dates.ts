import { toIcs } from '@columns/export';
import type { APIRoute } from 'astro';
import { entryHref, getColumn } from '../data/column.ts';
import { calendarDates } from '../data/dates-to-keep.ts';

/** `feeds/dates.ics`: the days that a citizen may want to keep, for the calendar of a phone. */
export const GET: APIRoute = ({ site }) => {
  const { county } = getColumn();
  const dates = calendarDates();
  const days = dates.map(({ entry, day, what }) => ({
    uid: `${county.id}-${entry.id}`,
    day,
    title: `${what}：${entry.data.title}`,
    ...(site ? { url: new URL(entryHref(entry), site).href } : {}),
  }));
  const stamp =
    dates
      .map(({ entry }) => entry.data.published)
      .sort()
      .at(-1) ?? '2000-01-01';
  return new Response(toIcs(county.title, stamp, days), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
};
