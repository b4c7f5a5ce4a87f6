import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './bounded.ts';

/*
 * The answering side of a `BoundedProcess`. A thread of its own looks every few milliseconds how much memory
 * all of the process takes, also what stands outside the heap, and how long a question has cost the
 * processor, and ends the process beyond its bounds: no limit of Node's counts that, and not every system
 * has one.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
const { state } = workerData;
setInterval(() => {
  if (process.memoryUsage.rss() > state[0]) process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  if (state[1] >= 0 && (user + system) / 1e6 - state[1] > state[2]) process.kill(process.pid, 'SIGTERM');
}, 10);
`;

/**
 * The most bytes that the process may have; what it had cost the processor when the question came, in seconds;
 * and what the question may cost.
 */
const state = new Float64Array(new SharedArrayBuffer(24));

/** Answers what the parent asks, one question after another, until it is gone. */
export function serve<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  const [memory] = process.argv.slice(2).map(Number);
  state.set([(memory ?? 0) * 2 ** 20, -1, 0]);
  new Worker(WATCH, { eval: true, workerData: { state } }).unref();
  process.on('disconnect', () => process.exit());
  process.on('message', async ([question, seconds]: Asked<Question>) => {
    const before = cost();
    state.set([before, seconds], 1);
    const given = await answer(question);
    state[1] = -1;
    const answered: Answered<Answer> = [given, cost() - before];
    process.send?.(answered);
  });
  process.send?.('ready');
}

/** From here on this process may have no more than so many MB: it is to have a process of its own beside it. */
export function lowerMemory(megabytes: number): void {
  state[0] = Math.min(state[0] as number, megabytes * 2 ** 20);
}

/** Seconds of the processor that this process has cost so far. */
function cost(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
