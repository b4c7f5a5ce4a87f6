import { renderMarkdown } from '@columns/content/markdown';
import { describe, expect, test } from 'vitest';
import { bodyOf, importOne, Place } from './fixture.ts';

const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const TEXT = `各学校：

现将标准印发给你们，详见[申请表](https://example.gov.cn/form)，
请认真执行。

| 对象 | 标准 |
| --- | --- |
| 环卫工人 | 300 |
| 建筑工人 | 200 |

1. 按月发放
2. 不得截留
   - 不得抵扣

> 引自省文件。
>
> 另有规定的，从其规定。

![流程图](flow.png)

县教育局

2026年5月29日
`;

const BODY = `各学校：

现将标准印发给你们，详见[申请表](https://example.gov.cn/form)，请认真执行。

| 对象 | 标准 |
| --- | --- |
| 环卫工人 | 300 |
| 建筑工人 | 200 |

1. 按月发放
2. 不得截留
   - 不得抵扣

> 引自省文件。
>
> 另有规定的，从其规定。

县教育局

2026年5月29日`;

const HEADS: readonly (readonly [string, string])[] = [
  [
    'YAML',
    '---\ntitle: "关于发放示例津贴的通知"\ndate: 2026-05-30\ntags: [津贴, 高温]\ndraft: false\n---\n\n',
  ],
  [
    'TOML',
    '+++\ntitle = "关于发放示例津贴的通知"\ndate = 2026-05-30T09:00:00+08:00\ntags = ["津贴", "高温"]\ndraft = false\n+++\n\n',
  ],
  [
    'JSON',
    '{\n  "title": "关于发放示例津贴的通知",\n  "date": "2026-05-30T09:00:00+08:00",\n  "tags": ["津贴", "高温"],\n  "draft": false\n}\n\n',
  ],
  [
    'Hexo without its first line',
    'title: 关于发放示例津贴的通知\ndate: 2026-05-30 09:00:00\ntags:\n- 津贴\n- 高温\ndraft: false\n---\n\n',
  ],
];

