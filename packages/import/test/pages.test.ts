import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';
import { PNG } from './office.ts';

const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');

describe('a page of an old site', () => {
  test('gives facts from its tags, its text without chrome, and tells what is not here', async () => {
    const found = await importOne(
      't1.html',
      `<HTML><HEAD><META NAME=ArticleTitle CONTENT="关于示例事项的公告"><META NAME=PubDate CONTENT="2021-03-04 09:00"><META name="ContentSource" content="县教育局">
       <STYLE>p{color:red}</STYLE></HEAD><BODY><DIV class=nav>首页</DIV>
       <DIV class="TRS_Editor"><P align=center>关于示例事项的公告</P><P>　　各学校：&nbsp;现公告如下。<BR>　　请遵照执行。</P>
       <p style="display:none">暗藏的话</p><script>alert(1)</script>
       <P>详见<A HREF="https://example.gov.cn/x">原文</A>，<a href="./P0201.doc">附件表.doc</a>。<IMG SRC="a.jpg"></P>
       <P align=right>县教育局</P><P align=right>2021年3月3日</P></DIV></BODY></HTML>`,
    );
    expect(found.outcome.facts).toMatchObject({
      title: '关于示例事项的公告',
      published: '2021-03-04',
      formed: '2021-03-03',
      publisher: '县教育局',
      issuer: '县教育局',
    });
    expect(bodyOf(found.text)).toBe(
      '各学校： 现公告如下。\n\n请遵照执行。\n\n详见[原文](https://example.gov.cn/x)，附件表.doc。\n\n县教育局\n\n2021年3月3日',
    );
    for (const words of ['看不见的 1 处文字', '附件“附件表.doc”', '“a.jpg”'])
      expect(told(found)).toContain(words);
  });

  test('keeps merged cells; tables that only place things are unwrapped', async () => {
    const found = await importOne(
      't2.html',
      `<TABLE width=994><TR><TD>
        <table class=MsoNormalTable><tr><td rowspan=2 x:str>单位</td><td colspan=2>金额</td></tr><tr><td>收入</td><td>支出</td></tr>
        <tr><td>甲</td><td x:num=5>5</td><td></td></tr><tr height=95></tr></table>
      </TD></TR></TABLE>`,
      { set: { title: '示例表', published: '2021-01-01' } },
    );
    expect(found.outcome.state).toBe('written');
    expect(found.text.match(/<table>/g)).toHaveLength(1);
    expect(found.text).toContain(
      '<th rowspan="2" scope="col">单位</th>\n<th colspan="2" scope="colgroup">金额</th>',
    );
    expect(found.text.match(/<tr>/g)).toHaveLength(3);
  });

  test('a value that the page shows as 1.1E+17 is written with its digits', async () => {
    const found = await importOne(
      't3.html',
      '<table><tr><td>单位</td><td>编号</td></tr><tr><td>甲</td><td x:num="123456789012345678">1.23E+17</td></tr></table>',
      { set: { title: '示例表', published: '2021-01-01' } },
    );
    expect(bodyOf(found.text)).toContain('| 甲 | 123456789012345678 |');
  });

  test('whose only content is a table can be a register', async () => {
    const found = await importOne(
      't4.html',
      '<table><tr><td>单位</td><td>数量</td></tr><tr><td>甲</td><td>5</td></tr><tr><td colspan=2>说明：截至年底。</td></tr></table>',
      { kind: 'register', set: { title: '示例表', published: '2021-01-01' } },
    );
    expect(found.place.read(found.written[0] ?? '')).toBe('单位,数量\n甲,5\n');
  });
});

test('a picture that stands in the page’s own address comes along', async () => {
  const picture = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
  const found = await importOne(
    '1.html',
    `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于示例事项的通知"><meta name="PubDate" content="2026-01-05"></head><body><div class="TRS_Editor"><p>各学校请按流程图报送材料，逾期不再受理。</p><p><img src="${picture}" alt="报送流程"></p></div></body></html>`,
  );
  expect(found.outcome.state).toBe('written');
  expect(found.written.some((path) => path.endsWith('picture-1.png'))).toBe(true);
  expect(found.text).toContain('![报送流程](');
  expect(found.outcome.balance?.unhandled.texts).toEqual([]);
});

