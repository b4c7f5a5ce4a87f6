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

test('a radical is the character that it looks like, and signs that look alike are one', () => {
  expect(fold('安岳县⼈⺠政府⻓江路⻋站')).toBe(fold('安岳县人民政府长江路车站'));
  for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
    const radical = String.fromCodePoint(code);
    // Unassigned, and the two that look like no character of their own.
    if (!/\p{So}/u.test(radical) || '⺀⺄⺊'.includes(radical)) continue;
    if ('⺚⺞⺟'.includes(radical) && fold(radical) !== radical) continue;
    expect(fold(radical), code.toString(16)).not.toBe(radical);
  }
  expect(fold('【2026】')).toBe(fold('〔2026〕'));
  expect(fold('二○二六年')).toBe(fold('二〇二六年'));
  expect(fold('买买提•艾力')).toBe(fold('买买提·艾力'));
});

test('what nobody sees is not there', () => {
  expect(fold('葛\u{E0100}某')).toBe('葛某');
  expect(fold('祗\uFE00园')).toBe(fold('祗园'));
  expect(fold('\u202A张某\u200E\u202C')).toBe('张某');
  expect(fold('2026\uFE0F年')).toBe('2026年');
});
