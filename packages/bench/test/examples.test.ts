import { expect, test } from 'vitest';
import { toDocx } from '../src/examples/docx.ts';
import { toPdf } from '../src/examples/pdf.ts';
import { zip } from '../src/examples/zip.ts';

const PAPER = { title: '管理办法', paragraphs: ['第一条 “甲”＜乙> & 丙。', '二'.repeat(1500)] };

test('an example PDF has every object where its table says, and as many pages as it needs', () => {
  const text = toPdf(PAPER).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 5)).toBe('xref\n');
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
  for (const [index, [, offset]] of offsets.entries())
    expect(text.slice(Number(offset)).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
  expect(text).toContain('/Count 2 ');
  expect(text).toContain('<7ba17406529e6cd5> Tj');
});

test('an example Word file is an archive whose parts are XML that says the same', () => {
  const text = toDocx(PAPER).toString('utf8');
  for (const part of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
    expect(text.split(part).length).toBeGreaterThan(2);
  expect(text).toContain('第一条 “甲”＜乙&gt; &amp; 丙。');
});

test('an archive names where each file begins', () => {
  const bytes = zip({ 'a.txt': '甲', 'b.txt': '' });
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  expect(bytes.readUInt16LE(end + 10)).toBe(2);
  let at = bytes.readUInt32LE(end + 16);
  for (const name of ['a.txt', 'b.txt']) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    expect(bytes.toString('utf8', local + 30, local + 35)).toBe(name);
    at += 46 + name.length;
  }
  expect(bytes).toEqual(zip({ 'a.txt': '甲', 'b.txt': '' }));
});
