import { Worker } from 'node:worker_threads';
import type { PdfAnswer, PdfQuestion } from './pdf-worker.ts';

/** Memory that reading one PDF may take, in MB, and the time, in milliseconds. */
const MEMORY = 1024;
const PATIENCE = 60_000;

/**
 * Reads PDF files in a thread of its own with bounded memory: a file made to exhaust it ends that
 * thread and not the check. The thread is kept for the next file; `close` ends it.
 */
export class PdfReader {
  #worker: Worker | undefined;

  /** Every line of text with its page, and the metadata. Rejects where the file cannot be read. */
  async read(bytes: Uint8Array, pages: number): Promise<PdfAnswer> {
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    return new Promise<PdfAnswer>((resolve, reject) => {
      const timer = setTimeout(() => fail(new Error('读取用时过长')), PATIENCE);
      const done = () => {
        clearTimeout(timer);
        worker.off('message', well).off('error', fail).off('exit', gone);
      };
      const well = (answer: PdfAnswer) => {
        done();
        resolve(answer);
      };
      const fail = (error: Error) => {
        done();
        this.#worker = undefined;
        void worker.terminate();
        reject(error);
      };
      const gone = () => fail(new Error('占用内存过多'));
      worker.on('message', well).on('error', fail).on('exit', gone);
      const copy = Uint8Array.from(bytes);
      worker.postMessage({ bytes: copy, pages } satisfies PdfQuestion, [copy.buffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    // What the library tells a console about fonts and canvases is of no use to anyone here.
    return new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      stdout: true,
      stderr: true,
    });
  }
}
