import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The digest of a file of any size, without holding it. Rejects where it cannot be read. */
export async function digestOfFile(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}
