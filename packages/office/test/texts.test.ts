import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeFailure } from '@columns/office';
import { OldReader } from '@columns/office/old';
import { PdfReader } from '@columns/office/pdf';
import { readTexts, type Text } from '@columns/office/texts';
import { afterAll, expect, test } from 'vitest';
import { legacy, pdf, word, workbook, zip } from './files.ts';
import { xls } from './old/files.ts';

const reader = new PdfReader();
const oldReader = new OldReader();
afterAll(() => Promise.all([reader.close(), oldReader.close()]));

function read(name: string, bytes: Uint8Array): Promise<Text[] | undefined> {
  const limits = { megabytes: 100, pages: 100 };
  return readTexts(name, bytes, {
    megabytes: 100,
    pdf: (each) => reader.read(each, limits),
    old: (each) => oldReader.read(each),
  });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const shapes = (text: string) =>
  `<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>`;

/** A presentation of one slide, with what its speaker is to say. */
const presentation = (text: string, notes: string) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'ppt/presentation.xml')}</Relationships>`,
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="s"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${relation('s', 'slide', 'slides/slide1.xml')}</Relationships>`,
    'ppt/slides/slide1.xml': `<p:sld xmlns:p="p" xmlns:a="a">${shapes(text)}</p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': `<Relationships>${relation('n', 'notesSlide', '../notesSlides/notesSlide1.xml')}</Relationships>`,
    'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:p="p" xmlns:a="a">${shapes(notes)}</p:notes>`,
  });

/** A page of OFD, which writes each sign by itself. */
const ofd = (text: string) => {
  const signs = [...text].map(
    (sign, at) =>
      `<o:TextObject Boundary="${30 + at * 5} 30 5 6" Size="5"><o:TextCode X="0" Y="5">${sign}</o:TextCode></o:TextObject>`,
  );
  const root = (name: string, inside: string) => `<o:${name} xmlns:o="o">${inside}</o:${name}>`;
  return zip({
    'OFD.xml': root('OFD', '<o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody>'),
    'Doc_0/Document.xml': root(
      'Document',
      '<o:Pages><o:Page ID="1" BaseLoc="Pages/0.xml"/></o:Pages>',
    ),
    'Doc_0/Pages/0.xml': root(
      'Page',
      `<o:Content><o:Layer>${signs.join('')}</o:Layer></o:Content>`,
    ),
  });
};

test('a Word document gives its paragraphs and tables, a workbook its name and rows', async () => {
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
    {
      rows: [
        ['姓名', '金额'],
        ['甲村', '三元'],
      ],
    },
  ]);
  expect(await read('a.wps', document)).toContain('第二段');
  const book = workbook({
    name: '补贴',
    rows: [
      ['姓名', '金额'],
      ['甲村', 3],
    ],
  });
  expect(await read('a.xlsx', book)).toEqual([
    '补贴',
    {
      rows: [
        ['姓名', '金额'],
        ['甲村', '3'],
      ],
    },
  ]);
});

test('a slide, a page of OFD and a PDF give their texts, however their signs stand', async () => {
  expect(await read('a.pptx', presentation('幻灯片里的字', '备注'))).toContain('幻灯片里的字');
  expect(await read('a.ofd', ofd('版式文件里的字'))).toEqual(['版式文件里的字']);
  const lines = await read('a.pdf', pdf({ lines: ['关于发放补贴的通知'] }));
  expect(lines?.join('')).toContain('发放补贴');
});

test('old files are read as what they would be today', async () => {
  const folder = join(import.meta.dirname, 'old');
  expect((await read('a.doc', readFileSync(join(folder, 'notice.doc'))))?.length).toBeGreaterThan(
    1,
  );
  expect(await read('a.xls', xls([['渡口', '柳湾渡']]))).toEqual([
    'list',
    { rows: [['渡口', '柳湾渡']] },
  ]);
});

test('what a reader does not see is not among the texts', async () => {
  const hidden = workbook({ hidden: true, rows: [['不可见']] });
  expect(await read('a.xlsx', hidden)).toEqual([]);
  const texts = await read('a.pptx', presentation('可见', '讲稿'));
  expect(texts?.join('')).not.toContain('讲稿');
});

test('what cannot be read is told, a picture is no document', async () => {
  await expect(read('a.doc', legacy('正文'))).rejects.toThrow(OfficeFailure);
  await expect(read('a.pdf', pdf({ lines: [] }))).rejects.toThrow('没有文字');
  expect(
    await read('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  ).toBeUndefined();
});
