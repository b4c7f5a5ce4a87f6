import type { Block, Paragraph } from '@columns/office/paper';
import { isParagraph, textOf } from '@columns/office/paper';

/** Levels of numbered headings in official documents (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）. */
const NUMBERED: readonly { level: number; pattern: RegExp; longest: number }[] = [
  { level: 1, pattern: /^第[一二三四五六七八九十百]+[章编]/, longest: 40 },
  { level: 1, pattern: /^[一二三四五六七八九十]{1,3}、/, longest: 50 },
  { level: 2, pattern: /^第[一二三四五六七八九十百]+节/, longest: 40 },
  { level: 2, pattern: /^[（(][一二三四五六七八九十]{1,3}[）)]/, longest: 50 },
  { level: 3, pattern: /^\d{1,2}[.．、](?!\d)/, longest: 40 },
  { level: 4, pattern: /^[（(]\d{1,2}[）)]/, longest: 40 },
];

/** The level that a paragraph's number gives it, if the paragraph is a heading and no sentence. */
export function numberedLevel(block: Paragraph): number | undefined {
  const text = textOf(block);
  const found = NUMBERED.find(({ pattern }) => pattern.test(text));
  if (!found || text.length > found.longest || block.list?.label === '') return undefined;
  const rest = text.replace(found.pattern, '').trim();
  if (rest === '') return undefined;
  // A sentence inside means that the text begins on the heading's own line.
  if (/[。.]$/.test(rest) && text.length > 40) return undefined;
  // 二、同意《规划》。 is a sentence; （一）落实指引，编制目录。 is still a heading.
  // 一、为什么制定《办法》？ is what an interpretation answers below.
  const asked = found.level <= 2 ? rest.replace(/[？?]$/, '') : rest;
  const body = found.level === 2 ? asked.replace(/[。.]$/, '') : asked;
  const sentence = found.level <= 2 ? /[。；;！？：:]/ : /[。；;！？：:，,]/;
  return sentence.test(body) ? undefined : found.level;
}

/**
 * Gives paragraphs the level of their number, where no style has given them one. Short numbered
 * lines one after another are a list and no headings: `1. 户籍管理`, `2. 养老服务`.
 */
export function withNumberedLevels(blocks: readonly Block[]): Block[] {
  const levels = blocks.map((block) =>
    isParagraph(block) && block.level === undefined ? numberedLevel(block) : undefined,
  );
  return blocks.map((block, index) => {
    const level = levels[index];
    if (level === undefined || !isParagraph(block)) return block;
    const sibling = levels[index - 1] === level || levels[index + 1] === level;
    if (level > 1 && (sibling || index === blocks.length - 1)) return block;
    if (level === 1 && sibling && !holdsText(levels, level)) return block;
    const { list: _, ...rest } = block;
    return { ...rest, level };
  });
}

/** Whether something stands under any heading of the level. */
function holdsText(levels: readonly (number | undefined)[], level: number): boolean {
  return levels.some(
    (each, index) => each === level && index + 1 < levels.length && levels[index + 1] !== level,
  );
}

/** Depths for the page, 2 to 6: the highest level present is `top`, and none is skipped. */
export function withDepths(blocks: readonly Block[], top: number): Block[] {
  const levels = blocks.flatMap((block) => (isParagraph(block) ? (block.level ?? []) : []));
  const highest = Math.min(...levels);
  let depth = top - 1;
  return blocks.map((block) => {
    if (!isParagraph(block) || block.level === undefined) return block;
    depth = Math.min(depth + 1, top + block.level - highest, 6);
    return { ...block, level: depth };
  });
}
