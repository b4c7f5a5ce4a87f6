import type { Column } from './column.ts';
import { commonShape } from './common.ts';
import type { Entry, EntryData } from './entry.ts';

/**
 * How much of an entry may be shown: all of it; for what is given on request or withheld its header
 * alone; and of what was withdrawn the notice of it, which is title, days and reason (contract 3).
 */
export type Shown = 'whole' | 'header' | 'notice';

/** The facts that decide. */
export type Openness = Pick<EntryData, 'attribute' | 'withdrawn'>;

/** The one place that decides how much may be shown. Everything that is published asks here. */
export function shownOf({ data }: { readonly data: Openness }): Shown {
  if (data.withdrawn !== undefined) return 'notice';
  return data.attribute.type === '主动' ? 'whole' : 'header';
}

/** Whether an entry may be shown whole: its text, table, files, and what only its kind has. */
export function isOpen(entry: { readonly data: Openness }): boolean {
  return shownOf(entry) === 'whole';
}

/**
 * Whether an earlier version may be quoted: only of what may still be shown whole as it now is. What was
 * open once, and is not now, would else be published again by its own history.
 */
export function mayQuote(before: Openness, now: Openness): boolean {
  return isOpen({ data: before }) && isOpen({ data: now });
}

/** The header: what every kind shares, but for the list of files, which are not there. */
const COMMON = new Set(['kind', ...Object.keys(commonShape).map(camel)]);
COMMON.delete('attachments');

/** What sums up the text: of one that is withheld, that would tell what may not be known. */
const CONTENTS = ['summary', 'keywords'];

/**
 * What is left of a withdrawn entry. By the first row it is told, by the second it keeps its address and
 * its place in the lists where readers knew it; none of the second row is printed as a fact of it.
 */
const NOTICE = new Set([
  ...['title', 'published', 'withdrawn', 'example'],
  ...['kind', 'formerly', 'also', 'unit', 'town', 'village'],
]);

/** What is published of an entry, and nothing else: whatever is made of it cannot say more. */
export function shownEntry(entry: Entry): Entry {
  const shown = shownOf(entry);
  if (shown === 'whole' || entry.reducedTo !== undefined) return entry;
  const { table: _table, tableDigest: _digest, figures: _figures, ...rest } = entry;
  const kept = new Set(shown === 'notice' ? NOTICE : COMMON);
  if (entry.data.attribute.type === '不予') for (const key of CONTENTS) kept.delete(key);
  const data = Object.fromEntries(Object.entries(entry.data).filter(([key]) => kept.has(key)));
  return {
    ...rest,
    // Only fields that every kind shares are left; `isKind` is false for such an entry.
    data: {
      ...data,
      ...(shown === 'notice' ? { attribute: { type: entry.data.attribute.type } } : {}),
    } as unknown as EntryData,
    reducedTo: shown,
    hasBody: false,
    attachments: [],
    files: [],
    digest: '',
  };
}

/** A column that holds no more than may be shown. */
export interface ShownColumn extends Column {
  readonly shown: true;
}

/**
 * The column as it may be published: pages, data, records, feeds, search and the portal are made of
 * nothing else, which their types see to. Checks read the whole one.
 */
export function shownColumn(column: Column): ShownColumn {
  const entries = column.entries.map(shownEntry);
  const gone = entries.filter(({ reducedTo }) => reducedTo === 'notice').map(({ id }) => id);
  if (gone.length === 0) return { ...column, entries, shown: true };
  const relations = { ...column.relations };
  for (const id of gone) delete relations[id];
  return { ...column, entries, relations, shown: true };
}

function camel(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
