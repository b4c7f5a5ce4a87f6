import { describe, expect, it } from 'vitest';
import { decode } from '../src/read/decode.ts';
import { gb18030 } from './fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('the bytes of a file', () => {
  it('are read as UTF-8', () => {
    expect(decode(utf8('学校名录，𠮷\n'))).toEqual({ text: '学校名录，𠮷\n', encoding: 'utf-8' });
  });

  it('lose their byte order mark', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], utf8('标题')))).toEqual({
      text: '标题',
      encoding: 'utf-8',
    });
  });

  it('may be none', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('are read as GB18030, long text and short', () => {
    const long = '各乡镇人民政府、街道办事处，县政府各部门：\n现将名录印发给你们。\n';
    expect(decode(gb18030(long))).toEqual({ text: long, encoding: 'gb18030' });
    expect(decode(gb18030('校名,地址\n'))).toEqual({ text: '校名,地址\n', encoding: 'gb18030' });
  });

  it('are read as GB18030 with its four-byte characters', () => {
    const fourBytes = [0x95, 0x32, 0x82, 0x36];
    expect(decode(bytes(gb18030('姓'), fourBytes))).toEqual({
      text: '姓\u{20000}',
      encoding: 'gb18030',
    });
  });

  it('that are UTF-8 with damage are not taken for GB18030', () => {
    const good = utf8('第一行\n第二行公开\n');
    const damaged = Uint8Array.from(good);
    damaged[12] = 0x20;
    expect(decode(damaged)).toEqual({ broken: 'utf-8', line: 2 });
  });

  it('that end in the middle of a character are damaged', () => {
    expect(decode(utf8('学校名录').slice(0, -1))).toEqual({ broken: 'utf-8', line: 1 });
  });

  it.each([
    ['little', [0xff, 0xfe, 0x07, 0x68]],
    ['big', [0xfe, 0xff, 0x68, 0x07]],
  ])('are known as UTF-16, %s end first', (_, start) => {
    expect(decode(Uint8Array.from(start))).toEqual({ broken: 'utf-16', line: 1 });
  });

  it('with a zero are no text, and the line is told', () => {
    expect(decode(bytes(utf8('一\n二'), [0]))).toEqual({ broken: 'binary', line: 2 });
    expect(decode(bytes(utf8('PK\u0003\u0004'), [0x14, 0]))).toEqual({ broken: 'binary', line: 1 });
  });

  it('that are neither encoding are said to be neither', () => {
    expect(decode(Uint8Array.from([0xff, 0xff, 0xff, 0x41]))).toEqual({
      broken: 'unknown',
      line: 1,
    });
  });
});
