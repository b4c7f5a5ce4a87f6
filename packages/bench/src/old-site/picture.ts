import { crc32, deflateSync } from 'node:zlib';
import type { Random } from '../generate/random.ts';

/** Bytes that no compression makes smaller, as those of a photograph. */
export function noise(random: Random, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = random.next() * 256;
  return bytes;
}

/** A PNG of noise, about as large as `bytes`. */
export function picture(random: Random, bytes: number): Uint8Array {
  const side = Math.max(8, Math.floor(Math.sqrt(bytes / 3)));
  const rows = Buffer.alloc(side * (1 + side * 3));
  rows.set(noise(random, rows.length));
  for (let row = 0; row < side; row++) rows[row * (1 + side * 3)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
