import { sha256 as digestOf } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/*
 * The order in which versions of a site were published; in Node and in a reader's browser alike.
 */

/** What was published one after another, a version a line; only deploying writes it. */
export const ORDER_FILE = 'order.jsonl';
export const ORDER_SIGNATURE_FILE = 'order.jsonl.minisig';

/** A line of the order, as it is written. */
interface VersionLine {
  readonly number: number;
  /** SHA-256 of the manifest's head, `index.json`. */
  readonly head: string;
  /** SHA-256 of the line before, its line break included; the first has none. */
  readonly previous?: string;
}

/** One version of a site in its order. */
export interface Version {
  readonly number: number;
  readonly head: string;
  /** SHA-256 of its line: whoever knows it knows all that came before. */
  readonly link: string;
}

/** A version that somebody has seen and kept. */
export type KnownVersion = Pick<Version, 'number' | 'link'>;

/** A version in the form in which it is kept: `12:<sha256>`. */
export function versionText({ number, link }: KnownVersion): string {
  return `${number}:${link}`;
}

/** Reads a kept version: `12:<sha256>`, or a whole order, of which the last counts. @throws Error (Chinese) */
export function readKnown(text: string): KnownVersion {
  const [, number, link] = /^([1-9]\d{0,8}):([0-9a-f]{64})\s*$/.exec(text) ?? [];
  if (number !== undefined && link !== undefined) return { number: Number(number), link };
  const last = readOrder(text).at(-1);
  if (!last) throw new Error('是空的');
  return last;
}

/**
 * Reads an order and follows it from line to line.
 *
 * @throws Error (Chinese) naming the line that does not follow from the one before
 */
export function readOrder(text: string): Version[] {
  const versions: Version[] = [];
  if (text !== '' && !text.endsWith('\n')) throw new Error('最后一行不完整');
  for (const line of text.split('\n').slice(0, -1)) {
    const at = versions.length + 1;
    const read = parsed(line);
    if (!read) throw new Error(`第 ${at} 行不是部署次序的格式`);
    if (read.number !== at || read.previous !== versions.at(-1)?.link) {
      throw new Error(`第 ${at} 行接不上前一行`);
    }
    versions.push({ number: at, head: read.head, link: sha256(`${line}\n`) });
  }
  return versions;
}

/** How an order stands to a version that is known. */
export type Standing = 'same' | 'later' | 'rolled-back' | 'forked';

export function standing(versions: readonly Version[], known: KnownVersion): Standing {
  const same = versions[known.number - 1];
  if (!same) return 'rolled-back';
  if (same.link !== known.link) return 'forked';
  return versions.length === known.number ? 'same' : 'later';
}

const KEYS = ['number', 'head', 'previous'];
const isDigest = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function parsed(line: string): VersionLine | undefined {
  try {
    const read = Object(JSON.parse(line)) as VersionLine;
    const { number, head, previous } = read;
    const isOne =
      Number.isSafeInteger(number) &&
      isDigest(head) &&
      (previous === undefined || isDigest(previous)) &&
      Object.keys(read).every((key) => KEYS.includes(key));
    return isOne ? read : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of a text or of bytes, as hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return bytesToHex(digestOf(bytes));
}
