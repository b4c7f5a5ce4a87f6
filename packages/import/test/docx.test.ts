import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';
import {
  CENTRE,
  docx,
  listed,
  MERGE,
  MERGED,
  PNG,
  p,
  RIGHT,
  r,
  SPAN,
  styled,
  tbl,
  tc,
  tr,
} from './office.ts';

const HEAD = [
  p('示例县人民政府办公室文件', CENTRE),
  p('示政办〔2024〕3号', CENTRE),
  p('示例县人民政府办公室', CENTRE),
  p('关于印发示例工作方案的通知', CENTRE),
  p('各乡镇人民政府：'),
  p('现将方案印发给你们。'),
];
const FOOT = [p('示例县人民政府办公室', RIGHT), p('2024年3月5日', RIGHT), p('（此件主动公开）')];

test('a Word notice gives title, number, issuer, unit, dates and attribute, and its text below', async () => {
  const { outcome, text } = await importOne('通知.docx', docx([...HEAD, ...FOOT].join('')));
  expect(outcome.state).toBe('written');
  expect(outcome.facts).toEqual({
    title: '示例县人民政府办公室关于印发示例工作方案的通知',
    docNumber: '示政办〔2024〕3号',
    issuer: '示例县人民政府办公室',
    formed: '2024-03-05',
    attribute: '主动',
    mark: '（此件主动公开）',
  });
  expect(text).toBe(`---
title: 示例县人民政府办公室关于印发示例工作方案的通知
kind: policy
unit: office
issuer: 示例县人民政府办公室
doc-number: 示政办〔2024〕3号
formed: 2024-03-05
published: 2024-03-05
attribute:
  type: 主动
  mark: （此件主动公开）
level: county
source: 《示例县人民政府办公室关于印发示例工作方案的通知》原件
---

各乡镇人民政府：

现将方案印发给你们。

示例县人民政府办公室

2024年3月5日
`);
});

describe('headings', () => {
  const body = async (...paragraphs: string[]) =>
    bodyOf(
      (
        await importOne(
          '通知.docx',
          docx({
            body: [...HEAD, ...paragraphs, ...FOOT].join(''),
            styles: STYLES,
            numbering: NUMBERING,
          }),
        )
      ).text,
    );

  const STYLES = [
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="某样式"/><w:basedOn w:val="a2"/></w:style>',
    '<w:style w:type="character" w:styleId="b"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  ].join('');
  const level = (depth: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const NUMBERING = [
    `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="3">${level(0, 'bullet', '●')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>',
  ].join('');

  test('come from styles, through their bases', async () => {
    expect(
      await body(p('总体要求', styled('a1')), p('指导思想', styled('a3')), p('正文。')),
    ).toContain('## 总体要求\n\n### 指导思想\n\n正文。');
  });

  test('come from Chinese numbers, four levels deep', async () => {
    expect(
      await body(
        p('一、总体要求'),
        p('（一）指导思想'),
        p('1.坚持导向'),
        p('（1）公开为常态'),
        p('不公开为例外。'),
      ),
    ).toContain(
      '## 一、总体要求\n\n### （一）指导思想\n\n#### 1.坚持导向\n\n##### （1）公开为常态\n\n不公开为例外。',
    );
  });

  test('are told from sentences that begin with a number', async () => {
    const text = await body(
      p('一、加强领导。各单位要高度重视，落实责任。'),
      p('（一）明确分工：办公室牵头。'),
    );
    expect(text).not.toContain('#');
  });

  test('are told from a list of short numbered lines', async () => {
    expect(await body(p('1.户籍管理'), p('2.养老服务'), p('3.就业'))).not.toContain('#');
  });

  test('count Word’s automatic numbers, which stand nowhere in the text', async () => {
    const text = await body(
      p('总体要求', listed('1')),
      p('指导思想', listed('1', 1)),
      p('正文。'),
      p('基本原则', listed('1', 1)),
      p('正文。'),
      p('主要任务', listed('1')),
      p('任务', listed('1', 1)),
      p('正文。'),
    );
    expect(text.match(/^#.*$/gm)).toEqual([
      '## 一、总体要求',
      '### （一）指导思想',
      '### （二）基本原则',
      '## 二、主要任务',
      '### （一）任务',
    ]);
  });

  test('lists stay lists', async () => {
    expect(
      await body(
        p('甲事项', listed('2')),
        p('乙事项', listed('2')),
        p('说明。'),
        p('丙', listed('3')),
      ),
    ).toContain('1. 甲事项\n2. 乙事项\n\n说明。\n\n- 丙');
  });

  test('bold by a character style is bold', async () => {
    expect(
      await body(`<w:p>${r('请')}${r('注意', '<w:rStyle w:val="b"/>')}${r('时间。')}</w:p>`),
    ).toContain('请**注意**时间。');
  });
});

test('merged cells keep their shape in the dialect’s table, and the gate accepts it', async () => {
  const table = tbl(
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('序号', MERGE)}${tc('公开对象', SPAN(2))}</w:tr>`,
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('', MERGED)}${tc('全社会')}${tc('特定群体')}</w:tr>`,
    tr(tc('1', MERGE), tc('√'), tc('')),
    tr(tc('', MERGED), tc(''), tc('教师')),
  );
  const { outcome, text } = await importOne('通知.docx', docx([...HEAD, table, ...FOOT].join('')));
  expect(outcome.state).toBe('written');
  expect(text).toContain(`<table>
<thead>
<tr>
<th rowspan="2" scope="col">序号</th>
<th colspan="2" scope="colgroup">公开对象</th>
</tr>
<tr>
<th scope="col">全社会</th>
<th scope="col">特定群体</th>
</tr>
</thead>
<tbody>
<tr>
<td rowspan="2">1</td>
<td>√</td>
<td></td>
</tr>
<tr>
<td></td>
<td>教师</td>
</tr>
</tbody>
</table>`);
});

test('footnotes and pictures come along, a picture without words asks for them', async () => {
  const drawing =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr=""/><a:graphic><a:blip r:embed="p.png"/></a:graphic></wp:inline></w:drawing></w:r>';
  const { outcome, text, written } = await importOne(
    '通知.docx',
    docx({
      body: [
        ...HEAD,
        `<w:p>${r('基层政府')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('应当公开。')}</w:p>`,
        `<w:p>${drawing}</w:p>`,
        ...FOOT,
      ].join(''),
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${p('包括县和乡镇。')}</w:footnote>`,
      media: { 'p.png': PNG },
    }),
  );
  expect(text).toContain('基层政府[^1]应当公开。');
  expect(text).toContain('[^1]: 包括县和乡镇。');
  const [picture] = written.filter((path) => path.endsWith('.png'));
  expect(picture).toMatch(/^_policy\/2024\/[a-z0-9-]+\/picture-1\.png$/);
  expect(text).toContain(`![图1](${picture?.split('/').slice(2).join('/')})`);
  expect(outcome.remarks.map(({ text: told }) => told)).toContainEqual(
    expect.stringContaining('图片没有说明文字'),
  );
});

