import { describe, expect, it } from 'vitest';
import { markdownFacts } from '../src/markdown/index.ts';
import { pieces } from '../src/markdown/pieces.ts';

/** The facts of a text that a tab in its last line keeps whole, without what is said of that line. */
function whole(text: string) {
  const { faults, links } = markdownFacts(`${text}\n\n\t代码`);
  return { faults: faults.filter(({ value }) => value !== '代码'), links };
}

/** What may stand between two blank lines. */
const PARTS = [
  '一段文字。',
  '见[文件](a/b.pdf)和[网站](https://www.gov.cn/)。',
  '[坏](javascript:alert(1))',
  '![图](https://a.cn/x.png)',
  '网址www.gov.cn，另行通知',
  '- 一\n- [二](c.md)',
  '1. 一\n2. 二',
  '  [缩进](d.md)',
  '> 引用[三](e.md)',
  '| 列 |\n| -- |\n| [四](f.md) |',
  '<table><tr><td>甲</td></tr></table>',
  '<table>',
  '<tr><td>[五](g.md)</td></tr>',
  '</table>',
  '甲<br>乙',
  '<font>红</font>',
  '<!-- 注',
  '脚注[^1]。',
  '[^1]: 见[六](h.md)',
  '[^1](i.md)',
  '[七][名]',
  '[名]: https://b.cn',
  '```\n[八](j.md)\n```',
  '```',
  '    [九](k.md)',
  '\t[十](l.md)',
  '<https://c.cn>',
  'a < b',
  '## 标题[十一](m.md)',
];

/** A row of whole numbers that looks like chance and is always the same. */
function* numbers(): Generator<number> {
  for (let state = 7; ; ) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

describe('a body read in pieces', () => {
  it('gives the facts of the whole body, whatever stands beside what', () => {
    const next = numbers();
    for (let round = 0; round < 1500; round++) {
      const parts = Array.from({ length: 2 + (round % 4) }, () => {
        return PARTS[(next.next().value as number) % PARTS.length] as string;
      });
      const text = parts.join('\n\n');
      const { faults, links } = markdownFacts(text);
      const sorted = [...links].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
      const all = whole(text);
      const wanted = [...all.links].sort(
        (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
      );
      expect({ text, faults, links: sorted }).toEqual({ text, faults: all.faults, links: wanted });
    }
  });

  it('leaves plain paragraphs and lists unparsed', () => {
    expect(pieces('一段。\n\n- 一\n- 二\n\n脚注[^1]。\n\n[^1]: 说明')).toEqual([]);
    expect(pieces('一段。\n\n见[网站](https://www.gov.cn/)。\n\n又一段。')).toEqual([
      { text: '见[网站](https://www.gov.cn/)。', line: 3 },
    ]);
  });

  it('finds an address behind a character reference', () => {
    const { links } = markdownFacts('一。\n\n见 https&#58;//a.cn\n\n二。');
    expect(links).toMatchObject([{ url: 'https://a.cn', at: { line: 3 } }]);
  });

  it('tells what a reader sees of a link', () => {
    const { links } = markdownFacts('[**粗**字](a.md) [![图](b.png)](c.md) []( d.md)');
    expect(links.map(({ url, text, image }) => [url, text, image])).toEqual([
      ['a.md', '粗字', false],
      ['c.md', '图', false],
      ['b.png', '图', true],
      ['d.md', '', false],
    ]);
  });
});
