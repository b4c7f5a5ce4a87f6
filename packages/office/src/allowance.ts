import { OfficeFailure } from './failure.ts';

/** More files in a file than an office makes. */
const MOST_PARTS = 10_000;

/**
 * What a file may unpack to, with everything inside it: one allowance is handed down to the files in a
 * file, so that forty small ones cannot ask for forty times as much.
 */
export class Allowance {
  readonly #megabytes: number;
  #left: number;
  #parts = MOST_PARTS;

  constructor(megabytes: number) {
    this.#megabytes = megabytes;
    this.#left = megabytes * 2 ** 20;
  }

  /** Bytes that may still be unpacked. */
  get left(): number {
    return this.#left;
  }

  /** Throws where more is asked for than is left. */
  spend(bytes: number): void {
    this.ensure(bytes);
    this.#left -= bytes;
  }

  ensure(bytes: number): void {
    if (bytes > this.#left) throw this.tooLarge();
  }

  /** Counts the parts of one more file. */
  countParts(count: number): void {
    this.#parts -= count;
    if (this.#parts < 0) {
      throw new OfficeFailure(
        'too-large',
        `文件由超过 ${MOST_PARTS} 个部分组成，不像正常的文档`,
        '核对文件来源；打开后另存一份',
      );
    }
  }

  tooLarge(): OfficeFailure {
    return new OfficeFailure(
      'too-large',
      `文件解开后超过 ${this.#megabytes} MB，不像正常的文档（可能是“压缩炸弹”），已停止读取`,
      '核对文件来源；确是大表时请分成几个文件',
    );
  }
}
