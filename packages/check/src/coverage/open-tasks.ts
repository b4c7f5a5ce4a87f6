import type { Column, EntryLink } from '@columns/content';
import { lastDay, OPEN_STATES } from '@columns/content';

/** A task of the county's own that is to be done by a day and is not done yet. */
export interface OpenTask {
  readonly ledger: EntryLink;
  /** In its ledger, from 1. */
  readonly row: number;
  readonly title: string;
  readonly day: string;
  /** Below the column's base. */
  readonly path: string;
  /** Who leads it, or where none leads who carries it out; ids of units and towns. */
  readonly units: readonly string[];
}

/** The open tasks of the county's own lists that have a last day; those of lists from above are not its own. */
export function openTasks({ tasks: lists, county }: Column): OpenTask[] {
  return lists
    .filter(({ from }) => from === undefined)
    .flatMap(({ ledger, tasks }) =>
      tasks
        .filter(({ due, state }) => due !== '' && OPEN_STATES.includes(state))
        .map(({ row, title, due, leads, units }) => ({
          ...{ ledger, row, title, day: lastDay(due) },
          path: `${ledger.path.slice(county.base.length)}#row-${row}`,
          units: [...new Set(leads.length > 0 ? leads : units)],
        })),
    );
}