describe('the numbers of a page’s lists are those that a browser prints', () => {
  test.each([
    [
      'two lists in a row',
      '<ol><li>甲<li>乙</ol><ol><li>丙<li>丁</ol>',
      '1. 甲\n2. 乙\n1. 丙\n2. 丁',
    ],
    ['start', '<ol start=3><li>甲<li>乙</ol>', '3. 甲\n4. 乙'],
    ['value', '<ol><li>甲<li value=5>乙<li>丙</ol>', '1. 甲\n5. 乙\n6. 丙'],
    ['reversed', '<ol reversed><li>甲<li>乙<li>丙</ol>', '3. 甲\n2. 乙\n1. 丙'],
    ['reversed from a number', '<ol reversed start=9><li>甲<li>乙</ol>', '9. 甲\n8. 乙'],
    [
      'a list that goes on after a paragraph and a table',
      '<ol><li>甲</ol><p>说明文字。</p><ol start=2><li>乙</ol><table><tr><td>表<td>头<tr><td>一<td>二</table><ol start=3><li>丙</ol>',
      '1. 甲\n\n说明文字。\n\n2. 乙\n\n| 表 | 头 |\n| --- | --- |\n| 一 | 二 |\n\n3. 丙',
    ],
    [
      'a list in a list',
      '<ol start=10><li>甲<ol><li>子<li>丑</ol><li>乙<ul><li>点</ul></ol>',
      '10. 甲\n    1. 子\n    2. 丑\n11. 乙\n    - 点',
    ],
    ['letters', '<ol type=a start=26><li>甲<li>乙</ol>', 'z.甲\n\naa.乙'],
    ['Roman numbers', '<ol type=I><li>甲<li>乙</ol>', 'I.甲\n\nII.乙'],
    [
      'Chinese numbers',
      '<ol style="list-style-type:cjk-ideographic" start=11><li>甲项须按时报送，不得拖延。<li>乙项由各学校自行保存。</ol>',
      '十一、甲项须按时报送，不得拖延。\n\n十二、乙项由各学校自行保存。',
    ],
    ['none', '<ol style="list-style: none"><li>甲<li>乙</ol>', '甲\n\n乙'],
    ['bullets', '<ol style="list-style-type:disc"><li>甲<li>乙</ol>', '- 甲\n- 乙'],
    [
      'a nought and a number below',
      '<ol start=-1><li>甲<li>乙<li>丙</ol>',
      '-1.甲\n\n0. 乙\n1. 丙',
    ],
  ])('%s', async (_, list, expected) => {
    const found = await importOne(
      'list.html',
      `<div class=TRS_Editor><p align=center>关于示例事项的通知</p><p>各学校：</p><p>请提交下列材料，并按所列的顺序装订，缺少的不予受理。</p>${list}<p>以上材料一式两份。</p></div>`,
      { set: { published: '2021-01-01' } },
    );
    expect(bodyOf(found.text).split('\n\n').slice(2, -1).join('\n\n')).toBe(expected);
  });
});

