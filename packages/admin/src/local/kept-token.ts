import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The token that lets a browser in: that of the last start, from a file that only its owner can read, or a new one.
 * A page that was open when the editor ended then saves again when it is back.
 */
export function keptToken(file: string | undefined): string {
  const fresh = randomBytes(24).toString('base64url');
  if (file === undefined) return fresh;
  try {
    const kept = readFileSync(file, 'utf8');
    const isOwn = process.platform === 'win32' || (statSync(file).mode & 0o077) === 0;
    if (isOwn && /^[\w-]{32}$/.test(kept)) return kept;
  } catch {
    // There is none yet.
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Anew: a file that is there keeps its mode.
    rmSync(file, { force: true });
    writeFileSync(file, fresh, { mode: 0o600 });
  } catch {
    // Where nothing can be kept, each start has a token of its own.
  }
  return fresh;
}
