import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import {
  ALGORITHM,
  keyName,
  lastBase64,
  MinisignError,
  PREHASHED,
  type PublicKey,
  publicKeyLine,
} from '@columns/export/manifest';

/*
 * Signs as the program `minisign` does (https://jedisct1.github.io/minisign/), with Node's own Ed25519 and
 * BLAKE2b-512, in the prehashed form `ED`. What judges a signature runs in browsers too: `@columns/export/manifest`.
 */

export interface SecretKey extends PublicKey {
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

/**
 * A secret key as `minisign -G -W` writes it (without a password, for a machine must use it): the
 * whole file or its second line. @throws MinisignError
 */
export function readSecretKey(text: string): SecretKey {
  const bytes = Buffer.from(lastBase64(text, 158, '密钥'));
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

/** The public key as a file. */
export function publicKeyText(key: PublicKey): string {
  return `untrusted comment: minisign public key ${keyName(key.id)}\n${publicKeyLine(key)}\n`;
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

function privateKey(seed: Uint8Array): KeyObject {
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
