import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Documents for which a thread takes longer to begin than it saves. */
const WORTH_A_THREAD = 500;

/** How many threads so many documents are worth; with one the work is done where it is asked for. */
export function threadsFor(documents: number): number {
  // More than two would only wait for the disk.
  return documents < WORTH_A_THREAD ? 1 : Math.min(2, availableParallelism());
}

/** Runs a module of ours in a thread of its own and gives the one message that it sends. */
export function inThread<Given, Made>(module: URL, workerData: Given): Promise<Made> {
  const worker = new Worker(module, { workerData });
  return new Promise((done, failed) => {
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`Search: a part ended with code ${code}.`)));
  });
}
