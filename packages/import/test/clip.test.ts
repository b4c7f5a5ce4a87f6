import { describe, expect, test } from 'vitest';
import { clipOf } from '../src/clip.ts';

/* What programs put on the clipboard when somebody copies: their own HTML, with their own habits. */

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p.MsoNormal{margin:0}</style></head><body lang=ZH-CN><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const p = (text: string, style = '') =>
  `<p class=MsoNormal style='${style}'>${text}<o:p></o:p></p>`;
const item = (level: number, label: string, text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>`;
const ICON =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('what was copied from Word', () => {
  test('keeps its paragraphs, headings, bold words and tables', () => {
    const { text, remarks } = clipOf(
      word(
        p('各乡镇人民政府：') +
          p('一、发放标准') +
          p('标准为每月500~1000元，<b>按月发放</b>。') +
          '<table class=MsoTableGrid><tr><td><p>岗位</p></td><td colspan=2><p>标准</p></td></tr><tr><td><p>室外</p></td><td><p>300</p></td><td><p>元/月</p></td></tr></table>' +
          p('二、工作要求') +
          p('请认真执行。') +
          p('安岳县民政局', 'text-align:right'),
      ),
      'x',
    );
    expect(text).toBe(`各乡镇人民政府：

## 一、发放标准

标准为每月500\\~1000元，**按月发放**。

<table>
<thead>
<tr>
<th scope="col">岗位</th>
<th colspan="2" scope="colgroup">标准</th>
</tr>
</thead>
<tbody>
<tr>
<td>室外</td>
<td>300</td>
<td>元/月</td>
</tr>
</tbody>
</table>

## 二、工作要求

请认真执行。

安岳县民政局
`);
    expect(remarks).toEqual([]);
  });

  test('has its lists as lists, with the numbers that they showed', () => {
    const { text } = clipOf(
      word(
        item(1, '3.', '申请') +
          item(2, 'l', '材料') +
          item(1, '4.', '审核') +
          item(1, '（一）', '条'),
      ),
      'x',
    );
    expect(text).toBe('3. 申请\n   - 材料\n4. 审核\n\n（一）条\n');
  });

  test('tells of pictures that only the computer has, and keeps those that came along', () => {
    const { text, pictures, remarks } = clipOf(
      word(
        p('图一<img src="file:///C:/Users/a/clip_image001.png">') +
          p(`<img alt="办事大厅外景" src="data:image/png;base64,${ICON}">`),
      ),
      'heat',
    );
    expect(text).toBe('图一\n\n![办事大厅外景](heat/picture-1.png)\n');
    expect(pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['picture-1.png', 70],
    ]);
    expect(remarks.map((each) => each.text)).toEqual([
      '1 张图片没有粘贴进来：它们在本机的临时文件里，浏览器读不到。请在原处逐张复制图片再粘贴，或用“图片”按钮选文件',
    ]);
  });
});

test('a table of Excel keeps its rows, columns and merged cells', () => {
  const { text } = clipOf(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><col width=72><tr><td>镇</td><td>户数</td></tr><tr><td rowspan=2>岳阳镇</td><td x:num>12</td></tr><tr><td>13</td></tr></table></body></html>',
    'x',
  );
  expect(text).toContain('<td rowspan="2">岳阳镇</td>');
});

test('of a web page, what runs and what only decorates stays behind', () => {
  const { text } = clipOf(
    '<div class="nav">导航</div><p>见<a href="https://www.gov.cn/a">原文</a></p><script>x()</script><p onclick="y()">第二段</p>',
    'x',
  );
  expect(text).toBe('导航\n\n见[原文](https://www.gov.cn/a)\n\n第二段\n');
});

test('a few lines are what they are: no headings are made of them', () => {
  expect(clipOf(p('一、发放标准'), 'x').text).toBe('一、发放标准\n');
});
