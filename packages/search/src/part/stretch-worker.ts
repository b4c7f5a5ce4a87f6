/** The thread in which a stretch of a part is made beside another. */
import { parentPort, workerData } from 'node:worker_threads';
import { Files } from './files.ts';
import { makeStretch, type StretchOf } from './stretch.ts';

const { stretch, folder } = workerData as { stretch: StretchOf; folder: string };
const made = await makeStretch(stretch, new Files(folder));
const { starts, records, places } = made.sorted;
parentPort?.postMessage(made, [starts.buffer, records.buffer, places.buffer]);
