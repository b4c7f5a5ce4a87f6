import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isOneFile } from '../src/one-file.ts';

/** What Windows may say of files that lie side by side: numbers beyond those that doubles tell apart. */
const numbers = vi.hoisted(() => new Map<string, bigint>());

vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const statSync = (path: string, options?: { bigint?: boolean }) => {
    const ino = numbers.get(path);
    if (ino === undefined) return fs.statSync(path, options as { throwIfNoEntry: false });
    return options?.bigint ? { dev: 1n, ino } : { dev: 1, ino: Number(ino) };
  };
  return { ...fs, statSync };
});

test('a hard link is the same file, a copy and a missing file are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'one-file-'));
  const file = join(folder, 'file');
  const link = join(folder, 'link');
  const copy = join(folder, 'copy');
  writeFileSync(file, 'text');
  linkSync(file, link);
  writeFileSync(copy, 'text');
  expect(isOneFile(file, link)).toBe(true);
  expect(isOneFile(file, copy)).toBe(false);
  expect(isOneFile(file, join(folder, 'none'))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('two files whose numbers differ only beyond 53 bits stay two', () => {
  numbers.set('C:\\one', 2n ** 60n);
  numbers.set('C:\\other', 2n ** 60n + 1n);
  expect(Number(2n ** 60n)).toBe(Number(2n ** 60n + 1n));
  expect(isOneFile('C:\\one', 'C:\\other')).toBe(false);
  expect(isOneFile('C:\\one', 'C:\\one')).toBe(true);
});
