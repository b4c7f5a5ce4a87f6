/** What a plan says of a task, and how it stands; several rows of one number are one task. */
export interface TaskRow {
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
  /** 监督方式. */
  readonly watched: string;
  readonly state: string;
  /** The day of the state; empty where the row tells none. */
  readonly since: string;
  readonly progress: string;
  readonly next: string;
  /** The responsible post, never a person. */
  readonly post: string;
}

/** Tasks that somebody must see to, and nobody has yet. */
export const OPEN_STATES: readonly string[] = ['未开始', '进行中'];

/** The state of a task in a list that was copied from a document which tells none. */
export const NOT_TOLD = '原件未载';

/** A ledger's rows by the names of their columns. Pure. */
export function taskRows(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TaskRow[] {
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
      watched: cell('监督方式'),
      state: cell('状态'),
      since: cell('状态日期'),
      progress: cell('进展'),
      next: cell('下一步'),
      post: cell('责任岗位'),
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
