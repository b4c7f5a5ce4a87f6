import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Setting } from '../entry/setting.ts';
import type { Reading } from './reading.ts';
import { SourceReader } from './reading.ts';
import type { FoundSource } from './sources.ts';
import type { Gist } from './spool.ts';
import { Spool } from './spool.ts';

export interface ThreadData {
  readonly setting: Setting;
  readonly files: readonly FoundSource[];
  /** Whether old files are converted by the LibreOffice of this machine. */
  readonly converts: boolean;
  readonly spool: string;
}

export interface Wanted {
  /** Names the reading in the spool. */
  readonly key: string;
  readonly file: FoundSource;
  readonly without?: readonly string[];
}

export type ThreadQuestion = Wanted | 'close';

/** From so many files on, starting threads costs less than it saves. */
const MANY = 24;
/** More threads than these would take more memory than an office's computer has to spare. */
const MOST_THREADS = 4;
/** The heap of one thread, in MB: a file made to exhaust it ends that thread and not the run. */
const HEAP = 512;

/** How many threads read so many files; none: they are read where we are. */
export function threadsFor(files: number): number {
  return files < MANY ? 0 : Math.min(availableParallelism(), MOST_THREADS);
}

/** Reads files into the spool, several at a time. */
export class Pool {
  readonly #data: ThreadData;
  readonly #spool: Spool;
  readonly #threads: number;
  #own: SourceReader | undefined;

  constructor(data: ThreadData, threads: number) {
    this.#data = data;
    this.#spool = new Spool(data.spool);
    this.#threads = threads;
  }

  /** Reads all that is wanted, in no order; stops before the next one when told to. */
  async read(
    wanted: readonly Wanted[],
    heard: (each: Wanted, gist: Gist) => void,
    stopped: () => boolean,
  ): Promise<void> {
    const queue = wanted[Symbol.iterator]();
    const next = () => (stopped() ? undefined : queue.next().value);
    if (this.#threads === 0 || wanted.length === 1) {
      for (let each = next(); each; each = next()) {
        this.#own ??= new SourceReader(this.#data.setting, this.#data.files, this.#data.converts);
        heard(each, this.#spool.put(each.key, await this.#own.read(each.file, each.without)));
      }
      return;
    }
    const threads = Math.min(this.#threads, wanted.length);
    await Promise.all(
      Array.from({ length: threads }, async () => {
        const thread = new Thread(this.#data, this.#spool);
        try {
          for (let each = next(); each; each = next()) heard(each, await thread.read(each));
        } finally {
          await thread.close();
        }
      }),
    );
  }

  async close(): Promise<void> {
    await this.#own?.close();
    this.#own = undefined;
  }
}

/** One thread; it is started when it is first asked, and anew after a file that ended it. */
class Thread {
  readonly #data: ThreadData;
  readonly #spool: Spool;
  #worker: Worker | undefined;

  constructor(data: ThreadData, spool: Spool) {
    this.#data = data;
    this.#spool = spool;
  }

  async read(wanted: Wanted): Promise<Gist> {
    this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const worker = this.#worker;
    const gist = await new Promise<Gist | Error>((resolve) => {
      const heard = (answer: Gist | Error) => {
        worker.off('message', heard).off('error', heard).off('exit', gone);
        resolve(answer);
      };
      const gone = () => heard(new Error('线程已结束'));
      worker.on('message', heard).on('error', heard).on('exit', gone);
      worker.postMessage(wanted satisfies ThreadQuestion);
    });
    if (!(gist instanceof Error)) return gist;
    this.#worker = undefined;
    await worker.terminate();
    return this.#spool.put(wanted.key, endedBy(gist));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const exit = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close' satisfies ThreadQuestion);
    await exit;
  }
}

/** A file that ended the thread which read it. */
function endedBy(error: Error): Reading {
  const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return {
    drafts: [],
    failure: memory
      ? {
          code: 'too-large',
          message: '读取这个文件要用的内存过多',
          mend: '请单独导入这个文件，或分成几个文件后再导入',
        }
      : {
          code: 'fault',
          message: `读取时程序出错：${error.message.split('\n', 1).join('')}`,
          mend: '请把这个文件和这行话交给维护人员；其余文件不受影响',
        },
  };
}
