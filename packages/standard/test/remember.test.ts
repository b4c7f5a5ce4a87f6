import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStandard } from '../src/index.ts';
import { remembered } from '../src/remember.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standard-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the standard is read once for all processes, and anew when a file of its data changes', () => {
  const data = join(folder, 'data');
  cpSync(join(import.meta.dirname, '../data'), data, { recursive: true });
  const file = join(folder, 'cache/standard.json');
  let read = 0;
  const get = () =>
    remembered(
      data,
      (dir) => {
        read += 1;
        return readStandard(dir);
      },
      file,
    );
  const standard = get();
  expect(get()).toEqual(standard);
  expect(standard).toEqual(readStandard(data));
  expect(read).toBe(1);
  appendFileSync(join(data, 'domains.yaml'), '# checked\n');
  get();
  expect(read).toBe(2);
  writeFileSync(file, '{"key": "cut sho');
  expect(get()).toEqual(standard);
  expect(read).toBe(3);
});

test('where nothing can be kept the standard is read all the same', () => {
  const file = '/dev/null/standard.json';
  const data = join(import.meta.dirname, '../data');
  expect(remembered(data, readStandard, file)).toEqual(readStandard(data));
});
