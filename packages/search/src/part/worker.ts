/** The thread in which one part is built, so that parts use as many cores as there are. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchDocument } from '../document.ts';
import { buildPart } from './build-part.ts';

const { documents, folder } = workerData as {
  documents: readonly SearchDocument[];
  folder: string;
};
await buildPart(documents, folder);
parentPort?.postMessage('done');
