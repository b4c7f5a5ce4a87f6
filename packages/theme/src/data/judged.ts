import { readFileSync } from 'node:fs';
import settings from 'virtual:columns/settings';
import { digestsFile } from '../rendering/digests-file.ts';
import { columnVersion } from './column-file.ts';

let held: { readonly version: number; readonly digests: ReadonlyMap<string, string> } | undefined;

/**
 * SHA-256 of an attachment as the check has read it; of one that was not read, a digest that no file has.
 * In `dev` nothing: what is there is shown.
 */
export function judgedDigest(file: string): string | undefined {
  if (settings.live) return undefined;
  const version = columnVersion();
  if (held?.version !== version) held = { version, digests: readDigests() };
  return held.digests.get(file) ?? '';
}

function readDigests(): ReadonlyMap<string, string> {
  const text = readFileSync(digestsFile(settings.columnFile), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
