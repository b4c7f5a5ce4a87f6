import { describe, expect, test } from 'vitest';
import { type Chunk, chunksFor, readChunks } from '../src/client/chunks.ts';
import type { MergedWord } from '../src/part/merge.ts';
import { metadata } from '../src/part/pagefind-files.ts';

const word = (text: string) => ({ word: text }) as MergedWord;

describe('the files of words that a part has', () => {
  const chunks = [
    { name: '0', words: [word('低保'), word('保障'), word('出生')] },
    { name: '1', words: [word('津贴')] },
    { name: 'a1', words: [word('高龄'), word('龄津')] },
  ];

  test.each([0, 3, 30, 70_000])(
    'are read from what the reader loads first, of %i records',
    (count) => {
      const meta = Buffer.concat([Buffer.from('pagefind_dcd'), metadata(count, chunks)]);
      expect(readChunks(meta)).toEqual([
        { first: '低保', last: '出生', name: '0' },
        { first: '津贴', last: '津贴', name: '1' },
        { first: '高龄', last: '龄津', name: 'a1' },
      ]);
    },
  );

  const read: Chunk[] = readChunks(
    Buffer.concat([Buffer.from('pagefind_dcd'), metadata(1, chunks)]),
  );

  test.each([
    ['高龄 龄津 津贴', ['a1', '1']],
    ['保障', ['0']],
    ['乙', []],
    ['龥', []],
    ['湖畔', []],
  ])('%s is looked for in %j', (phrase, names) => {
    expect(chunksFor(read, phrase)).toEqual(names);
  });
});
