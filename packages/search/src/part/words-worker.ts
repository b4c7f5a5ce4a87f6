/** The thread in which a part's words are written, beside another with the rest of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type WordsToWrite, writeWords } from './write-words.ts';

writeWords(workerData as WordsToWrite);
parentPort?.postMessage('done');
