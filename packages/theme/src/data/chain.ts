import type { Entry, EntryLink, RelationName } from '@columns/content';
import { linkTo } from '@columns/content';
import { getColumn, getRelations } from './column.ts';

/** Along these one step of a matter leads to the next. */
const STEPS = [
  'follows',
  'followedBy',
  'interprets',
  'interpretedBy',
] as const satisfies readonly RelationName[];
/** So many steps are shown. */
const MOST = 20;
/** Two that name each other are told as such; from here on they are a chain. */
const FEWEST = 3;

/**
 * The steps of the matter that an entry belongs to, from the first to the last: 征集 → 列席会议 → 文件 → 解读. Only
 * what follows something, or is followed, is looked at; all others have none.
 */
export function chainOf(entry: Entry): readonly EntryLink[] {
  const own = getRelations(entry.id);
  if (own.follows === undefined && own.followedBy === undefined) return [];
  const { county } = getColumn();
  const start = linkTo(entry, county);
  const found = new Map([[start.path, start]]);
  const open = [start];
  for (let next = open.shift(); next && found.size < MOST; next = open.shift()) {
    if (next.county !== county.id) continue;
    const relations = getRelations(next.id);
    for (const link of STEPS.flatMap((name) => relations[name] ?? [])) {
      if (found.has(link.path)) continue;
      found.set(link.path, link);
      open.push(link);
    }
  }
  if (found.size < FEWEST) return [];
  return [...found.values()].sort((a, b) => (a.published < b.published ? -1 : 1));
}
