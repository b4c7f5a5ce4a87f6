import type { Column, ColumnItem, Entry } from '@columns/content';
import { firstDay, lastDay, type Standing, standingOf } from '@columns/content';
import type { Item, Level, PublisherSort } from '@columns/standard';
import { addCalendarDays, CalendarRangeError, dueDate } from '@columns/standard';
import type { Thresholds } from '../settings/index.ts';

/** How an item of the catalogue stands, with its Chinese name; the order is that of every table. */
export const COVERAGE_STATES = {
  done: '已公开',
  late: '逾期公开',
  stale: '超期未更新',
  explained: '已说明',
  empty: '空白',
  unconfirmed: '目录未核实',
} as const;

export type CoverageState = keyof typeof COVERAGE_STATES;

/** An item on one day. */
export interface ItemCoverage {
  readonly state: CoverageState;
  /** Public entries up to the day. */
  readonly entries: number;
  readonly newest?: string;
  /** The day by which it must be renewed, where the catalogue or the settings give one. */
  readonly renewBy?: string;
  /** Of a late one: the newest entry that came after its last day. */
  readonly late?: string;
}

/** What an entry published after its last day is told by: its id. */
export type LateEntries = ReadonlySet<string>;

/** An item with what decides how it stands beside its entries. */
export interface CoveredRow {
  readonly item: ColumnItem;
  /** Entries of its domain as a whole: a statement among them says why there is nothing. */
  readonly general: readonly string[];
  readonly judged: boolean;
}

/** How an item stands on a day: the same for whoever has it. */
export function itemCoverage(
  { item, general, judged }: CoveredRow,
  byId: ReadonlyMap<string, Entry>,
  late: LateEntries,
  asOf: string,
  thresholds: Thresholds,
): ItemCoverage {
  const at = (id: string) => {
    const entry = byId.get(id);
    return entry && firstDay(entry.data.published) <= asOf && TOLD.has(standingOf(entry, asOf))
      ? [entry]
      : [];
  };
  const entries = item.entries.flatMap(at);
  const [newest] = entries;
  const common = { entries: entries.length, ...(newest ? { newest: newest.data.published } : {}) };
  if (!judged) return { state: 'unconfirmed', ...common };
  if (!newest) {
    if (item.lacks?.length === 0) return { state: 'done', ...common };
    const explained =
      item.statements.flatMap(at).length > 0 ||
      general.flatMap(at).some(({ data }) => data.kind === 'statement');
    return { state: explained ? 'explained' : 'empty', ...common };
  }
  const renewBy = renewalDay(item, lastDay(newest.data.published), thresholds);
  if (renewBy !== undefined && renewBy < asOf) return { state: 'stale', ...common, renewBy };
  const renewal = renewBy === undefined ? {} : { renewBy };
  if (late.has(newest.id)) return { state: 'late', ...common, ...renewal, late: newest.id };
  return { state: 'done', ...common, ...renewal };
}

/** The level that a row must be of to bind a sort of publisher; an institution's rows have none. */
const LEVELS: Readonly<Record<PublisherSort, Level | undefined>> = {
  county: 'county',
  unit: 'county',
  park: 'county',
  town: 'town',
  village: 'village',
  institution: undefined,
};

/**
 * Whether a publisher can be held to an item: only to what was read whole on a government's page, is known
 * to bind it or was added on purpose, is of its level, and open to all. A row we are not sure of accuses nobody; and a city
 * or province has duties of its own.
 */
export function isJudged(
  { confirmed, binds, levels, method }: Item,
  { county }: Column,
  sort: PublisherSort = 'county',
): boolean {
  if (county.level !== 'county' || !(confirmed || binds?.includes(sort))) return false;
  const level = LEVELS[sort];
  const here = levels === undefined || level === undefined || levels.includes(level);
  return here && (method === undefined || method.kind === 'proactive');
}

/** An item's entries hold no statements, and its statements nothing else. */
const TOLD: ReadonlySet<Standing> = new Set(['disclosed', 'statement']);

/**
 * The last day on which the newest entry still counts as fresh: the catalogue's own 每…更新, else the
 * threshold for domains. A year without a calendar yet has no such day.
 */
function renewalDay(item: Item, newest: string, thresholds: Thresholds): string | undefined {
  const every = item.timing?.deadlines.find(
    (deadline) => deadline.kind === 'every' && !deadline.suspect && !deadline.scope,
  );
  if (!every) return addCalendarDays(newest, thresholds['domain-fresh-days']);
  try {
    return dueDate(every, newest) ?? undefined;
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}
