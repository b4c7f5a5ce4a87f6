import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../src/markdown/index.ts';

/** The processor not chosen: remark with remark-gfm, as anyone would put it together. */
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);

/** Elements and text as nested lists; ours adds boxes, moves headings and names footnotes in Chinese. */
type Shape = string | readonly [string, readonly Shape[]];

function shape(html: string): readonly Shape[] {
  return shapes((fromHtml(html, { fragment: true }) as Root).children);
}

function shapes(nodes: readonly RootContent[]): Shape[] {
  return nodes.flatMap((node): Shape[] => {
    if (node.type === 'text') return node.value.trim() === '' ? [] : [node.value.trim()];
    if (node.type !== 'element') return [];
    if (node.properties.id === 'footnote-label') return [['h2', []]];
    const inner = shapes(node.children);
    return node.tagName === 'div' ? inner : [[node.tagName, inner]];
  });
}

const CORPUS: readonly (readonly [string, string])[] = [
  ['paragraphs', 'one\ntwo\n\nthree'],
  ['headings of both forms', '## a\n\n### b\n\nc\n---\n\n###### d ######'],
  ['emphasis', '*a* **b** ***c*** _d_ __e__ **a *b* c**'],
  ['intraword marks', 'snake_case_name a*b*c 2*3*4'],
  ['escapes', '\\*a\\* \\[b\\] \\`c\\` \\<d\\>'],
  ['references to characters', '&amp; &copy; &#35; &#x22; &nosuch;'],
  ['code', '`a` ``b ` c`` ` d `'],
  ['fenced code', '```js\nlet a = 1;\n\n  b\n```\n\n~~~\nc\n~~~'],
  ['indented code', '    a\n    b\n\n    c'],
  ['quotations', '> a\n> b\n>\n> > c\n\n> d\ne'],
  ['tight lists', '- a\n- b\n  - c\n    - d\n- e'],
  ['loose lists', '- a\n\n- b\n\n  more'],
  ['numbered lists', '3. a\n4. b\n\n1) c\n2) d'],
  ['task lists', '- [ ] a\n- [x] b\n- [X] **c**'],
  ['lists with blocks', '1. a\n\n   ```\n   b\n   ```\n\n   > c\n2. d'],
  ['rules', 'a\n\n---\n\n***\n\n_ _ _'],
  ['links', '[a](https://a.cn) [b](<c d> "t") [e][f] [f] [f][]\n\n[f]: /g "h"'],
  ['pictures', '![a](b.png "c") ![d][e]\n\n[e]: f.png'],
  ['addresses', '<https://a.cn> <a@b.cn>'],
  ['bare addresses', 'www.gov.cn https://www.gov.cn/a?b=c. a@b.cn (https://a.cn/b_(c))'],
  ['strikethrough', '~~a~~ ~b~ ~~a **b** c~~'],
  ['hard breaks', 'a  \nb\\\nc'],
  ['tables', '| a | b |\n| - | - |\n| c | d |\n| e |\n| f | g | h |'],
  ['aligned tables', 'a | b | c\n:- | :-: | -:\n1 | 2 | 3'],
  ['tables with marks', '| **a** | `b \\| c` |\n| - | - |\n| [d](e) | ~~f~~ |'],
  ['a table after a paragraph', 'a\n\n| b |\n| - |\n| c |\n\nd'],
  ['a table without rows', '| a | b |\n| - | - |'],
  ['footnotes', 'a[^1] b[^n] c[^1]\n\n[^1]: one\n[^n]: two\n\n    three'],
  ['a table in a quotation', '> | a |\n> | - |\n> | b |'],
  ['Chinese', '## 一、总则\n\n县政府办公室 **印发** 通知。\n\n1. 第一项\n2. 第二项'],
  ['nothing', ''],
  ['empty lines', '\n\n\n'],
  ['tabs', '-\ta\n\n\tb\n\n1.\tc'],
  ['laziness', '> a\nb\n\n- c\nd'],
  ['what looks like marks', '* a\n*b\n+c\n1.d\n#e\n-f'],
  ['Windows line ends', 'a\r\nb\r\n\r\n- c\r\n- d'],
];

describe('the renderer gives the same elements and text as remark with remark-gfm', () => {
  it.each(CORPUS)('for %s', (_, text) => {
    expect(shape(renderMarkdown(text).html)).toEqual(shape(String(remark.processSync(text))));
  });

  it('and not merely nothing', () => {
    const all = CORPUS.map(([, text]) => renderMarkdown(text).html).join('');
    for (const tag of 'h2 em strong code pre blockquote ul ol input hr a img del br table th td sup section'.split(
      ' ',
    )) {
      expect(all).toContain(`<${tag}`);
    }
  });
});
