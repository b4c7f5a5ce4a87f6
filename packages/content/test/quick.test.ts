import { expect, test } from 'vitest';
import { parseMarkdown } from '../src/markdown/parse.ts';
import { parseQuickly } from '../src/markdown/quick.ts';
import { randomNumbers } from './random.ts';

const TEXTS = [
  '为做好工作，现将有关事项公告如下：\n\n## 一、总体要求\n\n**（一）要求。**根据预算，完善宣传。',
  '## 一、标题\n正文紧跟标题。\n### 二级\n',
  '1. 第一项；\n2. 第二项；\n\n正文。\n\n3. 第三项；',
  '- 一\n- 二\n\n- 三',
  '- 一\n\n  接上一项',
  '第一行\n第二行\n\n    缩进的代码',
  '**注意：**请在8:30前到1号楼**（二楼）**办理。',
  'a**（b）**c 与 **“引”**D、*斜*体',
  '标题\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  '#不是标题\n\n####### 七级\n\n# 一级 #',
  '　　全角缩进的段落。\n　　第二行。',
  '| 项目 | 金额 | 说明 |\n| :-- | --: | :-: |\n| 道路 | 3.5 | |\n| **桥** | 4 | 二期 |\n\n正文。',
  '| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n|  |',
  '见注[^1]。\n\n正文。\n\n[^1]: 注的内容。\n\n又见[^1]，另见[^二]。\n\n## 标题\n\n[^2]: 没有人用。\n[^二]: 有人用。',
  '正文\n\n<table>\n<tr><td>一</td></tr>\n</table>\n\n正文',
  '- 一\n  - 下一级\n  - 又一条\n- 二\n\n1. 一\n   - 下一级\n     2. 不从一数起\n',
  '> - 引文里的\n\n- 另一个\n\n    缩进的\n\n1. 见[^1]',
  '见[《办法》](/2024/policy-1/)和[附件](a.pdf)，~~原定**明日**~~**改为[后日](b.md)[^1]**。\n\n[^1]: 见[《规定》](c.md)。',
  '![图](a.png)，[外](https://a.cn)，[^9]，![^1]，[^1](x)，3~~5天\n\n[^1]: - 列表\n\n  接上',
  '<table>\n<tr><td>一[^1]</td></tr>\n</table>\n\n[^1]: 注。\n\n3. 项\n <td>\n\n完',
  '> 引文\n\n接着写。\n\n[链接](a.md)和[引用][r]\n\n[r]: b.md',
];

test('quick parsing gives what the parser gives, on what officers write', () => {
  for (const text of TEXTS) expect(bare(parseQuickly(text)), text).toBe(bare(parseMarkdown(text)));
});

test('quick parsing gives what the parser gives, on anything', () => {
  const random = randomNumbers(20261122);
  const wrong: string[] = [];
  for (let round = 0; round < 6_000; round += 1) {
    const count = 1 + Math.floor(random() * 24);
    const text = Array.from({ length: count }, () => {
      return TOKENS[Math.floor(random() * TOKENS.length)];
    }).join('');
    if (bare(parseQuickly(text)) !== bare(parseMarkdown(text))) wrong.push(JSON.stringify(text));
  }
  expect(wrong).toEqual([]);
});

test('quick parsing gives what the parser gives, on lines that begin and end in any way', () => {
  const random = randomNumbers(20261201);
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] as string;
  const wrong: string[] = [];
  for (let round = 0; round < 2_000; round += 1) {
    const lines = Array.from({ length: 1 + Math.floor(random() * 7) }, () => {
      const words = Array.from({ length: 1 + Math.floor(random() * 4) }, () => one(WORDS));
      return one(STARTS) + words.join('') + one(ENDS);
    });
    const text = `${lines.join('')}${random() < 0.5 ? '\n\n[^1]: 注。\n' : ''}`;
    if (bare(parseQuickly(text)) !== bare(parseMarkdown(text))) wrong.push(JSON.stringify(text));
  }
  expect(wrong).toEqual([]);
});

const STARTS =
  '¦¦¦- ¦- ¦1. ¦2. ¦  - ¦   - ¦   1. ¦   2. ¦    - ¦    ¦ ¦## ¦> ¦> - ¦[^1]: ¦[^1]:¦[^1]: - ¦[^2]: ¦<table>¦<td>¦| a | b |\n| - | - |\n| ¦---¦- 1 -'.split(
    '¦',
  );
const WORDS =
  '正文¦正文¦。¦（一）¦**¦~~¦**粗**¦[^1]¦[^2]¦[甲](/a/)¦[《乙》](b.md)¦[**丙**](c)¦[x](www.a.cn)¦[^1](x)¦[¦]¦(y)¦!¦李**¦3~~5天¦<br>¦ ¦abc¦：'.split(
    '¦',
  );
const ENDS = '\n¦\n¦\n\n¦\n\n¦\n \n¦\n\n\n¦ \n¦'.split('¦');

/** Pieces that mean something to Markdown, alone or beside each other, among words and breaks. */
const TOKENS =
  '义务教育¦正文¦（一）¦“¦”¦。¦，¦：¦；¦、¦…¦－¦abc¦A¦1¦2020¦**¦**¦**¦*¦***¦- ¦- ¦-¦1. ¦2. ¦10) ¦+ ¦\n¦\n¦\n\n¦\n\n¦\n\n¦\n \n¦ ¦  ¦    ¦## ¦# ¦#¦> ¦| a | b |\n| - | :-: |\n| ¦ | ¦ |\n¦[^1]¦[^1]: ¦[^一]: ¦<td>¦<!-- cut -->¦[x](y)¦[x]¦[x]: y¦!¦`¦~~¦~¦<br>¦<¦|¦| - |¦&amp;¦&¦_¦__¦https://a.cn¦www.a.cn¦a@b.cn¦@¦　¦\\¦=¦===¦---¦.¦:¦"¦\u00a0¦￥¦$¦𠮷¦é¦\u2003'.split(
    '¦',
  );

/** The tree without places, which the quick way does not keep. */
function bare(tree: unknown): string {
  return JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value));
}
