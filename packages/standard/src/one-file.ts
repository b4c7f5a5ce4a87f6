import { statSync } from 'node:fs';

/**
 * Whether two paths lead to one file, by a hard link. Windows numbers files with 64 bits, of which a plain
 * number keeps 53: rounded, two neighbours would be taken for one.
 */
export function isOneFile(one: string, other: string): boolean {
  const [a, b] = [numbers(one), numbers(other)];
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function numbers(file: string): { dev: bigint; ino: bigint } | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false });
}
