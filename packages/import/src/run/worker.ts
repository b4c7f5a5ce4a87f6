import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData, ThreadQuestion } from './pool.ts';
import { SourceReader } from './reading.ts';
import { Spool } from './spool.ts';

/* A thread that reads files and puts what it read on the disk; only the gist goes back. */

const { setting, files, converts, spool } = workerData as ThreadData;
const reader = new SourceReader(setting, files, converts);
const readings = new Spool(spool);

parentPort?.on('message', async (question: ThreadQuestion) => {
  if (question === 'close') {
    await reader.close();
    parentPort?.close();
    return;
  }
  const { key, file, without } = question;
  parentPort?.postMessage(readings.put(key, await reader.read(file, without)));
});
