import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** More than two threads would only wait for the disk. */
export function cores(): number {
  return Math.min(2, availableParallelism());
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
