import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { ALONE, type Answer, type Job } from '@columns/standard/workers';
import { COMPILE_CACHE } from '../compile-cache.ts';

const SCRIPT = join(import.meta.dirname, 'worker.ts');

/** How long a task of a small county may take; beyond, something hangs. */
const PATIENCE = 10 * 60_000;
/** A worker that holds more has done its part: modules of a bundle are never given back. */
const LARGEST = 1200 * 2 ** 20;

/** What a worker sends when a task is over. */
export interface Done {
  readonly answer: Answer;
  /** Bytes that the process holds. */
  readonly rss: number;
}

/** Processes that do one task after another, each one at a time. */
export class Pool {
  readonly #size: number;
  readonly #script: string;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  /** @param size how many tasks run side by side */
  constructor(size: number, script: string = SCRIPT) {
    this.#size = size;
    this.#script = script;
  }

  /** Does a task as soon as a worker is free. Its own end ends it: nobody waits for one who went away. */
  async run(job: Job, signal: AbortSignal): Promise<Answer> {
    if (this.#busy >= this.#size) await new Promise<void>((free) => this.#waiting.push(free));
    this.#busy += 1;
    try {
      return signal.aborted
        ? ALONE
        : await this.#give(this.#idle.pop() ?? this.#start(job), job, signal);
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all workers. */
  close(): void {
    for (const worker of this.#all) this.#end(worker);
  }

  /** It knows what its first task may know: Turborepo keeps a run's secrets from tasks. */
  #start({ env }: Job): ChildProcess {
    const worker = fork(this.#script, [], {
      // One that needs more ends, and its task is done alone.
      execArgv: ['--max-old-space-size=1500'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    });
    this.#all.add(worker);
    return worker;
  }

  /** One that failed, died or grew is not asked again: nothing of one task may stay for the next. */
  async #give(worker: ChildProcess, job: Job, signal: AbortSignal): Promise<Answer> {
    const ended = new AbortController();
    const done = await new Promise<Done | undefined>((resolve) => {
      const over = AbortSignal.any([signal, ended.signal, AbortSignal.timeout(PATIENCE)]);
      over.addEventListener('abort', () => resolve(undefined));
      worker.once('message', (message) => resolve(message as Done));
      worker.once('exit', () => ended.abort());
      worker.once('error', () => ended.abort());
      worker.send(job, (error) => error && ended.abort());
    });
    worker.removeAllListeners();
    const keep = done !== undefined && !('alone' in done.answer) && done.rss < LARGEST;
    if (keep) this.#idle.push(worker);
    else this.#end(worker);
    return done?.answer ?? ALONE;
  }

  #end(worker: ChildProcess): void {
    this.#all.delete(worker);
    // What is told of it from now on is nobody's.
    worker.on('error', () => undefined);
    worker.kill('SIGKILL');
  }
}
