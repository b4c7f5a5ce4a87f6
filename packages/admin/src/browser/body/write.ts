import type { Node } from 'prosemirror-model';
import { type Care, codedFirst } from './escape.ts';
import { children } from './normal.ts';
import { tableText } from './write-table.ts';
import { lineText, paragraphText } from './write-words.ts';

/** One block in the dialect, without a line's end behind it. Blocks are written in their normal form. */
export function blockText(node: Node, care: Care): string {
  switch (node.type.name) {
    case 'paragraph':
      return paragraphText(children(node), care);
    case 'heading': {
      const words = lineText(children(node), care);
      const safe = care === 'plain' ? words : words.replace(/^#/, '\\#');
      return `${'#'.repeat(node.attrs['level'])} ${begun(safe, care)}`;
    }
    case 'blockquote':
      return quoted(node, care);
    case 'bullet_list':
    case 'ordered_list':
      return listText(node, care);
    case 'rule':
      return '---';
    case 'table':
      return tableText(node, care);
    case 'note':
      return indented(`[^${node.attrs['label']}]: `, blocksText(node, care), 4);
    default:
      return node.textContent;
  }
}

function blocksText(parent: Node, care: Care): string {
  return children(parent)
    .map((child) => blockText(child, care))
    .join('\n\n');
}

/** What a mark is judged by is the first sign behind it: `> 60岁` is no quotation, and white space no words. */
const begun = (text: string, care: Care): string =>
  care === 'coded' && !/^[!-/:-@[-`{-~]/.test(text) ? codedFirst(text) : text;

function quoted(node: Node, care: Care): string {
  const text = blocksText(node, care);
  return (node.firstChild?.type.name === 'paragraph' ? begun(text, care) : text)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function listText(list: Node, care: Care): string {
  // What was read wrong close together is read right with empty lines between.
  const loose = list.attrs['loose'] === true || care !== 'plain';
  return children(list)
    .map((item) => {
      const { number } = item.attrs;
      const mark = number === null ? '- ' : `${number}. `;
      return indented(mark, itemText(item, care, loose), mark.length);
    })
    .join(loose ? '\n\n' : '\n');
}

function itemText(item: Node, care: Care, loose: boolean): string {
  let text = '';
  for (const [index, child] of children(item).entries()) {
    const before = index === 0 ? undefined : item.child(index - 1).type.name;
    const close =
      !loose && before === 'paragraph' && /_list$/.test(child.type.name) && startsAtOne(child);
    const words = blockText(child, care);
    text += index === 0 ? begun(words, care) : `${close ? '\n' : '\n\n'}${words}`;
  }
  return text;
}

/** Only such a list may follow words at once. */
const startsAtOne = (list: Node): boolean => {
  const number = list.firstChild?.attrs['number'] ?? null;
  return number === null || number === 1;
};

/** A mark, and what belongs to it below its words. */
function indented(mark: string, text: string, width: number): string {
  const [first = '', ...rest] = text.split('\n');
  return [mark + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))].join(
    '\n',
  );
}
