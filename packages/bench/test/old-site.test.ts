import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { expect, test } from 'vitest';
import { oldSite } from '../src/old-site/folder.ts';

const OPTIONS = { county: 'bench', files: 150, seed: 1 };

const filesOf = (options: Parameters<typeof oldSite>[0]) => [...oldSite(options)];
const digest = (options: Parameters<typeof oldSite>[0]) => {
  const sum = createHash('sha256');
  for (const { path, bytes, role } of oldSite(options)) sum.update(path).update(bytes).update(role);
  return sum.digest('hex');
};

test('an old site has four formats, each at least a fifth of it and mostly above 100 KB', () => {
  const files = filesOf(OPTIONS);
  expect(files).toHaveLength(OPTIONS.files);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const format of ['.docx', '.xlsx', '.pdf', '.html']) {
    const sizes = files
      .filter(({ path }) => extname(path) === format)
      .map(({ bytes }) => bytes.length)
      .sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThanOrEqual(files.length / 5);
    expect(sizes[sizes.length >> 1]).toBeGreaterThanOrEqual(100 * 1024);
  }
  const roles = new Set(files.map(({ role }) => role));
  expect([...roles].sort()).toEqual(['attached', 'entry', 'refused', 'same']);
});

test('the same options make the same bytes, and another seed makes others', () => {
  const small = { ...OPTIONS, files: 40, weight: 5000 };
  expect(digest(small)).toBe(digest(small));
  expect(digest({ ...small, seed: 2 })).not.toBe(digest(small));
});
