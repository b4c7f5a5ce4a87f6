import type { Counted } from '@columns/office/count';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';

/** Elements whose text no browser shows as words. */
const CODE = new Set(['script', 'style', 'template', 'head', 'rp', 'datalist']);
/** Elements that stand in a line. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike
  strong sub sup time tt u var wbr o:p`.split(/\s+/),
);
const FILES: Readonly<Record<string, string>> = {
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
};

/** Everything that a page's body holds: all text nodes, what is said of its pictures, its addresses. */
export function countPage(html: string): Counted[] {
  const things: Counted[] = [];
  let line = '';
  const add = (sort: Counted['sort'], text: string, where: string) => {
    if (sort === 'picture' || text.trim() !== '') things.push({ sort, text, where });
  };
  const end = () => {
    add('text', line, '网页');
    line = '';
  };
  const own = ({ tagName, attrs }: Tree.Element) => {
    const value = (name: string) => attrs.find((each) => each.name === name)?.value.trim() ?? '';
    if (tagName === 'a' && /^(?:https?:|mailto:|\/\/)/i.test(value('href')))
      add('link', value('href'), '网页的链接');
    if (tagName === 'img' && value('src') !== '') {
      add('picture', '', '网页的图片');
      add('text', value('alt'), '图片的说明');
    }
    if (tagName === 'input' && /^(?:checkbox|radio)$/i.test(value('type')))
      things.push({ sort: 'sign', text: '', where: '网页的表单' });
    if (tagName === 'input' && !/^(?:hidden|image|checkbox|radio)$/i.test(value('type')))
      add('text', value('value'), '网页的表单');
    const file = value(FILES[tagName] ?? '');
    if (!/^about:/i.test(file)) add('link', file, '嵌入的文件');
  };
  const visit = (nodes: readonly Tree.ChildNode[]) => {
    for (const node of nodes) {
      if (node.nodeName === '#text') line += (node as Tree.TextNode).value;
      if (!('tagName' in node) || CODE.has(node.tagName)) continue;
      const inline = INLINE.has(node.tagName);
      if (!inline) end();
      own(node);
      const page = node.attrs.find(({ name }) => node.tagName === 'iframe' && name === 'srcdoc');
      visit(page ? parse(page.value).childNodes : node.childNodes);
      if (!inline) end();
    }
  };
  visit(parse(html).childNodes);
  end();
  return things;
}
