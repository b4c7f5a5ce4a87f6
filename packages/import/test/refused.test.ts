import { deflateRawSync } from 'node:zlib';
import { compound, doc, NOTICE, TABLE } from '@columns/office/fixture-old';
import { describe, expect, test } from 'vitest';
import { importOne, Place } from './fixture.ts';
import { docx, ofd, ole, p, xlsx, zip } from './office.ts';

const SHEET = xlsx([
  {
    name: '表',
    rows: [
      ['名称', '类型'],
      ['甲', '乙'],
    ],
  },
]);

const SLIDES = compound({ 'PowerPoint Document': Buffer.alloc(100) });

async function refusal(name: string, content: string | Uint8Array) {
  const { outcome, written } = await importOne(name, content);
  expect(written).toEqual([]);
  expect(outcome.state).toBe('failed');
  return outcome.failure;
}

describe('a file that cannot be imported says why and how to mend it; nothing is written', () => {
  test.each([
    ['半截.doc', NOTICE.subarray(0, 9000), 'damaged', '不完整或已损坏', '重新取得'],
    ['半截.et', TABLE.subarray(0, 5000), 'damaged', '不完整或已损坏', '重新取得'],
    ['密码.doc', doc('文\r', { flags: 0x0300 }), 'encrypted', '设了打开密码', '取消密码'],
    ['很旧.doc', doc('文\r', { magic: 0xa5dc }), 'old-format', 'Word 95', 'Word 文档（*.docx）'],
    ['汇报.ppt', SLIDES, 'old-format', '旧版演示文稿', '演示文稿（*.pptx）'],
    ['汇报.dps', SLIDES, 'old-format', '旧版演示文稿', '演示文稿（*.pptx）'],
    ['通知.rtf', '{\\rtf1 x}', 'old-format', '是 RTF 文件', 'Word 文档（*.docx）'],
    ['改名.doc', '{\\rtf1 x}', 'old-format', '是 RTF 文件', 'Word 文档（*.docx）'],
    ['网页.doc', 'MIME-Version: 1.0\n', 'wrong-extension', '单个文件网页', '另存为'],
    ['压缩.doc', zip({ a: 'b' }), 'wrong-extension', '内容却是压缩包', '扩展名'],
    ['扫描.ofd', ofd([{ pictures: 1 }]), 'no-text', 'OFD 里没有文字', '文字识别'],
    ['改名.ofd', SHEET, 'wrong-extension', '里面却不是 OFD', '扩展名'],
    ['汇报.pptx', SHEET, 'wrong-extension', '里面却不是演示文稿', '扩展名'],
    ['加密.docx', ole('EncryptedPackage'), 'encrypted', '设了打开密码', '取消密码'],
    ['加密.xlsx', ole('EncryptedPackage'), 'encrypted', '设了打开密码', '取消密码'],
    ['改名.docx', SHEET, 'wrong-extension', '里面却不是 Word 文档', '扩展名'],
    ['改名.xlsx', docx(p('文')), 'wrong-extension', '里面却不是 Excel 工作簿', '扩展名'],
    ['改名.pdf', SHEET, 'wrong-extension', '内容却是压缩包', '扩展名'],
    ['改名.docx', '%PDF-1.7\n', 'wrong-extension', '内容却是 PDF', '扩展名'],
    ['改名.txt', SHEET, 'wrong-extension', '内容却是压缩包', '扩展名'],
    ['图片.csv', Buffer.from([0x89, 0x50, 0, 0, 1]), 'wrong-extension', '二进制', '扩展名'],
    ['空.docx', new Uint8Array(), 'damaged', '0 字节', '完整的文件'],
    ['半截.xlsx', SHEET.subarray(0, SHEET.length - 200), 'damaged', '不完整或已损坏', '重新取得'],
    [
      '坏.txt',
      Buffer.from([0xc4, 0xe3, 0xff, 0xff, 0x80, 0xb0]),
      'encoding',
      '无法读成文字',
      'UTF-8',
    ],
    ['坏.csv', Buffer.from([0xc4, 0xe3, 0xff, 0xff, 0x80, 0xb0]), 'encoding', '编码', 'UTF-8'],
    ['坏.pdf', '%PDF-1.7\n坏', 'damaged', 'PDF 读不出来', '完整的文件'],
    ['引号.csv', `名称,说明\n甲,"${'长'.repeat(600_000)}`, 'damaged', '引号没有成对', '.xlsx'],
    ['空表.xlsx', xlsx([{ name: '表', rows: [] }]), 'no-table', '没有看得见的内容', '工作表'],
    ['空.csv', '\n\n', 'no-table', '表中没有内容', '表头'],
    ['只有图.docx', docx('<w:p/>'), 'no-text', '没有文字', '手工录入'],
  ] as const)('%s', async (name, content, code, message, mend) => {
    expect(await refusal(name, content)).toEqual({
      code,
      message: expect.stringContaining(message),
      mend: expect.stringContaining(mend),
    });
  });

  test('a picture that is named by itself is told, with what to do', async () => {
    const place = new Place({ '照片.jpg': Buffer.from([0xff, 0xd8, 0xff]) });
    const { outcomes } = await place.run({ sources: [`${place.root}/files/照片.jpg`] });
    expect(outcomes[0]?.failure).toEqual({
      code: 'no-text',
      message: '是图片，其中的文字读不出来',
      mend: expect.stringContaining('文字识别'),
    });
  });

  test('a part whose bytes were changed is noticed', async () => {
    const broken = Uint8Array.from(SHEET);
    const at = Buffer.from(broken).indexOf('xl/worksheets/sheet1.xml') + 40;
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect((await refusal('坏.xlsx', broken))?.code).toBe('damaged');
  });

  test('XML with entities of its own is refused, not resolved', async () => {
    const file = zip({
      '_rels/.rels': '<Relationships/>',
      'word/document.xml':
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><body>&x;</body></d>',
    });
    expect((await refusal('外部.docx', file))?.code).toBe('damaged');
  });
});

