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
  ['paragraphs', 'one\n\ntwo'],
  ['headings', '## a\n\n### b\n\n###### d'],
  ['bold text', '**a** **b** and **c d**'],
  ['escapes', '\\*a\\* \\[b\\] \\`c\\` \\<d\\>'],
  ['references to characters', '&amp; &copy; &#35; &#x22; &nosuch;'],
  ['quotations', '> a\n>\n> > c\n\n> d'],
  ['tight lists', '- a\n- b\n  - c\n    - d\n- e'],
  ['loose lists', '- a\n\n- b\n\n  more'],
  ['numbered lists', '3. a\n4. b'],
  ['lists with blocks', '1. a\n\n   b\n\n   > c\n2. d'],
  ['dividing lines', 'a\n\n---\n\n- - -'],
  ['links', '[a](https://a.cn) [b](<c d> "t")'],
  ['pictures', '![a](b.png "c")'],
  ['addresses', '<https://a.cn> <a@b.cn>'],
  ['bare addresses', 'www.gov.cn https://www.gov.cn/a?b=c. a@b.cn (https://a.cn/b_(c))'],
  ['struck text', '~~a~~ ~~a **b** c~~'],
  ['hard breaks', 'a  \nb\\\nc'],
  ['tables', '| a | b |\n| - | - |\n| c | d |\n| e |\n| f | g | h |'],
  ['aligned tables', 'a | b | c\n:- | :-: | -:\n1 | 2 | 3'],
  ['tables with marks', '| **a** | b \\| c |\n| - | - |\n| [d](e) | ~~f~~ |'],
  ['a table after a paragraph', 'a\n\n| b |\n| - |\n| c |\n\nd'],
  ['a table without rows', '| a | b |\n| - | - |'],
  ['footnotes', 'a[^1] b[^n] c[^1]\n\n[^1]: one\n[^n]: two\n\n    three'],
  ['a table in a quotation', '> | a |\n> | - |\n> | b |'],
  ['Chinese', '## 一、总则\n\n县政府办公室 **印发** 通知。\n\n1. 第一项\n2. 第二项'],
  ['nothing', ''],
  ['empty lines', '\n\n\n'],
  ['tabs', '-\ta\n\n\tb\n\n1.\tc'],
  ['Windows line ends', 'a\r\n\r\n- c\r\n- d'],
];

describe('what the dialect shares with GFM has the same elements and text as in remark with remark-gfm', () => {
  it.each(CORPUS)('for %s', (_, text) => {
    expect(shape(renderMarkdown(text).html)).toEqual(shape(String(remark.processSync(text))));
  });

  it('and not merely nothing', () => {
    const all = CORPUS.map(([, text]) => renderMarkdown(text).html).join('');
    for (const tag of 'h2 strong blockquote ul ol hr a img del br table th td sup section'.split(
      ' ',
    )) {
      expect(all).toContain(`<${tag}`);
    }
  });
});
