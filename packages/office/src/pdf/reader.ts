import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { PdfAnswer, PdfLimits, PdfQuestion } from './answer.ts';

export type { PdfAnswer, PdfLimits } from './answer.ts';

/** Memory that reading one PDF may take, in MB, all that the process has; the heap's part; the time. */
const MEMORY = 780;
const HEAP = 512;
const PATIENCE = 60_000;

/**
 * Reads PDF files in a process of its own with bounded memory and time: a file made to exhaust it ends
 * that process and not the check. The process is kept for the next file; `close` ends it.
 */
export class PdfReader {
  #child: ChildProcess | undefined;
  /** Files are read one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Every line of text with its page, and all else that it holds. Rejects where it cannot be read. */
  read(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer> {
    const answer = this.#turn.then(() => this.#read(bytes, limits));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #read(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer> {
    const used = this.#child !== undefined;
    try {
      return await this.#ask(bytes, limits);
    } catch (error) {
      // What files before it left in memory is not its fault.
      if (!used) throw error;
      return this.#ask(bytes, limits);
    }
  }

  async #ask(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer> {
    const child = this.#child ?? (await start());
    this.#child = child;
    return new Promise<PdfAnswer>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        child.off('message', well).off('error', fail).off('exit', gone);
      };
      const well = (answer: PdfAnswer) => {
        done();
        resolve(answer);
      };
      const fail = (error: Error) => {
        done();
        this.#child = undefined;
        child.kill('SIGKILL');
        reject(error);
      };
      const gone = () => fail(new Error('占用内存过多'));
      const timer = setTimeout(() => fail(new Error('读取用时过长')), PATIENCE);
      child.on('message', well).on('error', fail).on('exit', gone);
      child.send({ bytes, limits } satisfies PdfQuestion, (error) => {
        if (error) fail(new Error('占用内存过多'));
      });
    });
  }
}

/** Starts the process; it is ready when it says so. */
async function start(): Promise<ChildProcess> {
  const child = fork(new URL('./child.ts', import.meta.url), [String(MEMORY)], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP}`],
    // What the library tells a console about fonts and canvases is of no use to anyone here.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error('读取 PDF 的程序没有启动')));
  });
  return child;
}
