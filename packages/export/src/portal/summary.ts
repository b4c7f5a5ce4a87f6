import type { Entry, ShownColumn } from '@columns/content';
import {
  addressOf,
  endedAs,
  isDisclosed,
  isKind,
  isOpen,
  measureNames,
  plainTitle,
} from '@columns/content';
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
  /** 废止, 失效 or 已修改. */
  ended: z.string().exactOptional(),
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
const assessmentSchema = z.strictObject({
  title: z.string(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      share: z.number().nullable(),
      /** What the machine counts for it, with its name. */
      counted: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
  results: z.array(z.strictObject({ indicator: z.string(), whom: z.string(), value: z.number() })),
});

const honourSchema = z.strictObject({
  /** The unit's name. */
  unit: z.string(),
  level: z.string(),
  type: z.string(),
  day: z.string(),
});

const toldSchema = z.strictObject({ section: z.string(), ...newestSchema.shape });

const proofSchema = z.strictObject({
  as: z.string(),
  title: z.string(),
  /** Below the county's base. */
  address: z.string(),
  example: z.boolean(),
});

const taskListSchema = z.strictObject({
  id: z.string(),
  tasks: z.array(
    z.strictObject({
      row: z.int().positive(),
      number: z.string(),
      title: z.string(),
      due: z.string(),
      state: z.string(),
      /** What the list names of counties below: `{county, text}`. */
      below: z.array(z.strictObject({ county: z.string(), text: z.string() })),
    }),
  ),
});

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
  /** Its own task lists that name what counties below have to show. */
  tasks: z.array(taskListSchema),
  /** What it has to show for tasks of lists from above, by `<level>/<ledger>` and row. */
  proofs: z.array(
    z.strictObject({ ledger: z.string(), row: z.int().positive(), proofs: z.array(proofSchema) }),
  ),
  /** The indicators that its counties are assessed by, and what was entered of them. */
  assessment: assessmentSchema.nullable(),
  /** 示范创建: what was decided, of its own units and of those below it. */
  honours: z.array(honourSchema),
  /** Its newest notices of the work of disclosure itself. */
  openness: z.array(toldSchema),
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
    tasks: ownTasks(column),
    proofs: proofsAbove(column),
    assessment: assessmentOf(column),
    honours: column.honours.map(({ unit, level, type, day }) => ({ unit, level, type, day })),
    openness: entries.flatMap((entry) => toldOf(entry) ?? []).slice(0, TOLD),
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

function assessmentOf({ assessment, pairs }: ShownColumn): CountySummary['assessment'] {
  if (!assessment) return null;
  const { title, indicators, results = [] } = assessment;
  const names = measureNames(pairs);
  return {
    title,
    indicators: indicators.map(({ id, name, share = null, counted }) => ({
      ...{ id, name, share },
      counted: counted === undefined ? null : { id: counted, name: names.get(counted) ?? counted },
    })),
    results: results.map(({ indicator, whom, value }) => ({ indicator, whom, value })),
  };
}

/** So many notices of the work are handed up. */
const TOLD = 10;

function toldOf(entry: Entry): CountySummary['openness'][number] | undefined {
  if (!isKind(entry, 'notice') || !isOpen(entry) || entry.data.openness === undefined)
    return undefined;
  const { title, published, openness } = entry.data;
  return { section: openness, title, published, address: addressOf(entry) };
}

function ownTasks({ tasks }: ShownColumn): CountySummary['tasks'] {
  return tasks
    .filter((list) => list.from === undefined && list.tasks.some(({ below }) => below.length > 0))
    .map((list) => ({
      id: list.ledger.id,
      tasks: list.tasks.map(({ row, number, title, due, state, below }) => ({
        ...{ row, number, title, due, state },
        below: below.map(({ county, text }) => ({ county, text })),
      })),
    }));
}

function proofsAbove({ county, tasks }: ShownColumn): CountySummary['proofs'] {
  return tasks
    .filter(({ from }) => from !== undefined)
    .flatMap(({ ledger, tasks: rows }) =>
      rows
        .filter(({ proofs }) => proofs.length > 0)
        .map(({ row, proofs }) => ({
          ledger: `${ledger.county}/${ledger.id}`,
          row,
          proofs: proofs.map(({ as, title, path, example = false }) => ({
            ...{ as, title, example },
            address: path.slice(county.base.length),
          })),
        })),
    );
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
  const ended = endedAs(newest);
  return {
    title: plainTitle(newest.data),
    address: addressOf(newest),
    published,
    ...(ended === undefined ? {} : { ended }),
  };
}