describe('a zip bomb is stopped at the bound', () => {
  /** A .docx whose text part unpacks to `megabytes` of spaces; its directory claims `claimed` bytes. */
  function bomb(megabytes: number, claimed?: number): Uint8Array {
    const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, 32), { level: 9 });
    const file = Buffer.from(zip({ '_rels/.rels': '<Relationships/>', 'word/document.xml': 'x' }));
    const name = Buffer.from('word/document.xml');
    const size = claimed ?? megabytes * 1024 * 1024;
    // The last local entry and its place in the directory are written anew.
    const start = file.indexOf(name) - 30;
    const directory = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const local = Buffer.from(file.subarray(start, start + 30 + name.length));
    const central = Buffer.from(
      file.subarray(directory, file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))),
    );
    const entry = central.lastIndexOf(name) - 46;
    central.writeUInt16LE(8, entry + 10);
    central.writeUInt32LE(packed.length, entry + 20);
    central.writeUInt32LE(size, entry + 24);
    const end = Buffer.from(file.subarray(file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))));
    end.writeUInt32LE(start + local.length + packed.length, 16);
    return Buffer.concat([file.subarray(0, start), local, packed, central, end]);
  }

  test('by what its directory says', async () => {
    expect((await refusal('炸弹.docx', bomb(600)))?.code).toBe('too-large');
  });

  test('by what it really unpacks to, when its directory lies', async () => {
    const before = process.memoryUsage().rss;
    expect((await refusal('炸弹.docx', bomb(600, 1000)))?.code).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
  });
});

test('a table of more rows than a page can take is refused', async () => {
  const rows = Array.from({ length: 100_002 }, (_, index) => `${index},x`).join('\n');
  expect(await refusal('大表.csv', `名称,类型\n${rows}`)).toMatchObject({
    code: 'too-large',
    message: '表格超过 100000 行，一条信息放不下',
  });
});
