/** The thread in which half of the pages are read, beside the one that asked for it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PageText } from '../document.ts';
import { readOf } from './page-digests.ts';

parentPort?.postMessage((workerData as readonly PageText[]).map(readOf));
