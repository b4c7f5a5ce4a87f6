/** The thread in which parts' words are written, beside another with the rest of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type WordsToWrite, writeWords } from './write-words.ts';

for (const words of workerData as readonly WordsToWrite[]) writeWords(words);
parentPort?.postMessage('done');
