import { blocksOf, readArticle } from '@columns/search/extract';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';

const BLOCK =
  /^(?:h[1-6]|p|li|t[dhr]|br|[uod]l|d[td]|div|section|figure|figcaption|blockquote|pre|details|summary|table|thead|tbody|img|hr|video|article)$/;
const FURNITURE = /^(?:aside|nav|button|dt|form|script|style|template|caption|svg)$/;

/** The same reading by a real parser: every block element ends a text and begins another. */
function parsed(html: string): string[] {
  const blocks: string[] = [];
  let text = '';
  const close = () => {
    if (text.trim() !== '') blocks.push(text.trim());
    text = '';
  };
  const read = (node: ElementContent) => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') return;
    const furniture = FURNITURE.test(node.tagName);
    if (furniture || BLOCK.test(node.tagName)) close();
    if (!furniture) for (const child of node.children) read(child);
    if (furniture || BLOCK.test(node.tagName)) close();
  };
  const article = find(fromHtml(html));
  for (const child of article?.children ?? []) read(child);
  close();
  return blocks;
}

function find(node: Root | Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'article' ? child : find(child);
    if (found) return found;
  }
  return undefined;
}

const PAGES = [
  '<h1>标题<br>第二行</h1><p>一段<strong>粗</strong>体，<a href="/a>b">链接</a>。</p>',
  '<ul><li>外<ul><li>内一</li><li><p>内二</p>尾</li></ul>后</li><li>x<sub>2</sub><sup>3</sup></li></ul>',
  '<table><caption>标题（共 3 条）</caption><thead><tr><th>姓名</th></tr></thead><tbody><tr><td>甲<br>乙</td><td></td></tr></tbody></table>',
  '<nav aria-label="目录"><ol><li>一、总则</li></ol></nav><h2 id="s-1">一、总则</h2><button>复制</button>',
  '<p title="a > b">属性里的尖括号</p><!-- <p>注释</p> --><p>&lt;b&gt; &amp;amp; &#20013;&#x6587;&nbsp;&quot;</p>',
  '<figure><img src="a.png" alt="图">\n<figcaption>图说</figcaption></figure><blockquote>引文<p>段</p></blockquote>',
  '<details><summary>问：</summary>答：<p>可以</p></details><script>if (1 < 2) x("</p>")</script><template><p>无</p></template>',
  '<p>未写<em>完<code>a  b</code></em></p>\n\n文章里的裸字<div>盒<span>内</span></div>',
  '<dl><div><dt>发布机构</dt><dd>某局</dd></div></dl><p>正文</p>',
  '<aside>旁注</aside><div class="tip" role="note"><p class="tip-title">提示</p><p>𠮷😀</p></div><pre>一\n二</pre><p>a<wbr>b<ruby>汉<rt>han</rt></ruby></p>',
];

test.each(PAGES)('reads as a real parser does: %s', (inner) => {
  const html = `<!doctype html><body><nav>外</nav><main><article class="x">${inner}</article></main><p>脚</p></body>`;
  expect(blocksOf(html)).toEqual(parsed(html));
  expect(blocksOf(html).length).toBeGreaterThan(0);
});

test('headings are known as such, and a page without an article has no text', () => {
  expect(readArticle('<article><h2>一<b>二</b></h2><p>三</p></article>')).toEqual([
    { text: '一二', heading: true },
    { text: '三', heading: false },
  ]);
  expect(blocksOf('<main><p>没有正文</p></main>')).toEqual([]);
});

test('facts are read with their labels, in the article and beside it', () => {
  const list = (rows: string) => `<dl data-search-facts>${rows}</dl>`;
  const html = `<article><h1>题</h1><dl><div><dt>发文<b>字号</b></dt><dd>某发〔2026〕1号</dd></div>
    <dt>咨询电话</dt><dd>一<br>二</dd></dl><p>正文</p></article>
    <dl><dt>另存</dt><dd>原文</dd></dl>${list('<dt>列入</dt><dd><a href="/a">养老服务</a></dd>')}`;
  expect(readArticle(html)).toEqual([
    { text: '题', heading: true },
    { text: '某发〔2026〕1号', heading: false, label: '发文字号' },
    { text: '一', heading: false, label: '咨询电话' },
    { text: '二', heading: false, label: '咨询电话' },
    { text: '正文', heading: false },
    { text: '养老服务', heading: false, label: '列入' },
  ]);
});

test('a table of five megabytes is read whole', () => {
  const row = `<tr>${'<td>甲乙丙丁戊己庚辛</td>'.repeat(10)}</tr>`;
  const html = `<article><table>${row.repeat(28_000)}</table></article>`;
  expect(html.length).toBeGreaterThan(5_000_000);
  expect(blocksOf(html)).toHaveLength(280_000);
});
