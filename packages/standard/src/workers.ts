import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** A task that a worker may do in the place of a process of its own. */
export interface Job {
  /** As `columns` got them: `check --county anyue --gate`; with the name of its command before them, as another did. */
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
const TASKS = ['astro build', 'columns-admin build', 'check', 'data', 'records'];

export function isJob(args: readonly string[]): boolean {
  const words = args.join(' ');
  return TASKS.some((task) => words === task || words.startsWith(`${task} --county `));
}

/**
 * Has a task done by a worker, where a run of all counties keeps some. This process has then loaded nothing
 * but this file. Whatever goes wrong on the way, the task is done here as if no one had been asked.
 *
 * @returns whether it is done, and well
 */
export async function doneByWorker(args: readonly string[]): Promise<boolean> {
  const address = process.env[WORKERS_ENV];
  if (!address) return false;
  const { [WORKERS_ENV]: _, ...env } = process.env;
  const answer = await ask(address, { args, cwd: process.cwd(), env });
  if (answer === undefined || 'alone' in answer) return false;
  for (const [stream, words] of answer.said) {
    (stream === 'out' ? process.stdout : process.stderr).write(words);
  }
  return true;
}

async function ask(address: string, job: Job): Promise<Answer | undefined> {
  try {
    const socket = connect(address);
    socket.end(JSON.stringify(job));
    return JSON.parse(await text(socket)) as Answer;
  } catch {
    return undefined;
  }
}
