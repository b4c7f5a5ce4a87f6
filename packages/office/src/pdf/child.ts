import { Worker } from 'node:worker_threads';
import type { PdfQuestion } from './answer.ts';
import { readPdf } from './read.ts';

/*
 * The process that reads PDF files. A thread of its own looks every few milliseconds how much memory all
 * of it takes, also what stands outside the heap, and ends the process beyond the bound: no limit of
 * Node's counts that, and not every system has one.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
}, 10);
`;
new Worker(WATCH, { eval: true, workerData: Number(process.argv[2]) * 2 ** 20 }).unref();

const { openPdf } = await import('./library.ts');

process.on('disconnect', () => process.exit());
process.on('message', async ({ bytes, limits }: PdfQuestion) => {
  process.send?.(await readPdf(bytes, limits, openPdf));
});
process.send?.('ready');
