import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../src/read/front-matter.ts';

describe('front matter', () => {
  it('stands between two lines of three hyphens, and the body begins below', () => {
    expect(splitFrontMatter('---\ntitle: 通知\n---\n\n正文\n')).toEqual({
      head: 'title: 通知',
      body: '\n正文\n',
      bodyLine: 4,
    });
  });

  it('ends at the first such line; a later one is a rule in the body', () => {
    expect(splitFrontMatter('---\na: 1\n---\n上\n\n---\n\n下')).toMatchObject({
      head: 'a: 1',
      body: '上\n\n---\n\n下',
    });
  });

  it('may be empty, also before a body with a rule in it', () => {
    expect(splitFrontMatter('---\n---\n上\n\n---\n下')).toEqual({
      head: '',
      body: '上\n\n---\n下',
      bodyLine: 3,
    });
  });

  it('may be all of a file, with or without a last line end', () => {
    for (const end of ['', '\n']) {
      expect(splitFrontMatter(`---\na: 1\n---${end}`)).toMatchObject({ head: 'a: 1', body: '' });
    }
  });

  it.each([
    ['Windows', '\r\n'],
    ['old Macintosh', '\r'],
  ])('is found with the line ends of %s', (_, end) => {
    expect(splitFrontMatter(['---', 'a: 1', '---', '正文', ''].join(end))).toEqual({
      head: 'a: 1',
      body: '正文\n',
      bodyLine: 4,
    });
  });

  it('is found behind a byte order mark and with spaces after the hyphens', () => {
    expect(splitFrontMatter('\ufeff--- \na: 1\n---\t\n正文')?.head).toBe('a: 1');
  });

  it.each(['', '正文', '\n---\na: 1\n---\n', '---\na: 1\n', '----\na: 1\n----\n', '——\na: 1\n——'])(
    'is missing in %j',
    (text) => expect(splitFrontMatter(text)).toBeUndefined(),
  );
});
