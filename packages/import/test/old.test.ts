import { NOTICE, TABLE, xls } from '@columns/office/fixture-old';
import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';
import { docx, ofd, p, pptx, slideText } from './office.ts';

const ITEM = { set: { published: '2023-05-08' } };

/** The only entry that a file became, its CSV, and what the report says of it. */
async function imported(name: string, content: string | Uint8Array, more: object = ITEM) {
  const { outcome, place, text, written } = await importOne(name, content, more);
  expect({ state: outcome.state, why: outcome.failure, what: outcome.findings }).toEqual({
    state: 'written',
    why: undefined,
    what: undefined,
  });
  const csv = written.find((path) => path.endsWith('.csv'));
  return {
    body: bodyOf(text),
    csv: csv === undefined ? '' : place.read(csv),
    told: outcome.remarks.map((each) => each.text).join('\n'),
    written,
  };
}

describe('an old Word file is a draft', () => {
  test.each(['通知.doc', '通知.wps', '通知.docx'])('%s, by its bytes', async (name) => {
    const { body, told, written } = await imported(name, NOTICE);
    expect(body).toMatch(/^> \*\*待核对：\*\* 本文由旧版 Word 文件中的文字转出/);
    for (const words of [
      '一、总体要求',
      '（1）坚持原则',
      '这是脚注的文字。',
      '~~划去的~~',
      '文本框里的话',
    ])
      expect(body).toContain(words);
    expect(body).toMatch(/道路[\s\S]*甲路[\s\S]*12\.5[\s\S]*乙路/);
    expect(body).not.toContain('隐藏的话');
    expect(told).toContain('文本框中的文字放在文末');
    // What it hides and what was deleted from it would go out with it.
    expect(written.filter((path) => !path.endsWith('.md'))).toEqual([]);
  });
});

describe('an old workbook is a draft', () => {
  test.each(['补贴.xls', '补贴.et', '补贴.xlsx'])('%s, by its bytes', async (name) => {
    const { body, csv } = await imported(name, TABLE);
    expect(body).toMatch(/^> \*\*待核对：\*\* 本文由旧版 Excel 文件中的文字转出，数字、日期/);
    expect(csv.trim().split('\n')).toEqual([
      '乡镇,户数,金额,占比,发放日期,编号',
      '平安镇,12,"12,345.60",12.5%,2023年5月6日,0012',
      '平安镇,3,7.50,50.0%,1999年12月31日,0013',
    ]);
  });
});

describe('old platforms give their files names of Office', () => {
  const ROWS = [
    ['乡镇', '户数'],
    ['平安镇', '12'],
  ];
  const page = `<html><head><meta charset="utf-8"></head><body><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;

  test.each([
    ['a page', page, '网页'],
    ['a page with the mark of UTF-8', `\ufeff${page}`, '网页'],
    ['a table in plain text', ROWS.map((row) => row.join('\t')).join('\n'), '纯文本的表格'],
  ])('%s named .xls is a table', async (_, content, actual) => {
    const { csv, told } = await imported('农业补贴公示表.xls', content);
    expect(csv.trim().split('\n')).toEqual(['乡镇,户数', '平安镇,12']);
    expect(told).toContain(`内容其实是${actual}`);
  });

  test('a workbook in XML named .xls', async () => {
    const { csv, body } = await imported('农业补贴公示表.xls', xls(ROWS, 'xlml'));
    expect(csv.trim().split('\n')).toEqual(['乡镇,户数', '平安镇,12']);
    expect(body).toContain('待核对');
  });

  test('a newer file under an old name is read whole and is no draft', async () => {
    const { body, told } = await imported(
      '关于试点工作的通知.doc',
      docx(p('各乡镇：') + p('请照办。')),
    );
    expect(body).toBe('各乡镇：\n\n请照办。');
    expect(told).toContain('内容其实是 .docx 文件');
  });

  test('a page named .doc', async () => {
    const content =
      '<html><meta charset="utf-8"><body><p>各乡镇：</p><p>请照办。</p></body></html>';
    const { body, told } = await imported('关于试点工作的通知.doc', content);
    expect(body).toContain('请照办。');
    expect(told).toContain('内容其实是网页');
  });
});

describe('an OFD file is a draft', () => {
  const FIRST = '各乡镇人民政府，县政府各部门：为做好试点工作，现将有关事项通知如下，请';
  const LINES = [
    { text: '关于做好试点工作的通知', x: 60, y: 40 },
    { text: FIRST, y: 60 },
    { text: '认真贯彻执行。', y: 70 },
    { text: '示例县人民政府', x: 130, y: 90 },
    { text: '2023年5月6日', x: 130, y: 100 },
  ];

  test.each([false, true])(
    'its lines are joined again, also where it is set sign by sign (%s)',
    async (apart) => {
      const { body, told, written } = await imported(
        '通知.ofd',
        ofd([{ lines: [...LINES].reverse() }], { apart, signed: true }),
      );
      expect(body).toMatch(/^> \*\*待核对：\*\* 本文由 OFD 中的文字转出/);
      expect(body).toContain(`${FIRST}认真贯彻执行。`);
      expect(told).toContain('电子签章没有写入');
      expect(written.some((path) => path.endsWith('original.ofd'))).toBe(true);
    },
  );

  test('a page shows its template, and a page without text is told', async () => {
    const { body, told } = await imported(
      '通知.ofd',
      ofd([
        { lines: LINES, template: [{ text: '示例县人民政府文件', x: 60, y: 20 }] },
        { pictures: 1 },
      ]),
    );
    expect(`${body}${told}`).toContain('示例县人民政府文件');
    expect(told).toContain('第 2 页只有图片');
  });
});

describe('a presentation is a draft', () => {
  const table =
    '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>事项</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"/></a:tr><a:tr><a:tc><a:txBody><a:p><a:r><a:t>道路</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>3 条</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>';

  test('titles stand before what is below them; notes and hidden slides are told', async () => {
    const { body, told } = await imported(
      '汇报.pptx',
      pptx([
        { title: '示例县试点工作情况解读', body: slideText(['县政府办公室']) },
        { title: '工作进展', body: slideText(['完成道路三条。']) + table, notes: '讲稿一句' },
        { title: '内部', body: slideText(['不给人看']), hidden: true },
      ]),
    );
    expect(body).toMatch(/^> \*\*待核对：\*\* 本文由演示文稿中的文字转出/);
    expect(body).toMatch(/## 工作进展\s+完成道路三条。/);
    expect(body).toMatch(/事项[\s\S]*道路[\s\S]*3 条/);
    expect(body).not.toContain('不给人看');
    expect(body).not.toContain('讲稿一句');
    expect(told).toContain('第 3 张幻灯片是隐藏的，没有写入：“不给人看 内部');
    expect(told).toContain('第 2 张幻灯片的备注没有写入：“讲稿一句”');
  });
});
