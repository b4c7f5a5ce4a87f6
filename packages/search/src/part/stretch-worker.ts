/** The thread in which stretches are made, beside another with the rest of them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchDocument } from '../document.ts';
import { makeStretch } from './stretch.ts';

export interface StretchesToMake {
  readonly stretches: readonly { documents: readonly SearchDocument[]; folder: string }[];
}

const { stretches } = workerData as StretchesToMake;
for (const { documents, folder } of stretches) makeStretch(documents, folder);
parentPort?.postMessage('done');
