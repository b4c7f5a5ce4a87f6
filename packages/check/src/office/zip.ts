import { crc32, inflateRawSync } from 'node:zlib';
import { OfficeFailure } from './failure.ts';

const MOST_PARTS = 10_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Part {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly locked: boolean;
}

/**
 * An Office or OFD file as the zip it is (ECMA-376 part 2; APPNOTE 6.3). Parts are unpacked one at a
 * time, on demand, and never beyond a bound, whatever sizes the file claims: a bomb of some kilobytes
 * asks for gigabytes. Every fault is an `OfficeFailure`.
 */
export class Zip {
  readonly #bytes: Buffer;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #megabytes: number;
  #left: number;

  /** `megabytes`: the most that all parts read may unpack to together. */
  constructor(bytes: Uint8Array, megabytes: number) {
    this.#megabytes = megabytes;
    this.#left = megabytes * 2 ** 20;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#parts = readDirectory(this.#bytes);
    const claimed = [...this.#parts.values()].reduce((sum, { size }) => sum + size, 0);
    if (claimed > this.#left) throw this.#tooLarge();
  }

  names(): string[] {
    return [...this.#parts.keys()];
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** The bytes of a part that `names` tells. */
  read(name: string): Buffer {
    const part = this.#parts.get(name);
    if (!part) throw damaged();
    if (part.locked)
      throw new OfficeFailure('encrypted', '文件加了密，读不出内容', '取消密码后另存');
    const { offset } = part;
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL)
      throw damaged();
    const start =
      offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    const packed = this.#bytes.subarray(start, start + part.packed);
    if (packed.length !== part.packed) throw damaged();
    const content = this.#unpack(packed, part);
    this.#left -= content.length;
    if (this.#left < 0) throw this.#tooLarge();
    if (crc32(content) !== part.checksum) throw damaged();
    return content;
  }

  #tooLarge(): OfficeFailure {
    return new OfficeFailure(
      'too-large',
      `文件解开后超过 ${this.#megabytes} MB，不像正常的文档（可能是“压缩炸弹”），已停止读取`,
      '核对文件来源；确是大表时请分成几个文件',
    );
  }

  #unpack(packed: Buffer, { method, size }: Part): Buffer {
    if (method === 0) return packed;
    if (method !== 8) throw damaged();
    try {
      // One byte more than it claims shows a false claim without unpacking the rest.
      return inflateRawSync(packed, { maxOutputLength: Math.min(size, this.#left) + 1 });
    } catch (error) {
      throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
        ? this.#tooLarge()
        : damaged();
    }
  }
}

function readDirectory(bytes: Buffer): Map<string, Part> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_PARTS) {
    throw new OfficeFailure(
      'too-large',
      `文件由 ${count} 个部分组成，不像正常的文档`,
      '核对文件来源；打开后另存一份',
    );
  }
  const parts = new Map<string, Part>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw damaged();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      bytes.readUInt16LE(at + place),
    ) as [number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (!parts.has(name)) {
      parts.set(name, {
        locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        checksum: bytes.readUInt32LE(at + 16),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      });
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** The record at the end of every zip; a file that was cut off has none. */
function findEnd(bytes: Buffer): number {
  const stop = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= stop; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw damaged();
}

function damaged(): OfficeFailure {
  return new OfficeFailure(
    'damaged',
    '文件不完整或已损坏（多为下载、拷贝中断）',
    '请重新取得完整的文件；能打开的话，打开后另存一份',
  );
}