describe('a page saved as text', () => {
  const HEAD =
    '标题: 关于示例事项的通知\n发布时间: 2022-06-29 17:39\n文号: \n发布机构: 县教育局\n栏目: 义务教育\n原文链接: https://example.gov.cn/1.htm\n==================== 正文 ====================\n';

  test('gets back its paragraphs at numbers, addressee and signature, and loses the page’s own words', async () => {
    const long =
      '为进一步规范示例工作，提高示例水平，根据有关规定，结合我县实际，现就有关事项通知如下';
    const found = await importOne(
      '1.txt',
      `${HEAD}当前位置： 首页政务公开义务教育 关于示例事项的通知 时间：2022-06-29 17:39 微信 微博 QQ空间 各学校：${long}： 一、工作目标 规范公开行为，提高公开质量，保障知情权。二、工作要求 各学校要高度重视示例工作，认真组织实施。 县教育局 2022年6月27日 来源：县教育局 附件下载 示例表.xls`,
    );
    expect(bodyOf(found.text)).toBe(
      `各学校：\n\n${long}：\n\n## 一、工作目标\n\n规范公开行为，提高公开质量，保障知情权。\n\n## 二、工作要求\n\n各学校要高度重视示例工作，认真组织实施。\n\n县教育局 2022年6月27日`,
    );
    expect(found.outcome.facts).toMatchObject({
      formed: '2022-06-27',
      published: '2022-06-29',
      issuer: '县教育局',
    });
    expect(found.outcome.target).toMatch(/^shili\/compulsory-education\/_general\/2022\//);
    expect(found.text).toContain('source: https://example.gov.cn/1.htm');
    expect(told(found)).toContain('附件“示例表.xls”不在所给文件中');
  });

  test('editors’ junk goes and is told', async () => {
    const found = await importOne(
      '1.txt',
      `${HEAD}@font-face { font-family: "宋体"; }p.MsoNormal { margin: 0pt; } 1111MicrosoftInternetExplorer402DocumentNotSpecified7.8 磅 各学校应当按时报送材料。`,
    );
    expect(bodyOf(found.text)).toBe('各学校应当按时报送材料。');
    expect(told(found)).toContain('网页自带的文字');
  });

  test('that is a set of frames is refused, with the files that have the text', async () => {
    const frames =
      '<frameset rows="90,*"><frame src="top.htm"><frameset cols="20%,*"><frame src="left.htm"><frame src="zw/main.htm"></frameset><noframes><body>浏览器不支持框架</body></noframes></frameset>';
    const page = `<html><head><meta charset="utf-8"><title>关于示例事项的通知</title></head>${frames}</html>`;
    const found = await importOne('index.html', page);
    expect(found.outcome.failure?.message).toBe(
      '网页由 3 个框架拼成，文字在别的文件里：“top.htm”、“left.htm”、“zw/main.htm”',
    );
    expect(found.outcome.failure?.mend).toContain('导入其中有正文的那个网页');
    expect(found.written).toEqual([]);
  });

  test('with no text but the name of an attachment is refused, and nothing is written', async () => {
    const found = await importOne('1.txt', `${HEAD}示例措施清单.doc`);
    expect(found.outcome.failure?.message).toBe('标题下没有正文，只有附件：示例措施清单.doc');
    expect(found.written).toEqual([]);
  });

  test('whose table has run together is told so, and stays as it is', async () => {
    const cells =
      '序号物业管理单位检验电梯数量检验电梯不合格数量1示例物业有限公司39102示例天成物业服务有限公司示例分公司20143示例物业159';
    const found = await importOne('1.txt', `${HEAD}${cells}`);
    expect(bodyOf(found.text)).toBe(cells);
    expect(told(found)).toContain('像是表格、格子之间已没有分隔，没有还原成表');
  });

  test('a signature later than the publication is not written but told', async () => {
    const found = await importOne('1.txt', `${HEAD}请各学校按时报送。 县教育局 2022年7月19日`);
    expect(found.text).not.toContain('formed');
    expect(told(found)).toContain('落款日期 2022-07-19 晚于发布日期 2022-06-29');
  });
});

describe('a plain text', () => {
  test('has tables where lines have tabs; a head repeated on each page is taken once', async () => {
    const found = await importOne(
      '通知.txt',
      '关于示例事项的通知\n\n各学校：\n\n见下表。\n\n序号\t单位\n1\t甲\n\n序号\t单位\n2\t乙\n\n县教育局\n2022年6月27日\n',
    );
    expect(bodyOf(found.text)).toContain('| 序号 | 单位 |\n| --- | --- |\n| 1 | 甲 |\n| 2 | 乙 |');
  });

  test('that a page break cut inside a sentence is joined again', async () => {
    const found = await importOne(
      '通知.txt',
      '关于示例事项的通知\n\n基层政府建立完善信息管理、信息发布、解读回应、依申请公开等工作流程\n\n和相关制度，抓好落实。\n\n2022年6月27日\n',
    );
    expect(bodyOf(found.text)).toContain('等工作流程和相关制度，抓好落实。');
  });

  test('without any date is filed under the year that it shows, and says so', async () => {
    const found = await importOne(
      '方案.txt',
      '示例县示例工作实施方案\n\n根据《示例意见》（国办发〔2019〕54号）制定本方案，到2023年底完成。\n',
    );
    expect(found.text).toMatch(/^published: "?2019"?$/m);
    expect(told(found)).toContain('发布日期只写到 2019 年');
  });

  test('without any date or year is refused, with the option that mends it', async () => {
    const found = await importOne('方案.txt', '示例县示例工作实施方案\n\n制定本方案。\n');
    expect(found.outcome.failure).toMatchObject({
      code: 'no-date',
      mend: expect.stringContaining('--set published='),
    });
    expect(found.written).toEqual([]);
  });
});
