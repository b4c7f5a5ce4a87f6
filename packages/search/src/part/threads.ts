import { Worker } from 'node:worker_threads';

/** Runs a module of ours in a thread of its own and gives the one message that it sends. */
export function inThread<Given, Made>(module: URL, workerData: Given): Promise<Made> {
  const worker = new Worker(module, { workerData });
  return new Promise((done, failed) => {
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`Search: a part ended with code ${code}.`)));
  });
}
