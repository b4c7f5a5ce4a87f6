import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../src/markdown/index.ts';

/*
 * Lines of the kind officers write. CommonMark leaves the marks of many of them literal, because
 * Chinese has no spaces between words (https://github.com/commonmark/commonmark-spec/issues/650).
 */
const STRONG: readonly (readonly [string, ...string[]])[] = [
  ['**注意：**请于5月31日前报送。', '注意：'],
  ['**注意**：请于5月31日前报送。', '注意'],
  ['请携带**真实（有效）**材料。', '真实（有效）'],
  ['请携带**真实、有效的**材料。', '真实、有效的'],
  ['请携带真实**（有效）**材料。', '（有效）'],
  ['依据**《政府信息公开条例》**第二十条。', '《政府信息公开条例》'],
  ['依据《**政府信息公开条例**》第二十条。', '政府信息公开条例'],
  ['依据**《条例》、《规定》**等文件', '《条例》、《规定》'],
  ['实行**“一窗受理”**改革', '“一窗受理”'],
  ['实行“**一窗受理**”改革', '一窗受理'],
  ['所称**“重大建设项目”**，是指', '“重大建设项目”'],
  ['一、**总体要求。**深入贯彻', '总体要求。'],
  ['（一）**工作目标。**到2023年底', '工作目标。'],
  ['**（一）工作目标。**到2023年底', '（一）工作目标。'],
  ['**第一条**为了规范', '第一条'],
  ['**第一条**　为了规范', '第一条'],
  ['**办理时限：**20个工作日；**收费：**不收费', '办理时限：', '收费：'],
  ['联系电话：**12345**。', '12345'],
  ['联系电话**12345**转1', '12345'],
  ['截至**2023年5月29日**共受理', '2023年5月29日'],
  ['占**98.5%**以上', '98.5%'],
  ['占比**98.5%**，同比增长**3%**。', '98.5%', '3%'],
  ['由**县教育局**负责', '县教育局'],
  ['由**县教育局、**县民政局负责', '县教育局、'],
  ['由县教育局**；**县民政局负责', '；'],
  ['**问：**怎样申请？', '问：'],
  ['**答：**“凭身份证申请。”', '答：'],
  ['**问：如何申请？**答：凭身份证。', '问：如何申请？'],
  ['**请注意！**逾期不予受理。', '请注意！'],
  ['**申请人（签名）：**', '申请人（签名）：'],
  ['附件：**1.**名录；**2.**清单', '1.', '2.'],
  ['**附件1：**《名录》', '附件1：'],
  ['请登录**示例县政府网**查询', '示例县政府网'],
  ['使用**“皖事通”APP**办理', '“皖事通”APP'],
  ['提交**身份证（原件）**、**户口簿（复印件）**各一份', '身份证（原件）', '户口簿（复印件）'],
  ['本办法自**发布之日**起施行', '发布之日'],
  ['**不得**以任何理由拒绝', '不得'],
  ['对**……**等行为', '……'],
  ['实行——**即办制**——的事项', '即办制'],
  ['**领导小组办公室**（设在县政府办）', '领导小组办公室'],
  ['（**试行**）', '试行'],
  ['【**提示**】材料须齐全', '提示'],
  ['**【提示】**材料须齐全', '【提示】'],
  ['<**省政府令**>', '省政府令'],
  ['每户**¥500**元', '¥500'],
  ['**※**为必填项', '※'],
  ['**√**表示已公开', '√'],
  ['低于**5000元/人·月**的家庭', '5000元/人·月'],
  ['属于**“三农”（农业、农村、农民）**领域', '“三农”（农业、农村、农民）'],
  ['𠮷林县**（公章）**盖章', '（公章）'],
];

const DELETED: readonly (readonly [string, ...string[]])[] = [
  ['~~作废。~~以新文件为准', '作废。'],
  ['原~~（试行）~~办法', '（试行）'],
  ['~~2022年~~2023年', '2022年'],
  ['按~~《旧办法》~~《新办法》执行', '《旧办法》'],
  ['由~~县扶贫办、~~县乡村振兴局负责', '县扶贫办、'],
  ['电话~~12345；~~12333', '12345；'],
  ['实行~~“两证”~~“一证”', '“两证”'],
  ['~~已停止受理！~~', '已停止受理！'],
];

const page = (text: string) => renderMarkdown(text).html;
const inside = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, text]) =>
    text?.replaceAll(/<[^>]+>/g, ''),
  );

/** The places a line may stand in. */
const PLACES = [
  ['a paragraph', (line: string) => line],
  ['a list item', (line: string) => `- ${line}`],
  ['a numbered item', (line: string) => `1. ${line}\n2. 其他`],
  ['a quotation', (line: string) => `> ${line}`],
  ['a heading', (line: string) => `## ${line}`],
  ['a table cell', (line: string) => `| 项 | 说明 |\n| - | - |\n| 一 | ${line} |`],
  ['a cell of HTML', (line: string) => `<table>\n<tr>\n<td>\n\n${line}\n\n</td>\n</tr>\n</table>`],
  ['the middle of a paragraph', (line: string) => `前文，\n${line}\n后文。`],
] as const;

describe.each(PLACES)('in %s', (_, put) => {
  it.each(STRONG)('%s comes out bold', (line, ...words) => {
    const html = page(put(line));
    expect(inside(html, 'strong')).toEqual(words);
    expect(html).not.toContain('*');
  });

  it.each(DELETED)('%s comes out struck', (line, ...words) => {
    const html = page(put(line));
    expect(inside(html, 'del')).toEqual(words);
    expect(html).not.toContain('~');
  });
});

describe('nested', () => {
  it.each([
    ['**见《*条例*》。**第二条', '<strong>见《*条例*》。</strong>第二条'],
    ['~~**作废：**旧办法。~~以', '<del><strong>作废：</strong>旧办法。</del>以'],
    ['**~~旧~~新办法：**以', '<strong><del>旧</del>新办法：</strong>以'],
    [
      '**登录[网站](https://www.gov.cn/)。**再',
      '<strong>登录<a href="https://www.gov.cn/" rel="noopener">网站</a>。</strong>再',
    ],
    ['**编号`A1`：**填写', '<strong>编号`A1`：</strong>填写'],
    ['**<u>重要</u>：**请', '<strong><u>重要</u>：</strong>请'],
    ['m<sup>2</sup>**（平方米）**计', 'm<sup>2</sup><strong>（平方米）</strong>计'],
  ])('%s', (line, expected) => {
    expect(page(line).trim()).toBe(`<p>${expected}</p>`);
  });
});

describe('signs that are no marks stay as they are', () => {
  it.each([
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['\\*\\*不是加粗\\*\\*', '**不是加粗**'],
    ['时间为8~12时', '时间为8~12时'],
    ['身份证号11*****11', '身份证号11*****11'],
    ['***重要：***请', '***重要：***请'],
    ['*（斜体）*文字', '*（斜体）*文字'],
  ])('%s', (line, expected) => {
    expect(page(line).trim()).toBe(`<p>${expected}</p>`);
  });
});
