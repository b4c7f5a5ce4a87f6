import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Everything by which a page of the same frame and figures could become another one. */
const SOURCES = [
  '../chart.ts',
  '../content-policy.ts',
  '../escape.ts',
  './compose.ts',
  './fill.ts',
  './parts.ts',
];

/** A digest of the code that composes pages: what was composed by other code is composed again. */
export function composerDigest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(new URL(source, import.meta.url)));
  return hash.digest('hex');
}
