import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The digest of a file of any size, without holding it. Rejects where it cannot be read. */
export async function digestOfFile(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}

/** The digest of bytes that are at hand anyway. */
export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
