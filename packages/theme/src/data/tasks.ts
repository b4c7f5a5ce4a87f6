import type {
  ColumnTask,
  Department,
  Entry,
  EntryLink,
  EntryOf,
  ProofBelow,
  TaskLink,
  TaskList,
  TaskProof,
  TaskRow,
} from '@columns/content';
import { NOT_TOLD, OPEN_STATES, taskRows } from '@columns/content';
import { groupBy } from '@columns/standard';
import { rowId } from '../client/register/addresses.ts';
import { entryHref, getColumn, getKind, linkHref } from './column.ts';
import { tableOf } from './registers.ts';

export { NOT_TOLD, OPEN_STATES };
export type Ledger = EntryOf<'ledger'>;

/** One row of a ledger with what proves it. */
export interface Task extends TaskRow {
  readonly proofs: readonly TaskProof[];
  readonly below: readonly ProofBelow[];
}

/** The ledgers that are open to all, newest first. */
export function ledgers(): Ledger[] {
  return getKind('ledger').filter(({ table }) => table !== undefined);
}

export function tasksOf(ledger: Ledger): Task[] {
  const { columns, rows } = tableOf(ledger);
  const list = ownLists().find((one) => one.ledger.id === ledger.id);
  return taskRows(columns, rows).map((task, index) => {
    const { proofs = [], below = [] } = list?.tasks[index] ?? {};
    return { ...task, proofs, below };
  });
}

function ownLists(): TaskList[] {
  return getColumn().tasks.filter(({ from }) => from === undefined);
}

/** The lists of levels above that bind this county, with what it has to show for each task. */
export function upperLists(): TaskList[] {
  return getColumn().tasks.filter(({ from }) => from !== undefined);
}

/** The tasks of one list that a unit or a town leads, and those that it carries out. */
export interface OwnTasks {
  readonly ledger: EntryLink;
  readonly leads: readonly ColumnTask[];
  readonly helps: readonly ColumnTask[];
}

/** Ledgers by what they are for: first those that tell it not, the tasks of a plan. */
export function byType(lists: readonly Ledger[]): Map<string, Ledger[]> {
  return groupBy(lists, ({ data }) => data.type ?? '任务分工');
}

/** What the county's own lists ask of a unit or a town, by its id. */
export function tasksOfUnit(id: string): OwnTasks[] {
  return ownLists()
    .map(({ ledger, tasks }) => ({
      ledger,
      leads: tasks.filter(({ leads }) => leads.includes(id)),
      helps: tasks.filter(({ leads, units }) => units.includes(id) && !leads.includes(id)),
    }))
    .filter(({ leads, helps }) => leads.length + helps.length > 0);
}

/** The tasks, own and from above, that a page of this column proves. */
export function provenByPage(page: string): TaskLink[] {
  const { county, tasks } = getColumn();
  return tasks.flatMap(({ ledger, tasks: rows }) =>
    rows.flatMap(({ row, number, title, proofs }) =>
      proofs
        .filter((proof) => proof.page === page && proof.county === county.id)
        .map(({ as }) => ({ ...ledger, as, number, task: title, row })),
    ),
  );
}

/** The address of a row of a ledger that may stand in another column. */
export function taskLinkHref(ledger: EntryLink, { row }: { readonly row: number }): string {
  return `${linkHref(ledger)}#${rowId(row)}`;
}

/** Whether tasks are proved by what counties below have. */
export function hasBelow(tasks: readonly Pick<Task, 'below'>[]): boolean {
  return tasks.some(({ below }) => below.length > 0);
}

/** How many tasks there are: rows of one number are one. */
export function taskCount(tasks: readonly Pick<Task, 'number'>[]): number {
  return new Set(tasks.map(({ number }) => number)).size;
}

/** `31 项任务`, and where they differ `18 项任务（19 行）`. */
export function taskCountText(tasks: readonly Pick<Task, 'number'>[]): string {
  const count = taskCount(tasks);
  return count === tasks.length ? `${count} 项任务` : `${count} 项任务（${tasks.length} 行）`;
}

/** The address of a task in its ledger. */
export function taskHref(ledger: Entry, { row }: Pick<Task, 'row'>): string {
  return `${entryHref(ledger)}#${rowId(row)}`;
}

export interface TaskGroup {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/** Rows under the heading that they stand under, in the order of the list. */
export function byCategory(tasks: readonly Task[]): TaskGroup[] {
  return grouped(tasks.map((task) => [task.group, task] as const));
}

export interface UnitTasks {
  readonly name: string;
  /** The unit's id, where the county lists it. */
  readonly id?: string;
  readonly leads: readonly Task[];
  readonly helps: readonly Task[];
}

/** Every unit with what it leads and what it carries out, the busiest first. */
export function byUnit(tasks: readonly Task[], departments: readonly Department[]): UnitTasks[] {
  const ids = new Map(
    departments.flatMap(({ id, name, aliases = [] }) =>
      [name, ...aliases].map((each) => [each, id] as const),
    ),
  );
  const names = new Set(tasks.flatMap(({ leads, units }) => [...leads, ...units]));
  return [...names]
    .map((name) => {
      const id = ids.get(name);
      return {
        name,
        ...(id === undefined ? {} : { id }),
        leads: tasks.filter((task) => task.leads.includes(name)),
        helps: tasks.filter((task) => task.units.includes(name)),
      };
    })
    .sort((a, b) => b.leads.length + b.helps.length - a.leads.length - a.helps.length);
}

/** Tasks by their last day, the earliest first; then those without one, in their own words. */
export function byDeadline(tasks: readonly Task[]): (TaskGroup & { readonly due: string })[] {
  const days = [...new Set(tasks.map(({ due }) => due))].filter((due) => due !== '').sort();
  const dated = days.map((due) => ({
    name: due,
    due,
    tasks: tasks.filter((task) => task.due === due),
  }));
  const rest = grouped(
    tasks.filter(({ due }) => due === '').map((task) => [withoutDay(task), task] as const),
  );
  return [...dated, ...rest.map((group) => ({ ...group, due: '' }))];
}

/** What stands where a task has no last day: the document's own words, where it has any. */
export function withoutDay({ limit, state }: Pick<Task, 'limit' | 'state'>): string {
  if (limit !== '') return limit;
  return state === '持续推进' || state === NOT_TOLD ? state : '没有定日期';
}

function grouped(pairs: readonly (readonly [name: string, task: Task])[]): TaskGroup[] {
  const groups = new Map<string, Task[]>();
  for (const [name, task] of pairs) groups.set(name, [...(groups.get(name) ?? []), task]);
  return [...groups].map(([name, tasks]) => ({ name, tasks }));
}
