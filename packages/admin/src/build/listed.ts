import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '@columns/content';
import { WRITTEN_FILE, writtenText } from '@columns/standard/written';

/** Writes a folder anew, with a list of its files and their digests for whoever takes it into a site. */
export function writeListed(outDir: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    writeFileSync(join(outDir, name), bytes);
  }
  const digests = [...files].map(([name, bytes]) => [name, digestOf(bytes)] as const);
  writeFileSync(join(outDir, WRITTEN_FILE), writtenText(digests));
}
