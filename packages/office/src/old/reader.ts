import type { ProcessBounds } from '../process/bounded.ts';
import { BoundedProcess } from '../process/bounded.ts';
import type { OldAnswer, OldQuestion } from './answer.ts';

export type { NewFile, NotRead, OldAnswer } from './answer.ts';

/** What turning one file may take: all memory of its process and the heap's part, in MB; seconds. */
const BOUNDS: ProcessBounds = { memory: 780, heap: 512, seconds: 60 };

/**
 * Turns old files (.doc, .xls and what WPS wrote in their formats) into new ones, in a process of its own
 * with bounded memory and time; `close` ends it.
 */
export class OldReader {
  readonly #process: BoundedProcess<OldQuestion, OldAnswer>;

  constructor(bounds: Partial<ProcessBounds> = {}) {
    this.#process = new BoundedProcess(new URL('./child.ts', import.meta.url), {
      ...BOUNDS,
      ...bounds,
    });
  }

  /** Never rejects: what ended the process is told like any other fault. */
  async read(bytes: Uint8Array): Promise<OldAnswer> {
    try {
      return await this.#process.ask({ bytes });
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      return /\p{Script=Han}/u.test(why)
        ? { code: 'too-large', broken: `${why}，已停止读取` }
        : { code: 'damaged', broken: '文件读不出来' };
    }
  }

  close(): Promise<void> {
    return this.#process.close();
  }
}
