import { describe, expect, it } from 'vitest';
import type { Passage } from '../src/index.ts';
import { joinedCells, readWhole } from '../src/index.ts';
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
  it.each([
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
