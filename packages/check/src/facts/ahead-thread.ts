/** A thread that reads its share of a county's entries ahead, beside the one that waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type AheadShare, readShare } from './ahead-share.ts';

parentPort?.postMessage(readShare(workerData as AheadShare));
