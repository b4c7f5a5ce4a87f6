import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Draft } from '../entry/draft.ts';
import { remark } from '../failure.ts';
import type { Journal } from './journal.ts';
import { takenIds } from './taken.ts';

/** Gives every draft an id that nothing else in its county has. */
export class Ids {
  readonly #journal: Journal;
  /** Where each entry of the county stands, by its id. */
  readonly #taken: ReadonlyMap<string, string>;
  /** Ids that entries of this run have, written or not. */
  readonly #placed = new Set<string>();

  constructor(contentRoot: string, county: string, journal: Journal) {
    this.#taken = takenIds(contentRoot, county);
    this.#journal = journal;
  }

  /** What a file that is imported already has keeps its ids. */
  keep(places: readonly string[]): void {
    for (const place of places) this.#placed.add(basename(place));
  }

  settle(draft: Draft, path: string): Draft {
    const before = new Set(this.#journal.of(path)?.places);
    let id = draft.id;
    for (let number = 2; !this.#isFree(id, draft, path, before); number++)
      id = `${draft.id}-${number}`;
    this.#placed.add(id);
    return id === draft.id ? draft : renamed(draft, id);
  }

  #isFree(id: string, draft: Draft, path: string, before: ReadonlySet<string>): boolean {
    if (this.#placed.has(id)) return false;
    const place = this.#taken.get(id);
    if (place === undefined || before.has(place)) return true;
    if (place !== `${dirname(draft.place)}/${id}`) return false;
    // What stands at the very same place is taken for an earlier import of it, unless it is another file's.
    const owner = this.#journal.ownerOf(place);
    return owner === undefined || owner === path || !existsSync(owner);
  }
}

function renamed(draft: Draft, id: string): Draft {
  const place = `${dirname(draft.place)}/${id}`;
  const files = new Map(
    [...draft.files].map(([path, content]) => [
      path === draft.place ? place : path.replace(draft.place, place),
      typeof content === 'string' ? content.replaceAll(`](${draft.id}/`, `](${id}/`) : content,
    ]),
  );
  return {
    ...draft,
    id,
    place,
    files,
    remarks: [...draft.remarks, remark('note', `编号“${draft.id}”已被占用，改用“${id}”`)],
  };
}
