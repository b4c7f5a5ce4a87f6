/** The thread in which one part is put together, so that parts use as many cores as there are. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildPart, type PartToBuild } from './build-part.ts';

await buildPart(workerData as PartToBuild);
parentPort?.postMessage('done');
