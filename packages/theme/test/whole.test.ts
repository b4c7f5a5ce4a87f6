import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '@columns/content';
import { readWritten, WRITTEN_FILE } from '@columns/standard/written';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Other, readOthers, refuseHalf, writeList } from '../src/building/whole.ts';
import { sameStamp, stampOf } from '../src/rendering/stamp.ts';

let site: string;
const put = (file: string, text: string) => {
  mkdirSync(join(site, file, '..'), { recursive: true });
  writeFileSync(join(site, file), text);
};

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'columns-whole-'));
  put('2026/a/index.html', '甲');
  put('assets/a.css', 'x');
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

describe('a build whose site is not what it planned', () => {
  const pages = () => {
    const file = '2026/a/index.html';
    const stamp = stampOf(join(site, file));
    return stamp ? [{ file, stamp, sha256: digestOf(readFileSync(join(site, file))) }] : [];
  };

  test('is no success: a page gone, a page of another size, an asset gone', () => {
    const planned = pages();
    const assets = readOthers(site, ['assets/a.css']);
    const check = (others: readonly Other[]) => () => refuseHalf(site, planned, others);
    expect(check(assets)).not.toThrow();
    expect(check([...assets, ['assets/b.css', 1, '']])).toThrow(
      '1 个文件不在，或与刚生成的不同：assets/b.css',
    );
    put('2026/a/index.html', '甲甲');
    expect(check([])).toThrow('2026/a/index.html');
    rmSync(join(site, '2026'), { recursive: true });
    expect(check([])).toThrow('2026/a/index.html');
  });
});

test('a site lists its pages and all else in itself, each with the digest of its bytes', () => {
  const file = '2026/a/index.html';
  const stamp = stampOf(join(site, file));
  const page = { file, stamp: stamp ?? ([0, 0, 0] as const), sha256: digestOf('甲') };
  const list = writeList(site, [page], readOthers(site, ['assets/a.css']));
  expect(list[0]).toBe(WRITTEN_FILE);
  expect(
    Object.fromEntries(readWritten(readFileSync(join(site, WRITTEN_FILE), 'utf8')) ?? []),
  ).toEqual({
    [file]: digestOf('甲'),
    'assets/a.css': digestOf('x'),
  });
});

test('a page that somebody altered is seen, though its size and time are as before', async () => {
  const file = join(site, '2026/a/index.html');
  const before = stampOf(file);
  const { atime, mtime } = statSync(file);
  await new Promise((ready) => setTimeout(ready, 20));
  writeFileSync(file, '乙');
  utimesSync(file, atime, mtime);
  expect(statSync(file).size).toBe(before?.[0]);
  expect(sameStamp(before, stampOf(file))).toBe(false);
});
