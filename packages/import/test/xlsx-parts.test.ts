import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';
import type { CellValue, SheetParts } from './office.ts';
import { xlsx } from './office.ts';

const set = { published: '2026-01-05' };
const read = async (
  rows: SheetParts['rows'],
  more: Partial<SheetParts> = {},
  formats?: readonly string[],
) => {
  const found = await importOne('表.xlsx', xlsx([{ name: '表', rows, ...more }], formats), { set });
  expect(found.outcome.state).toBe('written');
  const csv = found.place.read(found.written.find((path) => path.endsWith('.csv')) ?? '');
  const told = found.outcome.remarks.map(({ text }) => text).join('\n');
  return { ...found, rows: csv.trimEnd().split('\n').slice(1), csv, told };
};
const HEAD = ['名称', '说明', '备注'];

describe('what a sheet holds beside its cells is told with its words', () => {
  test('notes, text boxes, pictures, charts, controls, addresses, printed heads', async () => {
    const note = (text: string) =>
      `<comments><commentList><comment ref="C2"><text><r><t>${text}</t></r></text></comment></commentList></comments>`;
    const drawing =
      '<wsDr><twoCellAnchor><sp><txBody><a:p xmlns:a="a"><a:r><a:t>注：截至五月底</a:t></a:r></a:p></txBody></sp></twoCellAnchor><pic><cNvPr descr="校门"/></pic><sp/></wsDr>';
    const vml =
      '<xml xmlns:v="v" xmlns:x="x"><v:shape><v:textbox>同意公开</v:textbox><x:ClientData ObjectType="Checkbox"><x:Checked>1</x:Checked></x:ClientData></v:shape></xml>';
    const found = await read([HEAD, ['甲', '点击查看', '无']], {
      after:
        '<hyperlinks><hyperlink ref="B2" xmlns:r="r" r:id="l"/><hyperlink ref="C2" location="表二!A1"/></hyperlinks><headerFooter><oddHeader>&amp;C&amp;"宋体"&amp;12内部资料</oddHeader><oddFooter>第 &amp;P 页</oddFooter></headerFooter>',
      parts: {
        'comments1.xml': { type: 'comments', content: note('九月停办') },
        'threadedComments/t1.xml': {
          type: 'threadedComment',
          content:
            '<ThreadedComments><threadedComment ref="B2"><text>请核实</text></threadedComment></ThreadedComments>',
        },
        'drawings/d1.xml': { type: 'drawing', content: drawing },
        'drawings/v1.vml': { type: 'vmlDrawing', content: vml },
        'odd.xml': { type: 'brandNew', content: '<x/>' },
      },
      links: { l: 'https://example.gov.cn/a' },
    });
    for (const words of [
      '批注没有写入：“C2 九月停办”、“B2 请核实”',
      '文本框的文字没有写入：“注：截至五月底”',
      '图片没有写入：“校门”',
      '1 处图形没有写入',
      '窗体控件没有写入：“同意公开（已勾选）”',
      '“B2 https://example.gov.cn/a”、“C2 表二!A1”',
      '内部资料',
      '不认识的部件“brandNew”没有写入',
    ])
      expect(found.told).toContain(words);
  });

  test('pictures in cells are told and no formula is published', async () => {
    const dispimg = '=DISPIMG("ID_0123456789ABCDEF",1)';
    const found = await read([
      HEAD,
      ['甲', { xml: `<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>${dispimg}</v></c>` }, dispimg],
      ['乙', { xml: '<c t="e" vm="1"><v>#VALUE!</v></c>' }, '无'],
    ]);
    expect(found.csv).not.toMatch(/DISPIMG|#VALUE/);
    expect(found.told).toContain('B2、C2、B3 是单元格里的图片');
  });

  test('the address of a link by formula, and sheets that are no tables', async () => {
    const found = await read([
      HEAD,
      [
        '甲',
        { xml: '<c t="str"><f>HYPERLINK("https://example.gov.cn/b","查看")</f><v>查看</v></c>' },
        '无',
      ],
    ]);
    expect(found.rows).toEqual(['甲,查看,无']);
    expect(found.told).toContain('“B2 https://example.gov.cn/b”');
    const chart = xlsx([
      { name: '表', rows: [HEAD, ['甲', '乙', '丙']] },
      { name: '走势图', rows: [], type: 'chartsheet' },
    ]);
    const { outcome } = await importOne('表.xlsx', chart, { set });
    expect(outcome.remarks.map(({ text }) => text).join()).toContain('工作表“走势图”是图表');
  });

  test('TRUE and FALSE, hidden numbers, negatives in colour and struck words are named with their cells', async () => {
    const strike =
      '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>二百元</t></r><r><t>三百元</t></r></is></c>';
    const found = await read(
      [
        HEAD,
        [{ xml: '<c t="b"><v>1</v></c>' }, { v: '5', s: 1 }, { v: '-5', s: 2 }],
        ['甲', { xml: strike }, '乙'],
      ],
      {},
      ['General', ';;;', '0;[Red]0'],
    );
    expect(found.rows).toEqual(['是,,-5', '甲,（已划去：二百元）三百元,乙']);
    expect(found.told).toContain('A2 是逻辑值');
    expect(found.told).toContain('B2 有数值，但单元格格式不显示');
    expect(found.told).toContain('C2 是负数，原表只用颜色表示');
    expect(found.told).toContain('B3 有划去的文字');
  });
});

describe('rows', () => {
  test.each([['无'], ['0'], ['√'], ['/']])(
    'a last row of %s in every cell is data',
    async (sign) => {
      expect((await read([HEAD, ['甲', '乙', '丙'], [sign, sign, sign]])).rows).toEqual([
        '甲,乙,丙',
        `${sign},${sign},${sign}`,
      ]);
      expect((await read([HEAD, [sign, sign, sign]])).rows).toEqual([`${sign},${sign},${sign}`]);
    },
  );

  test('a last row that is one merged cell is a note, however short', async () => {
    const found = await read([HEAD, ['甲', '乙', '丙'], ['本季度完', null, null]], {
      merges: ['A3:C3'],
    });
    expect(found.rows).toEqual(['甲,乙,丙']);
    expect(bodyOf(found.text)).toBe('本季度完');
  });

  test('a second table below is told with its row', async () => {
    const rows: CellValue[][] = [['名称', '人数'], ['甲', 5], [], ['园名', '班数'], ['乙', 3]];
    expect((await read(rows)).told).toContain('第 4 行起像是另一张表');
    const gap: CellValue[][] = [['名称', '人数'], ['甲', 5], [], ['乙', 3], ['丙', 4]];
    expect((await read(gap)).told).not.toContain('另一张表');
  });

  test('signs that XML cannot hold are read', async () => {
    const found = await read([HEAD, ['甲_x000D_\n乙', '_x005F_x000D_', '甲_x4E59_']]);
    expect(found.rows.join('\n')).toBe('"甲\n乙",_x000D_,甲乙');
  });
});

test('days of Strict Open XML are shown by their format, or as Excel shows a day', async () => {
  const day = (s: number) => ({ xml: `<c t="d" s="${s}"><v>2026-05-29T00:00:00</v></c>` });
  const found = await read([HEAD, ['甲', day(0), day(1)]], {}, ['General', 'yyyy"年"m"月"d"日"']);
  expect(found.rows).toEqual(['甲,2026/5/29,2026年5月29日']);
});

test('what is told of left-out words repeats no personal data, and is one bounded line', async () => {
  const note = (text: string) =>
    `<comments><commentList><comment ref="C2"><text><t>${text}</t></text></comment></commentList></comments>`;
  const found = await read([HEAD, ['甲', '乙', '丙']], {
    parts: { 'c.xml': { type: 'comments', content: note('请核 110101199001010015\n的材料') } },
    after: `<headerFooter><oddHeader>${'内部'.repeat(20_000)}</oddHeader></headerFooter>`,
  });
  expect(found.told).toMatch(/批注没有写入：“C2 请核 11\*+/);
  expect(found.told).not.toContain('110101199001010015');
  expect(found.told).toContain('其余从略');
  for (const { text } of found.outcome.remarks) expect(text).not.toContain('\n');
});

describe('cells that say the same are each accounted for', () => {
  const unhandled = async (
    rows: SheetParts['rows'],
    more?: Partial<SheetParts>,
    formats?: readonly string[],
  ) => {
    const found = await read(rows, more, formats);
    expect(found.outcome.balance?.unhandled.texts).toEqual([]);
    return found;
  };
  const DATA = [
    ['甲村', '一组', '12'],
    ['乙村', '二组', '15'],
  ];

  test('above and below the table, where nothing merges them', async () => {
    const { text } = await unhandled([
      ['单位：户', '', '单位：户'],
      ['村', '组', '户数'],
      ...DATA,
      ['说明：以上为初步数', '', '说明：以上为初步数'],
    ]);
    expect(text.match(/单位：户/g)).toHaveLength(2);
    expect(text.match(/说明：以上为初步数/g)).toHaveLength(2);
  });

  test('a merged line above the table is said once', async () => {
    const { text } = await unhandled([['单位：户', null, null], ['村', '组', '户数'], ...DATA], {
      merges: ['A1:C1'],
    });
    expect(text.match(/单位：户/g)).toHaveLength(1);
  });

  test('two rows of a head that say the same give one name, and that is told', async () => {
    const { csv, told } = await unhandled([['村组', null, '户数'], ['村', '组', '户数'], ...DATA], {
      merges: ['A1:B1'],
    });
    expect(csv.split('\n')[0]).toContain('村组：村,村组：组,户数');
    expect(told).toContain('列名中只写一次：“户数”');
    const merged = await unhandled([['村组', null, '户数'], ['村', '组', null], ...DATA], {
      merges: ['A1:B1', 'C1:C2'],
    });
    expect(merged.told).not.toContain('列名中只写一次');
  });

  test('a day above the table, a nought that is shown as a dash, words that a format hides', async () => {
    const { text, rows, told } = await unhandled(
      [
        ['填报日期：', { v: '46171', s: 1 }, ''],
        ['村', '组', '户数'],
        ['甲村', '-', { v: '0', s: 2 }],
        ['乙村', { xml: '<c s="3" t="str"><v>内部</v></c>' }, 15],
        ['丙村', { xml: '<c s="3" t="inlineStr"><is><t>内部</t></is></c>' }, 16],
      ],
      {},
      ['General', 'yyyy/m/d', '0;-0;"-"', ';;;'],
    );
    expect(text).toContain('2026/5/29');
    expect(rows[0]).toBe('甲村,-,-');
    expect(told).toContain('B4、B5 有数值，但单元格格式不显示');
  });
});
