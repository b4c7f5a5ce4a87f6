import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What earlier runs have written, so that a run that was cut off goes on where it was. */
export class Progress {
  readonly #file: string;
  readonly #done: Record<string, { digest: string; target: string }>;

  constructor(file: string) {
    this.#file = file;
    this.#done = existsSync(file) ? read(file) : {};
  }

  /** Where a file went, if the same bytes were written before. */
  find(path: string, digest: string): string | undefined {
    const known = this.#done[path];
    return known?.digest === digest ? known.target : undefined;
  }

  /** Where a file of this path went, whatever its bytes were. */
  last(path: string): string | undefined {
    return this.#done[path]?.target;
  }

  add(path: string, digest: string, target: string): void {
    this.#done[path] = { digest, target };
  }

  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const sorted = Object.fromEntries(
      Object.entries(this.#done).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    writeFileSync(this.#file, `${JSON.stringify(sorted, null, 1)}\n`);
  }
}

function read(file: string): Record<string, { digest: string; target: string }> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      { digest: string; target: string }
    >;
  } catch {
    // A list that was cut off while it was written says nothing: the run begins anew.
    return {};
  }
}

export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digest of a file of any size, without holding it. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
