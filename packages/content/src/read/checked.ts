import { hash } from 'node:crypto';
import { readWithin } from './files.ts';

/** A file that is another than the one that was checked: nobody has looked at what it says now. */
export class ChangedFile extends Error {
  override readonly name = 'ChangedFile';

  constructor(file: string) {
    super(`content/${file} 在检查之后又有改动，没有发布；保存完毕后重新构建`);
    // The place in our code is of no use to the officer who reads this.
    this.stack = this.message;
  }
}

/** SHA-256, hexadecimal, of bytes or of a text. */
export function digestOf(data: Uint8Array | string): string {
  return hash('sha256', data);
}

/**
 * The bytes of a file below `contentRoot` that were checked: what is published is what was judged. Without
 * a digest, as in `dev`, what is there now.
 * @throws ChangedFile where it has changed since
 */
export function readChecked(contentRoot: string, file: string, digest: string | undefined): Buffer {
  const bytes = readWithin(contentRoot, file);
  if (digest !== undefined && digestOf(bytes) !== digest) throw new ChangedFile(file);
  return bytes;
}
