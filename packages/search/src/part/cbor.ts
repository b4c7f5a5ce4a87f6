const ENCODER = new TextEncoder();
/** Longest text, in UTF-16 units, whose bytes are surely less than 24: its head is one byte. */
const SHORT = 7;

/** Writing the little of CBOR (RFC 8949) that Pagefind's files need: numbers, texts, lists. */
export class CborWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A copy of what was written so far. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** The beginning of a list of so many things. */
  list(count: number): void {
    this.#head(0x80, count);
  }

  number(value: number): void {
    this.#head(0, value);
  }

  text(value: string): void {
    if (value.length <= SHORT) {
      this.#room(1 + 3 * SHORT);
      const { written } = ENCODER.encodeInto(value, this.#bytes.subarray(this.#length + 1));
      this.#bytes[this.#length] = 0x60 | written;
      this.#length += 1 + written;
      return;
    }
    const bytes = ENCODER.encode(value);
    this.#head(0x60, bytes.length);
    this.raw(bytes);
  }

  /** Bytes that are CBOR already. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #head(type: number, value: number): void {
    this.#room(5);
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length++] = type | value;
    } else if (value < 0x100) {
      bytes[this.#length++] = type | 24;
      bytes[this.#length++] = value;
    } else if (value < 0x10000) {
      bytes[this.#length++] = type | 25;
      bytes[this.#length++] = value >> 8;
      bytes[this.#length++] = value & 0xff;
    } else {
      bytes[this.#length++] = type | 26;
      bytes[this.#length++] = value >>> 24;
      bytes[this.#length++] = (value >> 16) & 0xff;
      bytes[this.#length++] = (value >> 8) & 0xff;
      bytes[this.#length++] = value & 0xff;
    }
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Bytes that a number takes, or what tells the length of a text or a list. */
export function headSize(value: number): number {
  if (value < 24) return 1;
  if (value < 0x100) return 2;
  return value < 0x10000 ? 3 : 5;
}
