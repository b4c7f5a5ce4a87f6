import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file in three states; absent where it does not stand there. */
export interface Three {
  /** As the version that is in use brought it. */
  readonly base: Buffer | undefined;
  readonly own: Buffer | undefined;
  readonly next: Buffer | undefined;
}

export type Merged =
  | { readonly is: 'same' }
  | { readonly is: 'new'; readonly bytes: Buffer | undefined }
  /** Both had changed it, in different places. */
  | { readonly is: 'merged'; readonly bytes: Buffer }
  | { readonly is: 'conflict' };

/** What becomes of a file of the software in a repository that may have changed it. */
export function merge({ base, own, next }: Three): Merged {
  if (equal(own, next) || equal(base, next)) return { is: 'same' };
  if (equal(base, own)) return { is: 'new', bytes: next };
  if (base === undefined || own === undefined || next === undefined) return { is: 'conflict' };
  const bytes = mergeTexts(base, own, next);
  return bytes === undefined ? { is: 'conflict' } : { is: 'merged', bytes };
}

function equal(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}

/** By git's own three-way merge; nothing where it cannot. */
function mergeTexts(base: Buffer, own: Buffer, next: Buffer): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'columns-merge-'));
  try {
    const files = Object.entries({ own, base, next }).map(([name, bytes]) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
    return execFileSync('git', ['merge-file', '-p', ...files], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
