import type { Entry, ShownColumn } from '@columns/content';
import { addressOf, isDisclosed, isKind, plainTitle } from '@columns/content';
import { z } from 'zod';
import { FEED_SIZE } from '../atom.ts';
import { compare } from '../compare.ts';
import { feedEntry, isTold } from '../feed-entry.ts';

/** Where a county's summary stands, below its base. */
export const SUMMARY_FILE = 'data/column/summary.json';

const feedEntrySchema = z.strictObject({
  id: z.string(),
  page: z.string(),
  title: z.string(),
  published: z.string(),
  updated: z.string(),
  summary: z.string().exactOptional(),
  author: z.string().exactOptional(),
  categories: z.array(z.string()).readonly(),
});

const newestSchema = z.strictObject({
  title: z.string(),
  /** Below the county's base. */
  address: z.string(),
  published: z.string(),
});

const alertSchema = z.strictObject({
  title: z.string(),
  /** Below the county's base. */
  address: z.string(),
  /** Colour or grade. */
  level: z.string(),
  area: z.string(),
  /** `YYYY-MM-DD HH:MM` in China. */
  from: z.string(),
  until: z.string().exactOptional(),
  /** The towns it is for; absent where it is for all. */
  towns: z.array(z.string()).exactOptional(),
});

export type AlertSummary = z.infer<typeof alertSchema>;

export const summarySchema = z.strictObject({
  county: z.string(),
  name: z.string(),
  demo: z.boolean(),
  /** 审图号 of the maps that the county shows: none may be shown without, but in a demonstration. */
  mapApproval: z.string().nullable(),
  /** What counts as disclosed, in all domains and outside them. */
  entries: z.int().nonnegative(),
  newest: newestSchema.nullable(),
  domains: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      entries: z.int().nonnegative(),
      newest: newestSchema.nullable(),
    }),
  ),
  /** Alerts that had not ended on the column's own day, the newest first: what stands in the strip. */
  alerts: z.array(alertSchema),
  /** What the county's own feed tells, addresses below its base. */
  feed: z.array(feedEntrySchema),
});

/** What the portal of a city, or anybody else who lists many counties, must know of one. */
export type CountySummary = z.infer<typeof summarySchema>;

/** The few figures and titles of a column by which it is listed. Pure; as large for 70,000 entries. */
export function countySummary(column: ShownColumn): CountySummary {
  const { county, domains, entries } = column;
  const told = entries.filter(isDisclosed);
  const byId = new Map(told.map((entry) => [entry.id, entry]));
  return {
    county: county.id,
    name: county.name,
    demo: county.demo,
    mapApproval: county.map.approvalNumber ?? null,
    entries: column.disclosed,
    newest: newestOf(told),
    domains: domains.map(({ id, name, disclosed, entries: ids }) => {
      const own = ids.flatMap((entry) => byId.get(entry) ?? []);
      return { id, name, entries: disclosed, newest: newestOf(own) };
    }),
    alerts: alertsOf(column),
    feed: entries
      .filter((entry) => isTold(entry) && entry.data.kind !== 'statement')
      .sort((a, b) => compare(updatedOf(b), updatedOf(a)) || compare(a.id, b.id))
      .slice(0, FEED_SIZE)
      .map((entry) => feedEntry(column, entry, (path) => path)),
  };
}

/** Those that surely ended are left out, so that the strip does not grow with the years. */
function alertsOf({ entries, today = '' }: ShownColumn): AlertSummary[] {
  return entries
    .flatMap((entry): AlertSummary[] => {
      if (!isKind(entry, 'alert')) return [];
      const { title, colour, grade, area, from, until, towns } = entry.data;
      if (until !== undefined && until.slice(0, today.length) < today) return [];
      return [
        {
          ...{ title, address: addressOf(entry), level: colour ?? grade ?? '', area, from },
          ...(until === undefined ? {} : { until }),
          ...(towns === undefined ? {} : { towns }),
        },
      ];
    })
    .sort((a, b) => compare(b.from, a.from) || compare(a.address, b.address));
}

function updatedOf({ data }: Entry): string {
  return data.withdrawn?.date ?? data.published;
}

function newestOf(entries: readonly Entry[]): CountySummary['newest'] {
  const newest = entries.reduce<Entry | undefined>(
    (best, entry) => (best && best.data.published >= entry.data.published ? best : entry),
    undefined,
  );
  if (!newest) return null;
  const { published } = newest.data;
  return { title: plainTitle(newest.data), address: addressOf(newest), published };
}
