import type { Block, Inline, Paragraph, Picture } from '@columns/office/paper';
import { isParagraph, Pictures, textOf } from '@columns/office/paper';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import type { Remark } from './failure.ts';
import { remark } from './failure.ts';
import { pictureInAddress } from './read/data-picture.ts';
import type { Element, Node } from './read/html.ts';
import { attribute, isElement, readPart, words } from './read/html.ts';
import { withDepths, withNumberedLevels } from './shape/headings.ts';
import { toMarkdown } from './write/markdown.ts';

/** What was copied from another program, in our dialect. */
export interface Clip {
  readonly text: string;
  /** Pictures that the text shows, below the folder of the entry's id. */
  readonly pictures: readonly Picture[];
  /** What could not be taken along. */
  readonly remarks: readonly Remark[];
}

/** From so many blocks on, numbers before lines are those of headings; fewer are what was copied, and no more. */
const WHOLE = 3;
/** Stand around a list's number that Word has written into the line. */
const [FROM, TO] = ['\ue000', '\ue001'];

/**
 * HTML of the clipboard as Word, WPS, Excel and browsers write it. Nothing is furniture there: who copied it has
 * chosen it. Pictures come along where their bytes are in it; those of the local disk no page may read.
 *
 * @param id the entry's id, below which pictures are named
 */
export function clipOf(html: string, id: string): Clip {
  const document = parse(html);
  markNumbers(document);
  const lost: string[] = [];
  const pictures = new Pictures((source) => {
    const bytes = pictureInAddress(source);
    if (!bytes) lost.push(source);
    return bytes;
  });
  const read = readPart(document, pictures);
  const blocks = read.blocks.map(numbered).filter((block) => !isEmpty(block));
  const shaped = blocks.length < WHOLE ? blocks : withNumberedLevels(blocks);
  const written = toMarkdown(withDepths(shaped, 2), { id, notes: new Map() });
  return {
    text: written.text,
    pictures: pictures.list,
    remarks: [...read.remarks, ...lostPictures(lost), ...written.remarks],
  };
}

const isEmpty = (block: Block): boolean =>
  isParagraph(block) &&
  textOf(block).trim() === '' &&
  !block.content.some(({ type }) => type === 'picture');

/** Word writes a list as paragraphs, with its number in a part that other programs are told to ignore. */
function markNumbers(parent: { readonly childNodes: Node[] }, level = 1): void {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    const style = attribute(node, 'style') ?? '';
    if (/mso-list\s*:\s*ignore/i.test(style)) {
      const label = words(node).replaceAll(/[\s\u00a0]+/g, '');
      const text = {
        nodeName: '#text',
        value: `${FROM}${level}${FROM}${label}${TO}`,
        parentNode: node,
      };
      node.childNodes = [text as Tree.TextNode];
      continue;
    }
    const own = /mso-list\s*:[^;]*\blevel(\d)/i.exec(style)?.[1];
    markNumbers(node as Element, own === undefined ? level : Number(own));
  }
}

const NUMBER = new RegExp(`^\\s*${FROM}(\\d)${FROM}([^${TO}]*)${TO}[\\s\\u00a0]*`);

/** A paragraph with Word's number before it as an item, or with that number as its words. */
function numbered(block: Block): Block {
  if (!isParagraph(block)) return block;
  const first = block.content.findIndex(({ type }) => type === 'text');
  const run = block.content[first];
  const found = run?.type === 'text' ? NUMBER.exec(run.text) : null;
  if (run?.type !== 'text' || !found) return block;
  const [whole, level = '1', label = ''] = found;
  const rest: Inline[] = [
    { ...run, text: run.text.slice(whole.length) },
    ...block.content.slice(first + 1),
  ];
  const content = trimmedStart(rest);
  const depth = Number(level) - 1;
  if (block.level !== undefined) return { ...block, content: withLabel(label, content) };
  const number = /^(\d{1,3})\.$/.exec(label)?.[1];
  if (number !== undefined)
    return { ...block, content, list: { ordered: true, depth, number: Number(number) } };
  // Bullets are signs of fonts of their own: one letter or sign, whatever it would be in another font.
  if ([...label].length <= 1) return { ...block, content, list: { ordered: false, depth } };
  return { ...block, content: withLabel(label, content) } satisfies Paragraph;
}

const withLabel = (label: string, content: readonly Inline[]): Inline[] => [
  { type: 'text', text: label },
  ...content,
];

function trimmedStart(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.type !== 'text') return [...content];
  const text = first.text.replace(/^[\s\u00a0]+/, '');
  return text === '' ? trimmedStart(rest) : [{ ...first, text }, ...rest];
}

function lostPictures(lost: readonly string[]): Remark[] {
  if (lost.length === 0) return [];
  const local = lost.every((source) => /^file:/i.test(source));
  const why = local
    ? '它们在本机的临时文件里，浏览器读不到'
    : '它们在别的网站或本机上，没有随文字带来';
  return [
    remark(
      'left-out',
      `${lost.length} 张图片没有粘贴进来：${why}。请在原处逐张复制图片再粘贴，或用“图片”按钮选文件`,
      { pictures: lost.length },
    ),
  ];
}
