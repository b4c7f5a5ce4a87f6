import type { Outcome } from './outcome.ts';

/**
 * What became of everything in all files of a run, in characters: `source` = `inEntry` + `leftOut` + `attached` +
 * `unhandled`. Copies are counted once, with the file that they are copies of.
 */
export interface Total {
  /** Files that were weighed. */
  readonly files: number;
  readonly source: number;
  readonly inEntry: number;
  /** In no entry, and told with the reason. */
  readonly leftOut: number;
  /** In files that were attached as they are. */
  readonly attached: number;
  readonly unhandled: number;
}

export function totalOf(outcomes: readonly Outcome[]): Total {
  const total = { files: 0, source: 0, inEntry: 0, leftOut: 0, attached: 0, unhandled: 0 };
  for (const { balance, attached } of outcomes) {
    if (balance === undefined && attached === undefined) continue;
    total.files++;
    total.source += (balance?.source ?? 0) + (attached ?? 0);
    total.attached += attached ?? 0;
    if (!balance) continue;
    total.inEntry += balance.inEntry;
    total.leftOut += balance.leftOut.reduce((sum, { characters }) => sum + characters, 0);
    total.unhandled += balance.unhandled.characters;
  }
  return total;
}
