import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a new folder that holds the same files as another: by links where the disk has them, so that
 * nothing is written twice. A part's name is the digest of what is in it, so whoever overwrites one of
 * its files writes the same bytes.
 */
export function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else linkFile(source, target);
  }
}

/** The same file in another place. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A disk without links, or with too many of them.
    copyFileSync(from, to);
  }
}
