/** A task that a worker may do in the place of a process of its own. */
export interface Job {
  /** As `columns` got them: `check --county anyue --gate`. */
  readonly args: readonly string[];
  /** The app's folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the task printed, in order. */
export type Said = readonly [stream: 'out' | 'err', text: string];

/**
 * The task succeeded and said this; or it is to be done alone, by whoever asked. A worker never tells of a
 * failure: what fails is done once more in a process of its own, which tells it as always.
 */
export type Answer = { readonly said: readonly Said[] } | { readonly alone: true };

export const ALONE: Answer = { alone: true };

/** Names the address where workers are asked for; absent where none are. */
export const WORKERS_ENV = 'COLUMNS_WORKERS';

/** A county's own tasks, by the words that they begin with. */
const TASKS = ['astro build', 'check', 'data', 'records'];

export function isJob(args: readonly string[]): boolean {
  const words = args.join(' ');
  return TASKS.some((task) => words === task || words.startsWith(`${task} --county `));
}