test('a note and a picture at the end of a long paragraph, and of each that it is parted into, stay', async () => {
  const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const picture =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="流程"/><a:graphic><a:blip r:embed="p.png"/></a:graphic></wp:inline></w:drawing></w:r>';
  const long =
    '各乡镇人民政府要按季度上报进展情况，认真核对有关数据，确保不漏一户、不漏一人。'.repeat(3);
  const { outcome, text } = await importOne(
    '通知.docx',
    docx({
      body: [
        ...HEAD,
        `<w:p>${r(long)}${note(2)}${picture}</w:p>`,
        `<w:p>${r(`一、${long}`)}${note(3)}${r(`二、${long}`)}${note(4)}</w:p>`,
        ...FOOT,
      ].join(''),
      footnotes: [2, 3, 4]
        .map((id) => `<w:footnote w:id="${id}">${p(`第${id}个注。`)}</w:footnote>`)
        .join(''),
      media: { 'p.png': PNG },
    }),
  );
  expect(text).toContain('不漏一人。[^1]![流程]');
  expect(text).toMatch(/不漏一人。\[\^2\]\n/);
  expect(text).toMatch(/不漏一人。\[\^3\]\n/);
  for (const id of [2, 3, 4]) expect(text).toContain(`: 第${id}个注。`);
  expect(outcome.balance?.unhandled.texts).toEqual([]);
});

test('attachments become sections, and the document that a notice forwards a part', async () => {
  const { outcome, text } = await importOne(
    '通知.docx',
    docx(
      [
        ...HEAD,
        p('附件：1.任务分工'),
        p('2.单位名单'),
        ...FOOT,
        p('示例工作方案'),
        p('一、目标'),
        p('到年底完成。'),
        p('附件1'),
        p('任务分工'),
        tbl(tr(tc('任务'), tc('单位')), tr(tc('公开'), tc('办公室'))),
        p('附件2：单位名单'),
        p('县教育局'),
      ].join(''),
    ),
  );
  expect(outcome.counts).toMatchObject({ sections: 3, tables: 1 });
  expect(text.match(/^#.*$/gm)).toEqual([
    '## 示例工作方案',
    '### 一、目标',
    '## 附件1：任务分工',
    '## 附件2：单位名单',
  ]);
});

test('what a reader of the printed page does not see is left out and told', async () => {
  const { outcome, text } = await importOne(
    '通知.docx',
    docx({
      body: [
        ...HEAD,
        `<w:p>${r('定稿')}<w:del><w:r><w:delText>草稿</w:delText></w:r></w:del><w:ins>${r('文字。')}</w:ins></w:p>`,
        `<w:p>${r('看得见。')}${r('内部掌握', '<w:vanish/>')}<w:commentRangeStart w:id="1"/></w:p>`,
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('第3页')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        ...FOOT,
      ].join(''),
      header: p('内部资料 注意保存'),
    }),
  );
  expect(text).toContain('定稿文字。');
  expect(text).not.toMatch(/草稿|内部|PAGE/);
  const told = outcome.remarks.map(({ text: remark }) => remark).join('\n');
  for (const words of ['修订痕迹', '批注', '隐藏文字', '页眉页脚没有写入'])
    expect(told).toContain(words);
});

test('a text box is read after its paragraph, once', async () => {
  const box = `<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p('框中的话。')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框中的话。')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
  const { text } = await importOne(
    '通知.docx',
    docx([...HEAD, `<w:p>${r('正文。')}<w:r>${box}</w:r></w:p>`, ...FOOT].join('')),
  );
  expect(text.match(/框中的话/g)).toHaveLength(1);
});

test('a document that is not open to all is a row of the ledger: its text is not written', async () => {
  const foot = [...FOOT.slice(0, 2), p('（此件依申请公开）')];
  const { outcome, text, written } = await importOne(
    '通知.docx',
    docx([...HEAD, ...foot].join('')),
  );
  expect(bodyOf(text)).toBe('');
  expect(text).toContain('type: 依申请');
  expect(written).toHaveLength(1);
  expect(outcome.remarks.map(({ text: told }) => told).join()).toContain(
    '正文、表格和附件都没有写入',
  );
});
