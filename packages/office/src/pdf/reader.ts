import type { ProcessBounds, TimeAllowance } from '../process/bounded.ts';
import { BoundedProcess } from '../process/bounded.ts';
import type { PdfAnswer, PdfLimits, PdfQuestion } from './answer.ts';

export type { PdfAnswer, PdfLimits } from './answer.ts';

/** What reading one PDF may take: all memory of its process and the heap's part, in MB; seconds. */
const BOUNDS: ProcessBounds = { memory: 780, heap: 512, seconds: 60 };

/** Reads PDF files in a process of its own with bounded memory and time; `close` ends it. */
export class PdfReader {
  readonly #process: BoundedProcess<PdfQuestion, PdfAnswer>;

  constructor(bounds: Partial<ProcessBounds> = {}) {
    this.#process = new BoundedProcess(new URL('./child.ts', import.meta.url), {
      ...BOUNDS,
      ...bounds,
    });
  }

  /**
   * Every line of text with its page, and all else that it holds. Rejects where it cannot be read.
   *
   * @param time what the file may still cost that it stands in
   */
  read(bytes: Uint8Array, limits: PdfLimits, time?: TimeAllowance): Promise<PdfAnswer> {
    return this.#process.ask({ bytes, limits }, time);
  }

  close(): Promise<void> {
    return this.#process.close();
  }
}
