import type { Block, Inline } from '@columns/office/paper';
import { isParagraph, textOf } from '@columns/office/paper';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';

/** 图1　全县学校分布图, 图 2-1: a line that names the picture above it, or the one below. */
const CAPTION = /^图\s*[\d一二三四五六七八九十]{1,3}(?:[-.—]\d{1,2})?[\s:：.、　]*\S/;
/** Words that say nothing of a picture: 图1, 图片 2, Picture 3, image1.png. */
const NOTHING =
  /^(?:|图\s*\d*|图片\s*\d*|picture\s*\d*|image\s*\d*(?:\.\w+)?|img[_-]?\d*(?:\.\w+)?)$/i;

/** Gives pictures that say nothing of themselves the words of the caption beside them. */
export function withCaptions(blocks: readonly Block[]): { blocks: Block[]; remarks: Remark[] } {
  const lost: string[] = [];
  let named = 0;
  const made = blocks.map((block, index) => {
    if (!isParagraph(block) || !block.content.some(isSilent) || textOf(block).trim() !== '')
      return block;
    const caption = [blocks[index + 1], blocks[index - 1]]
      .filter((each) => each !== undefined && isParagraph(each))
      .map((each) => textOf(each).trim())
      .find((text) => CAPTION.test(text) && text.length <= 60 && !/[。；]$/.test(text));
    if (caption === undefined) return block;
    named += 1;
    const content = block.content.map((each): Inline => {
      if (!isSilent(each)) return each;
      if (each.type === 'picture' && each.alt !== '') lost.push(each.alt);
      return { ...each, alt: caption } as Inline;
    });
    return { ...block, content };
  });
  if (named === 0) return { blocks: [...blocks], remarks: [] };
  const remarks = [remark('changed', `${named} 张图片的说明取自图题，请核对`, { words: lost })];
  return { blocks: made, remarks };
}

const isSilent = (each: Inline): boolean =>
  each.type === 'picture' && NOTHING.test(each.alt.trim());
