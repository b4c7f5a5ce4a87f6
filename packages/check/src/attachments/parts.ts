import { unzipSync } from 'fflate';

/** A file inside a zip, by its name and the size it says it unpacks to. */
export interface Part {
  readonly name: string;
  readonly size: number;
}

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * A zip whose parts are unpacked one at a time and never beyond a limit: a small file that unpacks to
 * gigabytes is refused by what its directory says, and a directory that lies fails to unpack.
 */
export class Zip {
  readonly parts: readonly Part[];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, limit: number) {
    const parts: Part[] = [];
    let total = 0;
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts.push({ name, size: originalSize });
        total += originalSize;
        return false;
      },
    });
    if (total > limit) throw new TooLargeError();
    this.parts = parts;
    this.#bytes = bytes;
  }

  /** The bytes of a part; its size is known to be within the limit. */
  bytes(part: string): Uint8Array {
    let first = true;
    const files = unzipSync(this.#bytes, {
      filter: ({ name }) => {
        const wanted = first && name === part;
        if (wanted) first = false;
        return wanted;
      },
    });
    return files[part] ?? new Uint8Array();
  }

  text(part: string): string {
    return new TextDecoder('utf-8').decode(this.bytes(part));
  }
}
