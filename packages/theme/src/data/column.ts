import { readFileSync, statSync } from 'node:fs';
import settings from 'virtual:columns/settings';
import type { Column, Entry, EntryLink, Relations } from '@columns/content';
import { addressOf } from '@columns/content';

interface Held {
  readonly modified: number;
  readonly column: Column;
  readonly entries: ReadonlyMap<string, Entry>;
}

let held: Held | undefined;

/** The column, read once a build; in `dev` again whenever the file is written anew. */
function hold(): Held {
  const modified = settings.live ? statSync(settings.columnFile).mtimeMs : 0;
  if (held?.modified !== modified) {
    const column = JSON.parse(readFileSync(settings.columnFile, 'utf8')) as Column;
    held = { modified, column, entries: new Map(column.entries.map((entry) => [entry.id, entry])) };
  }
  return held;
}

export function getColumn(): Column {
  return hold().column;
}

export function getEntry(id: string): Entry {
  const entry = hold().entries.get(id);
  if (!entry) throw new Error(`No entry ${id} in the column.`);
  return entry;
}

export function getEntries(ids: readonly string[]): Entry[] {
  return ids.map(getEntry);
}

const NO_RELATIONS: Relations = {
  interprets: [],
  interpretedBy: [],
  endedBy: [],
  ends: [],
  sameMatter: [],
};

export function getRelations(id: string): Relations {
  return getColumn().relations[id] ?? NO_RELATIONS;
}

/** An address below this column's base: `href('domains/')`. */
export function href(path = ''): string {
  return settings.base + path;
}

export function entryHref(entry: Entry): string {
  return href(addressOf(entry));
}

/** The address of an entry that may stand in another column. */
export function linkHref(link: EntryLink): string {
  return settings.prefix + link.path.slice(1);
}
