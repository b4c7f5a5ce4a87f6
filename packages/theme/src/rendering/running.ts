/**
 * What pages are told of the build that makes them (`virtual:columns/settings`). Pages are bundled and the
 * integration is not: both find the same object, so that the same pages can be told of another column.
 */
export interface Running {
  /** The column as one JSON file. */
  readonly columnFile: string;
  readonly contentRoot: string;
  /** `prefix` and the column's own base; starts and ends with `/`. */
  readonly base: string;
  /** The environment's `BASE`; starts and ends with `/`. */
  readonly prefix: string;
  /** Whether the file may change while pages are made. */
  readonly live: boolean;
  /** Another number for each column that a process makes pages of. */
  readonly turn: number;
}

const KEY = Symbol.for('@columns/theme:running');
const holder = globalThis as { [KEY]?: Running };

/** What the module holds where pages are bundled. */
export const RUNNING_MODULE = `export default globalThis[Symbol.for('${KEY.description}')];`;

/** Tells pages of a build that begins. */
export function tellPages(told: Omit<Running, 'turn'>): void {
  const turn = (holder[KEY]?.turn ?? 0) + 1;
  holder[KEY] = Object.assign(holder[KEY] ?? {}, { ...told, turn });
}
