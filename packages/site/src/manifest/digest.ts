import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Up to this size a file is read at once: a stream takes many times as long to begin. */
const AT_ONCE = 4_000_000;

/** The digest of a file, however big, without holding it. */
export async function sha256OfFile(file: string): Promise<string> {
  if (statSync(file).size <= AT_ONCE) return sha256(readFileSync(file));
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
