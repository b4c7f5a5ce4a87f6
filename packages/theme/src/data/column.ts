import settings from 'virtual:columns/settings';
import type {
  Entry,
  EntryLink,
  EntryOf,
  Joined,
  KindId,
  Relations,
  ShownColumn,
} from '@columns/content';
import { addressOf, withoutPrototype } from '@columns/content';
import { partOf } from '@columns/export';
import { DERIVED, type DerivedName } from '../rendering/derived.ts';
import { type GroupName, groupIds, groupKey } from '../rendering/groups.ts';
import { type NeighbourIds, neighbourIds } from '../rendering/neighbours.ts';
import { noteFact } from '../rendering/trace.ts';
import { watchColumn } from '../rendering/watched-column.ts';
import { columnVersion, readColumnFile } from './column-file.ts';

interface Held {
  readonly version: number;
  /** Watched: what a page reads of it is noted. */
  readonly column: ShownColumn;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly neighbours: ReadonlyMap<string, NeighbourIds>;
  readonly plain: ShownColumn;
  readonly derived: Map<DerivedName, unknown>;
}

let held: Held | undefined;

/** The column, read once a build; in `dev` again whenever the file is written anew. */
function hold(): Held {
  const version = columnVersion();
  if (held?.version !== version) {
    const plain = readColumnFile();
    for (const byId of [plain.relations, plain.joined, plain.positions]) withoutPrototype(byId);
    const column = watchColumn(plain);
    const ids = plain.entries.map(({ id }) => id);
    held = {
      version,
      column,
      entries: new Map(column.entries.map((entry, index) => [ids[index] ?? '', entry])),
      groups: groupIds(plain.entries),
      neighbours: neighbourIds(plain.entries),
      plain,
      derived: new Map(),
    };
  }
  return held;
}

export function getColumn(): ShownColumn {
  return hold().column;
}

export function getEntry(id: string): Entry {
  const entry = hold().entries.get(id);
  if (!entry) throw new Error(`No entry ${id} in the column.`);
  return entry;
}

/** An entry that may not be there; whoever asks is told when it comes. */
export function findEntry(id: string): Entry | undefined {
  noteFact(`entry:${id}`);
  return hold().entries.get(id);
}

export function getEntries(ids: readonly string[]): Entry[] {
  return ids.map(getEntry);
}

/** The entries of a group (`groups.ts`), in the order of the column: newest first. */
export function getGroup(name: GroupName, key: string): Entry[] {
  const group = groupKey(name, key);
  noteFact(`group:${group}`);
  return getEntries(hold().groups.get(group) ?? []);
}

/** The entries of a kind that are open to all, with the facts of their kind; newest first. */
export function getKind<K extends KindId>(kind: K): EntryOf<K>[] {
  return getGroup('open', kind) as EntryOf<K>[];
}

const NO_RELATIONS: Relations = {};

export function getRelations(id: string): Relations {
  noteFact(`relations:${id}`);
  return hold().plain.relations[id] ?? NO_RELATIONS;
}

/** What shares a key with an entry or its rows; with a unit by `unitKey`. */
export function getJoined(id: string): readonly Joined[] {
  noteFact(`joined:${id}`);
  return hold().plain.joined[id] ?? [];
}

/** The entries before and after one in its list. */
export function getNeighbours(id: string): { newer?: Entry; older?: Entry } {
  noteFact(`neighbours:${id}`);
  const { newer, older } = hold().neighbours.get(id) ?? {};
  return {
    ...(newer === undefined ? {} : { newer: getEntry(newer) }),
    ...(older === undefined ? {} : { older: getEntry(older) }),
  };
}

/** What follows from the whole column, by name (`derived.ts`). */
export function getDerived<N extends DerivedName>(name: N): ReturnType<(typeof DERIVED)[N]> {
  noteFact(`derived:${name}`);
  const { plain, derived } = hold();
  if (!derived.has(name)) derived.set(name, DERIVED[name](plain));
  return derived.get(name) as ReturnType<(typeof DERIVED)[N]>;
}

/** An address below this column's base: `href('domains/')`. */
export function href(path = ''): string {
  return settings.base + path;
}

/** The address of a file that was bundled (`?url`) below whatever base the bundle was made with. */
export function assetHref(bundled: string): string {
  return href(bundled.slice(import.meta.env.BASE_URL.length));
}

export function entryHref(entry: Entry): string {
  return href(addressOf(entry));
}

/** The root folder's address, and the part of the manifest there that lists a file of this column. */
export function manifestPart(path: string): string {
  return settings.prefix + partOf(getColumn().county.id, path);
}

/** The address of an entry that may stand in another column. */
export function linkHref(link: Pick<EntryLink, 'path'>): string {
  return settings.prefix + link.path.slice(1);
}
