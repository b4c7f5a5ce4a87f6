import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../src/index.ts';
import { joinedCells, OfficeFailure, readWhole, searchBytes } from '../src/index.ts';
import { word, workbook } from './files.ts';

async function read(name: string, bytes: Uint8Array): Promise<Passage[]> {
  const passages: Passage[] = [];
  await readWhole({ name, bytes }, (passage) => passages.push(passage), {
    megabytes: 50,
    pdf: () => Promise.reject(new Error('no PDF here')),
  });
  return passages;
}

describe('a text is told', () => {
  it('with the place where an officer finds it', async () => {
    const table = [
      ['姓名', '电话'],
      ['王某', '0739-5551234'],
    ];
    const passages = await read('a.docx', word({ paragraphs: ['标题'], table }));
    expect(passages).toContainEqual({ text: '标题', where: '第 1 段' });
    expect(passages).toContainEqual({
      text: '0739-5551234',
      where: '表格第 2 行“电话”',
      label: '电话',
      heads: ['姓名', '电话'],
    });
  });

  it('in a hidden sheet as in any other', async () => {
    const passages = await read(
      'a.xlsx',
      workbook({ rows: [['学校'], [16]], name: '表', hidden: true }),
    );
    expect(passages.find(({ text }) => text === '16')?.where).toBe(
      '工作表“表”（隐藏）第 2 行 A 列',
    );
  });
});

describe('numbers whose digits stand in cells', () => {
  it('are joined where each has one sign, or all together eighteen', () => {
    expect(joinedCells([...'13800001234', '', '1', '2'])).toEqual([
      { text: '13800001234', again: 'signs' },
    ]);
    expect(joinedCells(['姓名', '510000', '19900101', '0018'])).toEqual([
      { text: '510000199001010018', again: 'groups' },
    ]);
  });

  it('are not joined in a table of figures', () => {
    expect(joinedCells(['2025', '16', '1200', '35.2'])).toEqual([]);
  });
});

describe('the time that a file takes', () => {
  const seconds = async (name: string, bytes: Uint8Array) => {
    // What else the machine does is not counted.
    const start = process.threadCpuUsage();
    await read(name, bytes);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  const wide = (columns: number) =>
    workbook({
      rows: [['表']],
      more: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${[1, 2, 3].map((row) => `<row r="${row}">${'<c t="inlineStr"><is><t>乡镇</t></is></c>'.repeat(columns)}</row>`).join('')}</sheetData></worksheet>`,
      },
    });
  const long = (cells: number) =>
    word({ table: [Array.from({ length: cells }, (_, at) => String(at % 10))] });

  const part = (name: string, text: string) => word({ more: { [name]: text } });
  const opened = (count: number) => part('word/chunk.html', `<html>${'<p <'.repeat(count * 8)}`);
  const quoted = (count: number) =>
    workbook({
      rows: [],
      more: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${`<row><c><f>"${'""a'.repeat(60)}</f></c></row>`.repeat(count)}</sheetData></worksheet>`,
      },
    });
  /** Eight of them, for one is cut off where no formula of Excel goes on. */
  const brackets = (count: number) =>
    workbook({
      rows: [],
      more: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${`<c><f>${'['.repeat(count)}</f></c>`.repeat(8)}</row></sheetData></worksheet>`,
      },
    });
  const fields = (count: number) =>
    part(
      'word/document.xml',
      `<w:document xmlns:w="w"><w:fldChar w:fldCharType="begin"/><w:instrText>${' '.repeat(count * 20)}</w:instrText>${'<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="end"/>'.repeat(count)}</w:document>`,
    );
  it.each([
    ['brackets that open in a formula', 'a.xlsx', brackets],
    ['fields that begin in a field', 'a.docx', fields],
    ['signs of a page that never close', 'a.docx', opened],
    ['formulas with open quotations', 'a.xlsx', quoted],
    ['columns of a sheet', 'a.xlsx', wide],
    ['cells of a row', 'a.docx', long],
  ] as const)('grows no faster than the %s', async (_, name, make) => {
    await seconds(name, make(1000));
    const once = await seconds(name, make(4000));
    const fourfold = await seconds(name, make(16_000));
    expect(fourfold).toBeLessThan(Math.max(once, 20) * 10);
  });
});

describe('bytes that no reader understands', () => {
  const found = (bytes: Uint8Array) => {
    const texts: string[] = [];
    searchBytes(bytes, '文件中', ({ text }) => texts.push(text));
    return texts;
  };
  const NUMBER = '340102200507180593';

  it.each(['utf-16le', 'utf-16be'])(
    'give figures of %s once, and not their tail as well',
    (order) => {
      for (const before of ['', '王某，', '\u0001', '\u0100']) {
        const text = Buffer.from(`${before}${NUMBER}${before}`, 'utf16le');
        const bytes = Buffer.concat([
          Buffer.from('xx'),
          order === 'utf-16le' ? text : text.swap16(),
        ]);
        for (const shifted of [bytes, bytes.subarray(1)]) {
          const texts = found(shifted).filter((each) => /\d{11}/.test(each));
          expect(texts).toHaveLength(1);
          expect(texts[0]).toContain(NUMBER);
        }
      }
    },
  );
});

describe('what stands packed in a picture', () => {
  it('counts as the file’s own: a thousand short ones cannot ask for gigabytes', async () => {
    const drawing = (size: number) =>
      Buffer.concat([
        Buffer.from('1f8b0800000000000000', 'hex'),
        deflateRawSync(Buffer.alloc(size * 2 ** 20, ' ')),
      ]);
    const holding = (count: number) =>
      word({
        more: Object.fromEntries(
          Array.from({ length: count }, (_, at) => [`word/media/image${at}.emz`, drawing(9)]),
        ),
      });
    await expect(read('a.docx', holding(2))).resolves.toBeDefined();
    await expect(read('a.docx', holding(6))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is read to its end, however long it is', async () => {
    const text = Buffer.concat([
      Buffer.from('Author\0\0'),
      deflateSync(`${' '.repeat(3 * 2 ** 20)}13800210510`),
    ]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const head = Buffer.from('89504e470d0a1a0a', 'hex');
    const bytes = Buffer.concat([head, length, Buffer.from('zTXt'), text, Buffer.alloc(4)]);
    const passages = await read('a.png', Uint8Array.from(bytes));
    expect(passages.filter((passage) => passage.text.includes('13800210510'))).not.toEqual([]);
  });
});

it('whoever asks for it can stop a reading that takes too long', async () => {
  let steps = 0;
  const pace = () => {
    if (++steps > 100) throw new OfficeFailure('too-large', 'too long', '');
  };
  const bytes = word({ paragraphs: Array.from({ length: 1000 }, () => '文') });
  const reading = readWhole({ name: 'a.docx', bytes }, () => {}, {
    megabytes: 50,
    pdf: () => Promise.reject(new Error('no PDF here')),
    pace,
  });
  await expect(reading).rejects.toMatchObject({ code: 'too-large' });
  expect(steps).toBe(101);
});