describe('a Markdown file', () => {
  test.each(HEADS)('with a head in %s gives its facts and its text', async (_, head) => {
    const found = await importOne('notice.md', head + TEXT);
    expect(found.outcome.facts).toMatchObject({
      title: '关于发放示例津贴的通知',
      published: '2026-05-30',
      formed: '2026-05-29',
      issuer: '县教育局',
      keywords: ['津贴', '高温'],
    });
    expect(bodyOf(found.text)).toBe(BODY);
    expect(told(found)).toContain('“flow.png”');
    expect(told(found)).toContain('draft: false');
  });

  test('with a head that cannot be read tells it', async () => {
    const found = await importOne('a.md', `---\ntitle: "关于\n---\n\n# 关于示例的通知\n\n${TEXT}`);
    expect(told(found)).toContain('文件开头的说明字段读不出，没有写入：“title: "关于”');
    expect(found.outcome.facts?.title).toBe('关于示例的通知');
  });

  test('brings the pictures that stand beside it', async () => {
    const place = new Place({
      'a.md': `# 关于示例的通知\n\n各学校：\n\n正文。\n\n![流程图](img/flow.png)\n\n{{< figure src="img/flow.png" title="办理流程" >}}\n\n<img src="img/flow.png" alt="审批流程">\n\n![][远]\n\n[远]: https://example.gov.cn/far.png\n`,
      'img/flow.png': PNG,
    });
    const report = await place.run({
      set: { published: '2026-05-30' },
      sources: [`${place.root}/files/a.md`],
    });
    const [file = ''] = place.written().filter((path) => path.endsWith('.md'));
    const id = file.replace(/^.*\/|\.md$/g, '');
    expect(bodyOf(place.read(file)).split('\n\n').slice(2)).toEqual([
      `![流程图](${id}/picture-1.png)`,
      `![办理流程](${id}/picture-2.png)`,
      `![审批流程](${id}/picture-3.png)`,
    ]);
    expect(place.written().filter((path) => path.endsWith('.png'))).toHaveLength(3);
    expect(report.outcomes[0]?.remarks.map(({ text }) => text).join('\n')).toContain('far.png');
  });

  const body = async (text: string) => {
    const found = await importOne(
      'a.md',
      `# 关于示例的通知\n\n各学校：\n\n${text}\n\n以上请遵照执行，并及时报告。`,
      {
        set: { published: '2026-05-30' },
      },
    );
    return { body: bodyOf(found.text).split('\n\n').slice(1, -1).join('\n\n'), told: told(found) };
  };
  /** The words that a reader of the page sees. */
  const shown = (markdown: string) =>
    renderMarkdown(markdown)
      .html.replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&#x26;|&amp;/g, '&')
      .replaceAll(/&#x3C;|&lt;/g, '<')
      .trim();

  test.each([
    [
      'lines that Chinese writing breaks are one',
      '按照\n有关规定\nGB 1 and\n2 执行。',
      '按照有关规定 GB 1 and 2 执行。',
    ],
    ['slanted words are words', '请 *务必* 提交 _原件_ 。', '请 务必 提交 原件 。'],
    ['masks keep their stars', '王*明、李*华的申请', '王*明、李*华的申请'],
    ['masks of two stars keep them', '王**、李**的申请', '王**、李**的申请'],
    ['numbers keep theirs', '138**1234，139**5678', '138**1234，139**5678'],
    ['ranges stay ranges', '3~5个工作日，100~300元', '3~5个工作日，100~300元'],
    ['code is words', '运行 `a*b_c` 即可。', '运行 a*b_c 即可。'],
    ['signs that were escaped are signs', '\\*注\\* 1\\. \\# \\[甲\\]', '*注* 1. # [甲]'],
  ])('%s', async (_, text, expected) => {
    expect(shown((await body(text)).body)).toBe(expected);
  });

  test.each([
    ['bold', '**注意：**请 __提交__ 材料。', '**注意：**请 **提交** 材料。'],
    ['a line break', '第一行  \n第二行\\\n第三行', undefined],
    ['HTML', '面积10m<sup>2</sup>，<u>重要</u>。', '面积10m<sup>2</sup>，<u>重要</u>。'],
    [
      'an HTML table with merged cells',
      '<table><tr><th rowspan=2>甲</th><th>乙</th></tr><tr><td>丙</td></tr></table>',
      undefined,
    ],
    ['a list that begins at 5', '5. 甲\n6. 乙', '5. 甲\n6. 乙'],
    ['numbers as CommonMark counts', '1. 甲\n1. 乙\n1. 丙', '1. 甲\n2. 乙\n3. 丙'],
    ['tasks', '- [x] 已办\n- [ ] 未办', '- ☑ 已办\n- ☐ 未办'],
    [
      'a bare address',
      '见https://example.gov.cn/a，另行通知。',
      '见https://example.gov.cn/a，另行通知。',
    ],
    [
      'a link by its name',
      '见[通知][n]。\n\n[n]: https://example.gov.cn/n',
      '见[通知](https://example.gov.cn/n)。',
    ],
    ['a footnote', '政府[^a]办公\n\n[^a]: 指县级以上', undefined],
  ])('keeps %s', async (name, text, expected) => {
    const found = (await body(text)).body;
    if (expected !== undefined) expect(found).toBe(expected);
    const { html } = renderMarkdown(found);
    if (name === 'a line break') expect(html.match(/<br/g)).toHaveLength(2);
    if (name.startsWith('an HTML table')) expect(found).toContain('<th rowspan="2"');
    if (name === 'a footnote') expect(found).toContain('政府[^1]办公');
  });

  test.each([
    ['links inside a site', '见[表](/form)。', '见表。', '站内链接只留下文字，没有写入网址：“表”'],
    ['files', '见[表](a.docx)。', '见表。', '文中链接的附件“表”不在所给文件中'],
    ['code blocks', '```\nx = 1\n```', 'x = 1', '1 处代码块写成了普通文字'],
    ['rules', '甲项。\n\n---\n\n乙项。', '甲项。\n\n乙项。', '1 条分隔线没有写入'],
    ['comments', '甲项。<!-- 内部 -->\n\n<!-- 又一处 -->', '甲项。', '2 处看不见的注释没有写入'],
    ['hidden text', '<p style="display:none">暗</p>\n\n甲项。', '甲项。', '看不见的 1 处文字'],
    ['orders to a program', '甲项。{{< youtube x >}}', '甲项。', '“{{< youtube x >}}”'],
    ['scripts', '甲项。\n\n<script>alert(1)</script>', '甲项。', ''],
  ])('leaves out or changes, and tells: %s', async (_, text, expected, words) => {
    const found = await body(text);
    expect(found.body).toBe(expected);
    expect(found.told).toContain(words);
  });

  test.each([
    '旧标准~~一百元~~三百元。',
    '旧标准<del>一百元</del>三百元。',
    '旧标准<s>一百元</s>三百元。',
  ])('shows struck words struck: %s', async (text) => {
    expect((await body(text)).body).toBe('旧标准~~一百元~~三百元。');
  });

  test('that is an entry of another column is read in our dialect', async () => {
    const found = await importOne(
      'entry.md',
      '---\ntitle: 关于示例的通知\nkind: notice\nform: 通知\ndoc-number: 示教〔2026〕3号\npublished: 2026-05-30\nattribute:\n  type: 主动\n---\n\n各学校：\n\n3. 甲项\n7. 乙项\n\n以上请遵照执行，并及时报告。\n',
    );
    expect(found.outcome.facts).toMatchObject({
      title: '关于示例的通知',
      docNumber: '示教〔2026〕3号',
      published: '2026-05-30',
    });
    expect(bodyOf(found.text)).toContain('3. 甲项\n7. 乙项');
  });
});
