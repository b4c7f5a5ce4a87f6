import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';

/*
 * Judges signatures as the program `minisign` makes them (https://jedisct1.github.io/minisign/), in the prehashed
 * form `ED`: in Node and in a reader's browser alike. WebCrypto has no BLAKE2b, and only the newest browsers' has
 * Ed25519.
 */

export interface PublicKey {
  /** 8 bytes that tell keys apart. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** A key or a signature that is not in minisign's form. The message is Chinese. */
export class MinisignError extends Error {
  override readonly name = 'MinisignError';
}

/** The first two bytes of a key, and those of a signature over a digest. */
export const ALGORITHM = 'Ed';
export const PREHASHED = 'ED';

/** A public key: the whole file or its second line. @throws MinisignError */
export function readPublicKey(text: string): PublicKey {
  const bytes = lastBase64(text, 42, '公钥');
  if (latin1(bytes.subarray(0, 2)) !== ALGORITHM)
    throw new MinisignError('公钥不是 minisign 的公钥。');
  return { id: bytes.subarray(2, 10), key: bytes.subarray(10, 42) };
}

/** A public key in one line, as it is published elsewhere: `RWRz+M5S…`. */
export function publicKeyLine({ id, key }: PublicKey): string {
  return btoa(ALGORITHM + latin1(id) + latin1(key));
}

/** How minisign names a key: its id, last byte first. */
export function keyName(id: Uint8Array): string {
  const digits = [...id].reverse().map((byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('').toUpperCase();
}

/** What is wrong with a signature, in Chinese; nothing when it is right. */
export function signatureFault(
  bytes: Uint8Array,
  signature: string,
  { id, key }: PublicKey,
): string | undefined {
  const [, head = '', trusted = '', whole = ''] = signature.split(/\r?\n/);
  const body = fromBase64(head);
  const comment = /^trusted comment: (.*)$/.exec(trusted)?.[1];
  if (body.length !== 74 || comment === undefined) return '签名文件不是 minisign 的格式';
  if (latin1(body.subarray(0, 2)) !== PREHASHED) return '签名不是本平台所用的算法';
  const own = body.subarray(2, 10);
  if (keyName(own) !== keyName(id)) {
    return `签名用的是另一把密钥（${keyName(own)}），不是 ${keyName(id)}`;
  }
  const signed = body.subarray(10);
  if (!holds(signed, blake2b(bytes), key)) return '签名与内容不符';
  const words = new TextEncoder().encode(comment);
  const global = new Uint8Array(signed.length + words.length);
  global.set(signed);
  global.set(words, signed.length);
  if (!holds(fromBase64(whole), global, key)) return '签名的说明被改动';
  return undefined;
}

/** As RFC 8032 has it; what is no signature at all, or no point for a key, does not hold either. */
function holds(signature: Uint8Array, bytes: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * The bytes of a file of minisign, which stand in its last line. @throws MinisignError
 *
 * @param what the file is called in Chinese
 */
export function lastBase64(text: string, length: number, what: string): Uint8Array {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const bytes = fromBase64(lines[lines.length - 1]?.trim() ?? '');
  if (bytes.length !== length) {
    throw new MinisignError(
      `${what}应是 minisign 的格式（${length} 字节），这里是 ${bytes.length} 字节。`,
    );
  }
  return bytes;
}

/** No bytes for what is not base64. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
