import { expect, test } from 'vitest';
import { publishedBytes } from '../src/index.ts';
import { gb18030, notice, readFiles } from './fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('a text in GB18030 is published as UTF-8, for that is what hosts say of it', () => {
  expect(publishedBytes('a.txt', gb18030('申请人：\r\n'))).toEqual(utf8('申请人：\r\n'));
  expect(publishedBytes('A.TXT', gb18030('申请人：'))).toEqual(utf8('申请人：'));
});

test('a table in GB18030 gets the mark by which Excel knows UTF-8', () => {
  expect(publishedBytes('a.csv', gb18030('姓名\n'))).toEqual(utf8('\ufeff姓名\n'));
});

test('all else is published byte for byte', () => {
  for (const [file, bytes] of [
    ['a.txt', utf8('申请人')],
    ['a.csv', utf8('\ufeff姓名')],
    ['a.pdf', gb18030('申请人')],
    ['a.txt', Uint8Array.from([0xff, 0xfe, 0x2d, 0])],
  ] as const)
    expect(publishedBytes(file, bytes)).toBe(bytes);
});

test('the size that readers are told is that of what they get', () => {
  const { column } = readFiles({
    'shili/_notice/2023/a.md': notice(['attachments: [{file: a.txt, name: 表}]']),
    'shili/_notice/2023/a/a.txt': gb18030('申请人'),
  });
  expect(column?.entries[0]?.attachments[0]?.size).toBe(9);
});
