import { PdfReader } from '@columns/office/pdf';
import { readTexts } from '@columns/office/texts';
import { afterAll, expect, test } from 'vitest';
import { legacy, pdf, word, workbook, zip } from './files.ts';
import { PLACES } from './places.ts';

const reader = new PdfReader();
afterAll(() => reader.close());

function read(name: string, bytes: Uint8Array): Promise<string[] | undefined> {
  const limits = { megabytes: 100, pages: 100 };
  return readTexts(name, bytes, { megabytes: 100, pdf: (each) => reader.read(each, limits) });
}

const slide = (text: string) =>
  `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;

test('a Word document gives its paragraphs and cells, a workbook its name and cells', async () => {
  const document = word({
    paragraphs: ['第一段', '第二段'],
    table: [
      ['姓名', '金额'],
      ['甲村', '三元'],
    ],
  });
  expect(await read('a.docx', document)).toEqual([
    '第一段',
    '第二段',
    '姓名',
    '金额',
    '甲村',
    '三元',
  ]);
  expect(await read('a.wps', document)).toContain('第二段');
  const book = workbook({
    name: '补贴',
    rows: [
      ['姓名', '金额'],
      ['甲村', 3],
    ],
  });
  expect(await read('a.xlsx', book)).toEqual(['补贴', '姓名', '金额', '甲村', '3']);
});

test('slides come in their order, a page of OFD and a PDF with their texts', async () => {
  const slides = zip({
    '[Content_Types].xml': '<Types/>',
    'ppt/slides/slide10.xml': slide('第十页'),
    'ppt/slides/slide2.xml': slide('第二页'),
  });
  expect(await read('a.pptx', slides)).toEqual(['第二页', '第十页']);
  const { name, bytes } = PLACES['ofd: page']?.('版式文件里的字') ?? { name: '', bytes: zip({}) };
  expect((await read(name, bytes))?.join('')).toContain('版式文件里的字');
  expect((await read('a.pdf', pdf({ lines: ['关于发放补贴的通知'] })))?.join('')).toContain(
    '发放补贴',
  );
});

test('what a reader does not see is not among the texts', async () => {
  const hidden = workbook({ hidden: true, rows: [['不可见']] });
  expect(await read('a.xlsx', hidden)).toEqual([]);
  for (const place of ['pptx: notes', 'pptx: master', 'pptx: old comment']) {
    const { name, bytes } = PLACES[place]?.('不可见') ?? { name: '', bytes: zip({}) };
    expect((await read(name, bytes))?.join(''), place).not.toContain('不可见');
  }
});

test('an old format and a file without words are told, a picture is no document', async () => {
  await expect(read('a.doc', legacy('正文'))).rejects.toThrow('旧格式');
  await expect(read('a.pdf', pdf({ lines: [] }))).rejects.toThrow('没有文字');
  expect(
    await read('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  ).toBeUndefined();
});
