import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fold } from '@columns/search/fold';
import { ConverterFactory } from 'opencc-js/core';
import hk from 'opencc-js/dict/HKVariants';
import toTraditional from 'opencc-js/dict/STCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import tw from 'opencc-js/dict/TWVariants';
import { expect, test } from 'vitest';
import { variantModule } from '../bin/fold-table.ts';

test('the table is what its maker writes, and small', () => {
  const file = readFileSync(join(import.meta.dirname, '../src/variants.ts'), 'utf8');
  expect(file).toBe(variantModule());
  expect(gzipSync(file).length).toBeLessThan(21_000);
});

test('every character of OpenCC’s tables is one with what it stands for, both ways', () => {
  for (const table of [toSimplified, toTraditional, tw, hk]) {
    for (const line of table.split('|')) {
      const [from = '', first = ''] = line.split(' ');
      if (Array.from(from).length === Array.from(first).length)
        expect(fold(first), line).toBe(fold(from));
    }
  }
});

test('folding twice is folding once', () => {
  const all = toSimplified.replaceAll(/[ |]/g, '');
  expect(fold(fold(all))).toBe(fold(all));
});

test('a sentence in the characters of Taiwan or Hong Kong is the same sentence', () => {
  const text =
    '关于发放残疾人两项补贴、养老服务补贴和临时救助金的通知，由乡镇卫生院与户籍窗口办理。';
  for (const variants of [tw, hk]) {
    const other = ConverterFactory([toTraditional], [variants])(text);
    expect(other).not.toBe(text);
    expect(fold(other)).toBe(fold(text));
  }
});
