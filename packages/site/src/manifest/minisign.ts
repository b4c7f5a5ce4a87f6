import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/*
 * Signatures as the program `minisign` makes and checks them (https://jedisct1.github.io/minisign/),
 * with Node's own Ed25519 and BLAKE2b-512, in the prehashed form `ED`.
 */

export interface PublicKey {
  /** 8 bytes that tell keys apart. */
  readonly id: Buffer;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface SecretKey extends PublicKey {
  /** 32 bytes. */
  readonly seed: Buffer;
}

/** A key or a signature that is not in minisign's form. The message is Chinese. */
export class MinisignError extends Error {
  override readonly name = 'MinisignError';
}

const ALGORITHM = 'Ed';
const PREHASHED = 'ED';

/**
 * A secret key as `minisign -G -W` writes it (without a password, for a machine must use it): the
 * whole file or its second line. @throws MinisignError
 */
export function readSecretKey(text: string): SecretKey {
  const bytes = lastBase64(text, 158, '密钥');
  if (bytes.subarray(0, 2).toString('latin1') !== ALGORITHM)
    throw new MinisignError('密钥不是 minisign 的密钥。');
  if (bytes.readUInt16BE(2) !== 0) {
    throw new MinisignError(
      '密钥有口令，自动签名不能使用；请用 minisign -G -W 生成不带口令的密钥。',
    );
  }
  const id = bytes.subarray(54, 62);
  const secret = bytes.subarray(62, 126);
  const key = secret.subarray(32, 64);
  const derived = createPublicKey(privateKey(secret.subarray(0, 32))).export({
    format: 'der',
    type: 'spki',
  });
  if (!derived.subarray(-32).equals(key)) {
    throw new MinisignError('密钥前后两部分不相符，可能没有复制完整。');
  }
  return { id, seed: secret.subarray(0, 32), key };
}

/** A public key: the whole file or its second line. @throws MinisignError */
export function readPublicKey(text: string): PublicKey {
  const bytes = lastBase64(text, 42, '公钥');
  if (bytes.subarray(0, 2).toString('latin1') !== ALGORITHM)
    throw new MinisignError('公钥不是 minisign 的公钥。');
  return { id: bytes.subarray(2, 10), key: bytes.subarray(10, 42) };
}

/** The public key as a file. */
export function publicKeyText({ id, key }: PublicKey): string {
  const body = Buffer.concat([Buffer.from(ALGORITHM), id, key]).toString('base64');
  return `untrusted comment: minisign public key ${keyName(id)}\n${body}\n`;
}

/** How minisign names a key: its id, last byte first. */
export function keyName(id: Buffer): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase();
}

/** Signs bytes. `comment` is signed too; it holds no time, for nothing here reads a clock. */
export function signBytes(bytes: Uint8Array, secret: SecretKey, comment: string): string {
  const key = privateKey(secret.seed);
  const signature = sign(null, createHash('blake2b512').update(bytes).digest(), key);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  const head = Buffer.concat([Buffer.from(PREHASHED), secret.id, signature]);
  return [
    'untrusted comment: disclosure manifest',
    head.toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}

/** What is wrong with a signature, in Chinese; nothing when it is right. */
export function signatureFault(
  bytes: Uint8Array,
  signature: string,
  { id, key }: PublicKey,
): string | undefined {
  const [, head = '', trusted = '', whole = ''] = signature.split(/\r?\n/);
  const body = Buffer.from(head, 'base64');
  const comment = /^trusted comment: (.*)$/.exec(trusted)?.[1];
  if (body.length !== 74 || comment === undefined) return '签名文件不是 minisign 的格式';
  if (body.subarray(0, 2).toString('latin1') !== PREHASHED) return '签名不是本平台所用的算法';
  if (!body.subarray(2, 10).equals(id)) {
    return `签名用的是另一把密钥（${keyName(body.subarray(2, 10))}），不是 ${keyName(id)}`;
  }
  const publicKey = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]),
    format: 'der',
    type: 'spki',
  });
  const signed = body.subarray(10);
  const hash = createHash('blake2b512').update(bytes).digest();
  if (!verify(null, hash, publicKey, signed)) return '签名与内容不符';
  const global = Buffer.concat([signed, Buffer.from(comment)]);
  if (!verify(null, global, publicKey, Buffer.from(whole, 'base64'))) return '签名的说明被改动';
  return undefined;
}

function lastBase64(text: string, length: number, what: string): Buffer {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const bytes = Buffer.from(lines.at(-1)?.trim() ?? '', 'base64');
  if (bytes.length !== length) {
    throw new MinisignError(
      `${what}应是 minisign 的格式（${length} 字节），这里是 ${bytes.length} 字节。`,
    );
  }
  return bytes;
}

function privateKey(seed: Buffer): KeyObject {
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
