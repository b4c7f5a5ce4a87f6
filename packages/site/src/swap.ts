import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

// The new output grows in a hidden sibling, then two renames put it in place. Between them lies
// the only moment without an output; `recover` mends a kill that falls right there.

function sibling(outDir: string, end: string): string {
  return path.join(path.dirname(outDir), `.${path.basename(outDir)}.${end}`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Puts the last good output back if a kill left it aside, and removes what killed runs left. */
export async function recover(outDir: string): Promise<void> {
  const old = sibling(outDir, 'old');
  if ((await exists(old)) && !(await exists(outDir))) await rename(old, outDir);
  const start = path.basename(sibling(outDir, 'new-'));
  const names = await readdir(path.dirname(outDir)).catch(() => []);
  const leftovers = names.filter((name) => name.startsWith(start));
  for (const leftover of [old, ...leftovers.map((name) => path.join(path.dirname(outDir), name))]) {
    await rm(leftover, { recursive: true, force: true });
  }
}

/** Where an output is kept when another has taken its place, to begin the next one with. */
export function spareOf(outDir: string): string {
  return sibling(outDir, 'spare');
}

/**
 * A folder beside the output, on the same disk, so that a rename is all it takes: an empty one, or the
 * spare one with all that is in it where it is wanted and there is one.
 */
export async function freshSibling(outDir: string, spare = false): Promise<string> {
  const fresh = sibling(outDir, `new-${randomUUID().slice(0, 8)}`);
  if (spare && (await exists(spareOf(outDir)))) await rename(spareOf(outDir), fresh);
  else await mkdir(fresh, { recursive: true });
  return fresh;
}

/**
 * Puts the finished folder in the output's place; if that fails, the old output is put back.
 * @param spare where the old output is kept; it is removed without it
 */
export async function swapIn(fresh: string, outDir: string, spare?: string): Promise<void> {
  const old = sibling(outDir, 'old');
  const had = await exists(outDir);
  if (had) await rename(outDir, old);
  try {
    await rename(fresh, outDir);
  } catch (error) {
    if (had) await rename(old, outDir);
    throw error;
  }
  // The new output stands by now: what cannot be put away (a file held open on Windows) is left to the
  // next run.
  const away = spare === undefined ? rm(old, { recursive: true, force: true }) : rename(old, spare);
  await away.catch(() => undefined);
}
