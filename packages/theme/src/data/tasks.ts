import type { Department, Entry, EntryLink, EntryOf } from '@columns/content';
import { entryIds, linkTo } from '@columns/content';
import { rowId } from '../client/register/addresses.ts';
import { entryHref, findEntry, getColumn, getKind } from './column.ts';
import { tableOf } from './registers.ts';

export type Ledger = EntryOf<'ledger'>;

/** One row of a ledger. Several rows of one number are one task. */
export interface Task {
  /** From 1. */
  readonly row: number;
  readonly number: string;
  readonly group: string;
  readonly title: string;
  readonly demand: string;
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly target: string;
  /** The time limit in the document's words. */
  readonly limit: string;
  /** The last day, or the month or year in which it falls; empty where there is none. */
  readonly due: string;
  readonly state: string;
  readonly evidence: readonly EntryLink[];
}

/** Tasks that somebody must see to, and nobody has yet. */
export const OPEN_STATES: readonly string[] = ['未开始', '进行中'];

/** The state of a task in a list that was copied from a document which tells none. */
export const NOT_TOLD = '原件未载';

/** The ledgers that are open to all, newest first. */
export function ledgers(): Ledger[] {
  return getKind('ledger').filter(({ table }) => table !== undefined);
}

export function tasksOf(ledger: Ledger): Task[] {
  const { columns, rows } = tableOf(ledger);
  const { county } = getColumn();
  const linkOf = (id: string): EntryLink[] => {
    if (id.includes('/')) {
      return getColumn().upper.filter((link) => `${link.county}/${link.id}` === id);
    }
    const entry = findEntry(id);
    return entry ? [linkTo(entry, county)] : [];
  };
  return rows.map((cells, index) => {
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      row: index + 1,
      number: cell('序号'),
      group: cell('类别'),
      title: cell('任务'),
      demand: cell('要求'),
      leads: unitsIn(cell('牵头单位')),
      units: unitsIn(cell('责任单位')),
      target: cell('目标'),
      limit: cell('时限'),
      due: cell('截止日期'),
      state: cell('状态'),
      evidence: entryIds(cell('佐证')).flatMap(linkOf),
    };
  });
}

/** Units in one cell stand apart by `；`. */
function unitsIn(cell: string): string[] {
  return cell
    .split('；')
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');
}

/** How many tasks there are: rows of one number are one. */
export function taskCount(tasks: readonly Task[]): number {
  return new Set(tasks.map(({ number }) => number)).size;
}

/** `31 项任务`, and where they differ `18 项任务（19 行）`. */
export function taskCountText(tasks: readonly Task[]): string {
  const count = taskCount(tasks);
  return count === tasks.length ? `${count} 项任务` : `${count} 项任务（${tasks.length} 行）`;
}

/** The address of a task in its ledger. */
export function taskHref(ledger: Entry, { row }: Task): string {
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
export function withoutDay({ limit, state }: Task): string {
  if (limit !== '') return limit;
  return state === '持续推进' || state === NOT_TOLD ? state : '没有定日期';
}

function grouped(pairs: readonly (readonly [name: string, task: Task])[]): TaskGroup[] {
  const groups = new Map<string, Task[]>();
  for (const [name, task] of pairs) groups.set(name, [...(groups.get(name) ?? []), task]);
  return [...groups].map(([name, tasks]) => ({ name, tasks }));
}
