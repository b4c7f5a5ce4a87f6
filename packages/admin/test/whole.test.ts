import { expect, test } from 'vitest';
import { whole } from '../src/browser/whole.ts';

/** 安岳中学 in GB18030, as Decap reads it. */
const read = new TextDecoder().decode(
  Uint8Array.of(0xb0, 0xb2, 0xd4, 0xc0, 0xd6, 0xd0, 0xd1, 0xa7),
);

test('what Decap could not read as UTF-8 is not opened, with what to do', () => {
  expect(() => whole('_register/schools.csv', `名称\n${read}\n`)).toThrow(
    '“_register/schools.csv”不是 UTF-8 编码',
  );
});

test('what it read stays as it is', () => {
  expect(whole('_notice/2026/a.md', '学校\r\n')).toBe('学校\r\n');
});
