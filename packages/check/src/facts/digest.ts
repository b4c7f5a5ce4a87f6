import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@columns/content';

/** SHA-256 of any plain value. */
export function digestOfValue(value: unknown): string {
  return digestOf(JSON.stringify(value) ?? '');
}

/**
 * The digest of everything that what is remembered was made with: the sources of `standard`, `content`,
 * `office` and `check`, of `more` packages, their data, and the versions of what they lean on. Another program,
 * another memory.
 */
export function softwareDigest(...more: readonly string[]): string {
  const packages = fileURLToPath(new URL('../../../', import.meta.url));
  const files = ['standard', 'content', 'office', 'check', ...more].flatMap((name) =>
    ['src', 'data'].flatMap((folder) => below(join(packages, name, folder))),
  );
  const lock = join(packages, '../pnpm-lock.yaml');
  return digestOfValue([process.version, ...[...files, lock].map(fileDigest)]);
}

function below(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((child) => child.isFile())
      .map((child) => join(child.parentPath, child.name))
      .sort();
  } catch {
    return [];
  }
}

function fileDigest(file: string): string {
  try {
    return digestOf(readFileSync(file));
  } catch {
    return '';
  }
}
