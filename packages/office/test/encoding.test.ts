import { describe, expect, it, test } from 'vitest';
import { EncodingTrial, markedUtf16, namedEncoding } from '../src/encoding.ts';

const bytes = (...pieces: (string | readonly number[])[]) =>
  new Uint8Array(
    pieces.flatMap((one) => [...(typeof one === 'string' ? new TextEncoder().encode(one) : one)]),
  );
/** 名称 in GB18030. */
const GB = [0xc3, 0xfb, 0xb3, 0xc6];

test.each([
  ['<meta charset=gb2312>', 'gb18030'],
  ['<META http-equiv=Content-Type content="text/html; charset = GBK">', 'gb18030'],
  ['Content-Type: text/html; charset="utf-8"', 'utf-8'],
  ['charset=big5', 'big5'],
  ['charset=no-such', undefined],
  ['text/html', undefined],
])('%s names %s', (head, encoding) => {
  expect(namedEncoding(head)).toBe(encoding);
});

test('the mark of UTF-16 says in which order its bytes stand', () => {
  expect(markedUtf16(bytes([0xff, 0xfe, 0x66, 0x5b]))).toBe('utf-16le');
  expect(markedUtf16(bytes([0xfe, 0xff, 0x5b, 0x66]))).toBe('utf-16be');
  expect(markedUtf16(bytes('学'))).toBeUndefined();
});

describe('bytes that come in pieces', () => {
  const tried = (...pieces: Uint8Array[]) => {
    const trial = new EncodingTrial();
    const open = pieces.map((piece) => trial.add(piece));
    return { encoding: trial.encoding, open: open.at(-1) };
  };

  it('are the encoding that fits them all, wherever a sign is cut', () => {
    const text = bytes('名称,学校');
    for (let at = 0; at <= text.length; at++)
      expect(tried(text.subarray(0, at), text.subarray(at)).encoding).toBe('utf-8');
    const gb = bytes('a,', GB, '\n');
    for (let at = 0; at <= gb.length; at++)
      expect(tried(gb.subarray(0, at), gb.subarray(at)).encoding).toBe('gb18030');
  });

  it('are UTF-16 only by its mark', () => {
    expect(tried(bytes([0xff, 0xfe], [0x66, 0x5b]))).toEqual({ encoding: 'utf-16le', open: false });
  });

  it('fit nothing where a sign is none in either, and more bytes change nothing', () => {
    expect(tried(bytes('学', [0xff, 0xff]), bytes('校'))).toEqual({
      encoding: undefined,
      open: false,
    });
  });
});
