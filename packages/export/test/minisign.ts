import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A new key, and what it signs as `minisign` would: by Node's own Ed25519 and BLAKE2b, not by what is tested. */
export function signedBy() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const id = randomBytes(8);
  const own = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const line = Buffer.concat([Buffer.from('Ed'), id, own]).toString('base64');
  return {
    line,
    /** The key as a file. */
    text: `untrusted comment: minisign public key\n${line}\n`,
    sign(bytes: Uint8Array): string {
      const digest = createHash('blake2b512').update(bytes).digest();
      const signature = sign(null, digest, privateKey);
      const whole = sign(null, Buffer.concat([signature, Buffer.from('说明')]), privateKey);
      const first = Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64');
      return `untrusted comment: x\n${first}\ntrusted comment: 说明\n${whole.toString('base64')}\n`;
    },
  };
}
