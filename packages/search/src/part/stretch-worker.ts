/** The thread in which stretches are made, beside another with the rest of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeStretch, type StretchToMake } from './stretch.ts';

for (const stretch of workerData as readonly StretchToMake[]) makeStretch(stretch);
parentPort?.postMessage('done');
