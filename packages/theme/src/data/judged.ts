import { readFileSync } from 'node:fs';
import settings from 'virtual:columns/settings';
import { digestsFile } from '../rendering/digests-file.ts';

let held: ReadonlyMap<string, string> | undefined;

/**
 * SHA-256 of an attachment as the check has read it; of one that was not read, a digest that no file has.
 * In `dev` nothing: what is there is shown.
 */
export function judgedDigest(file: string): string | undefined {
  if (settings.live) return undefined;
  held ??= new Map(
    Object.entries(
      JSON.parse(readFileSync(digestsFile(settings.columnFile), 'utf8')) as Record<string, string>,
    ),
  );
  return held.get(file) ?? '';
}
