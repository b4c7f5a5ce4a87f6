import { Allowance } from './allowance.ts';
import { crc32, viewOf } from './bytes.ts';
import { damaged, OfficeFailure } from './failure.ts';
import { inflate } from './inflate.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
/** Fewer bytes hold no number that is looked for. */
const SHORTEST = 11;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly locked: boolean;
}

interface Directory {
  readonly parts: readonly Part[];
  readonly start: number;
}

/** One part of a zip, whatever its name: two may have the same. */
export interface ZipPart {
  readonly name: string;
  /** Its bytes; counted once against the allowance. */
  readonly read: () => Uint8Array;
}

/**
 * An Office or OFD file as the zip it is (ECMA-376 part 2; APPNOTE 6.3, with Zip64). Parts are unpacked
 * one at a time, on demand, and never beyond a bound, whatever sizes the file claims: a bomb of some
 * kilobytes asks for gigabytes. Names are compared without case (ECMA-376 part 2, 6.2.2.3). Every fault
 * is an `OfficeFailure`.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #directory: Directory;
  readonly #byName = new Map<string, Part>();
  readonly #allowance: Allowance;
  readonly #counted = new Set<Part>();

  /** `allowance`: what all parts read may unpack to together, or the megabytes of one of their own. */
  constructor(bytes: Uint8Array, allowance: Allowance | number) {
    this.#allowance = typeof allowance === 'number' ? new Allowance(allowance) : allowance;
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#directory = readDirectory(bytes, this.#view, this.#allowance);
    const { parts } = this.#directory;
    for (const part of parts) {
      const key = part.name.toLowerCase();
      if (!this.#byName.has(key)) this.#byName.set(key, part);
    }
    this.#allowance.ensure(parts.reduce((sum, { size }) => sum + size, 0));
  }

  names(): string[] {
    return [...new Set(this.#directory.parts.map(({ name }) => name))];
  }

  /** Every part, also those that another of the same name hides; no folders. */
  parts(): ZipPart[] {
    return this.#directory.parts
      .filter(({ name, size }) => size > 0 || !name.endsWith('/'))
      .map((part) => ({ name: part.name, read: () => this.#read(part) }));
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** How many bytes the part of this name unpacks to; 0 where there is none. */
  sizeOf(name: string): number {
    return this.#byName.get(name.toLowerCase())?.size ?? 0;
  }

  /** The bytes of the part of this name, in whatever case. */
  read(name: string): Uint8Array {
    const part = this.#byName.get(name.toLowerCase());
    if (!part) throw damaged();
    return this.#read(part);
  }

  /** What stands in the file and belongs to no part: before, between and behind them. */
  between(): Uint8Array[] {
    const { parts, start } = this.#directory;
    const used = parts
      .map((part) => [part.offset, this.#start(part) + part.packed] as const)
      .sort(([a], [b]) => a - b);
    const gaps: Uint8Array[] = [];
    let at = 0;
    for (const [from, to] of [...used, [start, start] as const]) {
      if (from - at >= SHORTEST) gaps.push(this.#bytes.subarray(at, from));
      at = Math.max(at, to);
    }
    return gaps;
  }

  /** Names and remarks of all parts, and of the file itself, as its directory has them. */
  directory(): Uint8Array {
    return this.#bytes.subarray(this.#directory.start);
  }

  #start({ offset }: Part): number {
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL)
      throw damaged();
    const name = this.#view.getUint16(offset + 26, true);
    return offset + 30 + name + this.#view.getUint16(offset + 28, true);
  }

  #read(part: Part): Uint8Array {
    if (part.locked)
      throw new OfficeFailure('encrypted', '文件加了密，读不出内容', '取消密码后另存');
    const start = this.#start(part);
    const packed = this.#bytes.subarray(start, start + part.packed);
    if (packed.length !== part.packed) throw damaged();
    const content = this.#unpack(packed, part);
    if (!this.#counted.has(part)) {
      this.#counted.add(part);
      this.#allowance.spend(content.length);
    }
    if (crc32(content) !== part.checksum) throw damaged();
    return content;
  }

  #unpack(packed: Uint8Array, part: Part): Uint8Array {
    if (part.method === 0) return packed;
    if (part.method !== 8) throw damaged();
    const left = this.#counted.has(part) ? part.size : Math.min(part.size, this.#allowance.left);
    // More than it claims is a false claim: the rest is not unpacked.
    const { bytes, fault } = inflate(packed, left, left === part.size);
    if (fault === 'too-large') throw this.#allowance.tooLarge();
    if (fault || bytes.length !== part.size) throw damaged();
    return bytes;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView, allowance: Allowance): Directory {
  const { count, start } = endOf(bytes, view);
  allowance.countParts(count);
  const parts: Part[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const name = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    const comment = view.getUint16(at + 32, true);
    if (at + 46 + name + extra > bytes.length) throw damaged();
    const written = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    parts.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + name)),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...whole(written, view, at + 46 + name, extra),
    });
    at += 46 + name + extra + comment;
  }
  return { parts, start };
}

type Places = Pick<Part, 'size' | 'packed' | 'offset'>;

/** Sizes and offset; where one is full, its 64 bits stand in the extra field (APPNOTE 4.5.3). */
function whole(written: Places, view: DataView, extra: number, length: number): Places {
  if (Object.values(written).every((value) => value !== FULL_32)) return written;
  for (let at = extra; at + 4 <= extra + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), extra + length);
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== FULL_32) return value;
      if (next + 8 > end) throw damaged();
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const size = take(written.size);
    const packed = take(written.packed);
    return { size, packed, offset: take(written.offset) };
  }
  throw damaged();
}

/** The record at the end of every zip, or its longer form; a file that was cut off has none. */
function endOf(bytes: Uint8Array, view: DataView): { count: number; start: number } {
  const stop = Math.max(0, bytes.length - 22 - FULL_16);
  for (let at = bytes.length - 22; at >= stop; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== FULL_16 && start !== FULL_32) return { count, start };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, start };
    const record = Number(view.getBigUint64(at - 12, true));
    if (record + 56 > bytes.length || view.getUint32(record, true) !== END_64) throw damaged();
    return {
      count: Number(view.getBigUint64(record + 32, true)),
      start: Number(view.getBigUint64(record + 48, true)),
    };
  }
  throw damaged();
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/**
 * A zip that begins within a file of another format, where there is one: programs find it by its end, so that
 * whoever renames a picture opens what hangs behind it.
 */
export function zipWithin(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const stop = Math.max(0, bytes.length - 22 - FULL_16);
  for (let at = bytes.length - 22; at >= stop; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    const directory = at - view.getUint32(at + 12, true);
    if (directory < 0 || view.getUint32(directory, true) !== ENTRY) continue;
    // Offsets count from where the zip begins, or from where the file does.
    return bytes.subarray(Math.max(0, directory - view.getUint32(at + 16, true)));
  }
  return undefined;
}

/** Programs in China write names in GB18030 as well, and Windows ones with back strokes. */
function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = UTF_8.decode(bytes);
  } catch {
    name = GB18030.decode(bytes);
  }
  return name.replaceAll('\\', '/');
}
