import type { Block, Paragraph } from '@columns/office/paper';
import { cut, isParagraph, plain } from '@columns/office/paper';
import { chineseNumber } from '@columns/office/words';
import { findSignature } from './signature.ts';

/*
 * Old sites give a whole document as one paragraph. Its numbering says where paragraphs began;
 * breaks are put back there and nowhere else, and no character is changed.
 */

/** Paragraphs shorter than this are left as they are. */
const LONG = 80;

/** Numberings of documents (GB/T 9704-2012, 7.3.3), each with the number it counts. */
const SEQUENCES: readonly { pattern: RegExp; value: (text: string) => number | undefined }[] = [
  { pattern: /([一二三四五六七八九十]{1,3})、/g, value: chineseNumber },
  { pattern: /[（(]([一二三四五六七八九十]{1,3})[）)]/g, value: chineseNumber },
  {
    pattern: /第([一二三四五六七八九十]{1,3})[条章节](?=[\s\u3000\u4e00-\u9fff])/g,
    value: chineseNumber,
  },
  { pattern: /(?<![\d.．])(\d{1,2})[.．、](?!\d)/g, value: Number },
  { pattern: /[（(](\d{1,2})[）)]/g, value: Number },
  { pattern: /([㈠-㈩])/g, value: (sign) => sign.charCodeAt(0) - 0x321f },
  { pattern: /([①-⑳])/g, value: (sign) => sign.charCodeAt(0) - 0x245f },
];
/** What may stand before a paragraph's number: the end of what came before. */
const BEFORE = /[。；;：:！？”’）)\s\u3000】]$/;
const ADDRESSEE =
  /^[^。：:；]{1,120}?(?:部门|单位|政府|局|机构|企业|学校|公司|委员会|办公室|办公厅|处|中心|门诊部|农村局|国企|主体|园区|银行|部|厅|会)\s*[：:]/;

export function unflatten(blocks: readonly Block[]): { blocks: Block[]; made: number } {
  let made = 0;
  const result = blocks.flatMap((block): Block[] => {
    if (!isParagraph(block) || block.level !== undefined || block.list) return [block];
    const text = plain(block.content);
    if (text.length < LONG && !findSignature(text)) return [block];
    const parts = split(block, text);
    made += parts.length - 1;
    return parts;
  });
  return { blocks: result, made };
}

function split(block: Paragraph, text: string): Paragraph[] {
  const at = new Set<number>();
  const long = text.length >= LONG;
  if (long) {
    for (const { pattern, value } of SEQUENCES)
      for (const place of sequence(text, pattern, value)) at.add(place);
    // Nobody types a space after a full stop: it is what is left of a paragraph's end.
    for (const match of text.matchAll(/(?<=[。；！？：][”）)]?)[\s\u3000]+(?=\S)/g))
      at.add(match.index);
    for (const match of text.matchAll(
      /(?<=[。；！？\s）)日])附\s*件\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?!\d))?(?:\s*[：:]|(?=\s+\S))/g,
    ))
      at.add(match.index);
    const addressee = ADDRESSEE.exec(text);
    if (addressee) at.add(addressee[0].length);
  }
  const signature = findSignature(text);
  if (signature) {
    at.add(signature.start);
    at.add(signature.end);
  }
  const places = [0, ...[...at].filter((place) => place > 0).sort((a, b) => a - b), text.length];
  return places
    .slice(0, -1)
    .map((start, index) => cut(block, start, places[index + 1]))
    .filter(({ content }) => content.length > 0)
    .flatMap(splitHeading);
}

const NUMBERED_HEAD =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s*[^。，；：！？\s]{2,40}[\s\u3000]+(?=\S{12})/;
const ATTACHMENT_HEAD =
  /^附\s*件\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?!\d))?[：:]?\s*(?!\d[.．、])[^。，；：！？\s]{4,60}[\s\u3000]+(?=\S)/;

/** `一、调整标准 从4月1日起，…`: a head, a space, and what belongs under it. */
function splitHeading(part: Paragraph): Paragraph[] {
  const text = plain(part.content);
  const match = NUMBERED_HEAD.exec(text) ?? ATTACHMENT_HEAD.exec(text);
  if (!match) return [part];
  return [cut(part, 0, match[0].length), cut(part, match[0].length, text.length)];
}

/** Places of the numbers that count on from 1, each after the end of something. */
function sequence(
  text: string,
  pattern: RegExp,
  value: (text: string) => number | undefined,
): number[] {
  const runs: number[][] = [];
  let run: number[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > 0 && !BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index)))
      continue;
    const number = value(match[1] ?? '');
    if (number === last + 1) run.push(match.index);
    else if (number === 1) {
      runs.push(run);
      run = [match.index];
    } else continue;
    last = number;
  }
  runs.push(run);
  // A single number is as likely a date's or an enumeration's.
  return runs.filter((each) => each.length > 1).flat();
}
