import { Worker } from 'node:worker_threads';

/*
 * The answering side of a `BoundedProcess`. A thread of its own looks every few milliseconds how much memory
 * all of the process takes, also what stands outside the heap, and how long a question has cost the
 * processor, and ends the process beyond its bounds: no limit of Node's counts that, and not every system
 * has one.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
const { state, seconds } = workerData;
setInterval(() => {
  if (process.memoryUsage.rss() > state[0]) process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  if (state[1] >= 0 && (user + system) / 1e6 - state[1] > seconds) process.kill(process.pid, 'SIGTERM');
}, 10);
`;

/** The most bytes that the process may have, and what it had cost the processor when the question came. */
const state = new Float64Array(new SharedArrayBuffer(16));

/** Answers what the parent asks, one question after another, until it is gone. */
export function serve<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  const [memory, seconds] = process.argv.slice(2).map(Number);
  state.set([(memory ?? 0) * 2 ** 20, -1]);
  new Worker(WATCH, { eval: true, workerData: { state, seconds } }).unref();
  process.on('disconnect', () => process.exit());
  process.on('message', async (question: Question) => {
    const { user, system } = process.cpuUsage();
    state[1] = (user + system) / 1e6;
    const given = await answer(question);
    state[1] = -1;
    process.send?.(given);
  });
  process.send?.('ready');
}

/** From here on this process may have no more than so many MB: it is to have a process of its own beside it. */
export function lowerMemory(megabytes: number): void {
  state[0] = Math.min(state[0] as number, megabytes * 2 ** 20);
}
