import type { Block, Paragraph } from '@columns/office/paper';
import { cut, isParagraph, plain, textOf } from '@columns/office/paper';
import { findLoosely, oneLine, squeeze } from '@columns/office/words';
import { isOnlyDay } from './dates.ts';
import { onlyDocNumber } from './doc-number.ts';
import { isOrgan, letterhead, organOfTitle } from './organ.ts';

/** How titles of documents end (《党政机关公文处理工作条例》 names fifteen; offices use more). */
const ENDS =
  /(?:通知|通告|公告|公示|公布|通报|决定|决议|意见|办法|方案|规定|细则|报告|批复|函|指南|清单|名录|名单|目录|规划|计划|要点|制度|条例|公报|解读|预案|标准|纪要|请示|说明|启事|公开|表|书)(?:[（(][^（()）]{1,30}[）)]|[（(]\d{4}[）)])*$/;

/** Whether a line ends as titles do: …的通知. */
export function endsLikeTitle(line: string): boolean {
  return ENDS.test(squeeze(line));
}

/** A line without a sign of a sentence, with a number or a name of its issue behind: 某某活动（第3期）. */
const NUMBERED =
  /^(?:[^，。；、！？]{6,}[（(][^（()），。；]{1,12}|[^。；！？]{6,}[（(]第[^（()），。；]{1,8}[号期批次])[）)]$/;

/** The same for a line at the top of a printed page, which has no looks that tell it from the text. */
export function endsLikePrintedTitle(line: string): boolean {
  return endsLikeTitle(line) || NUMBERED.test(squeeze(line));
}

export interface FoundTitle {
  readonly title: string;
  /** Index of the first block after it. */
  readonly after: number;
  /** Lines before the title that are the printed head: offices and the document number. */
  readonly head: readonly string[];
  /** What stands above the title and is no printed head: 讨论稿, pictures. It belongs to the text. */
  readonly above: readonly Block[];
  /** Notes that hang on the title. */
  readonly notes: readonly string[];
  /** Where words of the title lead: a title is plain text. */
  readonly links: readonly string[];
}

/** Marks of a printed head (GB/T 9704-2012, 7.2): number of the copy, secrecy, urgency; whose attachment it is. */
const MARK =
  /^(?:\d{1,8}|(?:绝密|机密|秘密)(?:★.{0,12})?|特急|加急|平急|特提|签发人[：:].{1,30}|附\s*件\s*[一二三四五六七八九十\d]{0,3}[：:]?)$/;

/** A line of the head without who signed: 示政发〔2024〕3号 签发人：某某. */
export function withoutSigner(line: string): string {
  return line.replace(/\s*签\s*发\s*人\s*[：:].{1,30}$/, '');
}

/** A line of a printed head: an office's letterhead, a number, who signs. */
export const isHeadLine = (text: string): boolean =>
  MARK.test(text) ||
  letterhead(text) !== undefined ||
  onlyDocNumber(withoutSigner(text)) !== undefined;

/** Whether a block without words shows something: a picture. */
const showsMore = ({ content }: Paragraph): boolean =>
  content.some(({ type }) => type === 'picture' || type === 'note');

/** The title in the first blocks of a text, on one line or several. */
export function findTitle(blocks: readonly Block[]): FoundTitle | undefined {
  const head: string[] = [];
  const above: Block[] = [];
  for (let index = 0; index < Math.min(blocks.length, 14); index++) {
    const block = blocks[index];
    if (!isParagraph(block)) return undefined;
    const text = textOf(block);
    if (text === '') {
      if (showsMore(block)) above.push(block);
      continue;
    }
    const next = blocks[index + 1];
    const runsOn = isOrgan(text) && isParagraph(next) && /^(?:关于|印发|转发)/.test(textOf(next));
    if (!runsOn && isHeadLine(text)) {
      head.push(text);
      continue;
    }
    if (!mayBeTitle(block, text)) {
      if (text.length > 40) return undefined;
      above.push(block);
      continue;
    }
    const { pictures, ...found } = joinLines(blocks, index);
    return { ...found, head, above: [...above, ...pictures] };
  }
  return undefined;
}

function mayBeTitle(block: Paragraph, text: string): boolean {
  if (text.length > 120 || text.length < 4 || /[。；;]|[：:，,]$/.test(text) || isOnlyDay(text))
    return false;
  if (/^(?:[（(].*[）)]|附\s*件.*)$/.test(text)) return false;
  return (
    block.title === true ||
    block.align === 'center' ||
    block.level !== undefined ||
    block.list === undefined
  );
}

function joinLines(
  blocks: readonly Block[],
  start: number,
): Omit<FoundTitle, 'head' | 'above'> & { readonly pictures: readonly Block[] } {
  const first = blocks[start] as Paragraph;
  let title = textOf(first);
  let after = start + 1;
  while (after < blocks.length && after < start + 5) {
    const next = blocks[after];
    if (!isParagraph(next)) break;
    const text = textOf(next);
    if (text === '') {
      if (showsMore(next)) break;
      after++;
      continue;
    }
    const alike =
      next.title === first.title && next.align === first.align && next.level === first.level;
    const looked = first.title === true || first.align === 'center';
    const ended = ENDS.test(squeeze(title));
    const goesOn = looked
      ? alike && !ended
      : !ended && ENDS.test(squeeze(text)) && text.length <= 60;
    if (!goesOn || !mayBeTitle(next, text) || onlyDocNumber(text) !== undefined) break;
    title += `\n${text}`;
    after++;
  }
  const content = blocks
    .slice(start, after)
    .flatMap((block) => (isParagraph(block) ? block.content : []));
  return {
    title: oneLine(title),
    after,
    notes: content.flatMap((each) => (each.type === 'note' ? [each.id] : [])),
    links: content.flatMap((each) => (each.type === 'text' ? (each.link ?? []) : [])),
    // A seal or an emblem set into the title's line belongs to the text below.
    pictures: content.flatMap((each) =>
      each.type === 'picture' ? [{ type: 'paragraph' as const, content: [each] }] : [],
    ),
  };
}

/** Blocks without the title (or its form without the office's name) repeated at their start. */
export function withoutTitle(
  blocks: readonly Block[],
  title: string,
): { blocks: Block[]; head: string[]; repeated: string[] } {
  const organ = organOfTitle(title);
  const forms = [title, ...(organ === undefined ? [] : [title.slice(organ.length)])];
  const head: string[] = [];
  const repeated: string[] = [];
  let rest = [...blocks];
  for (let round = 0; round < 4; round++) {
    const at = rest.findIndex((block) => isParagraph(block) && textOf(block) !== '');
    const block = rest[at];
    if (!isParagraph(block)) break;
    const text = plain(block.content);
    const found = forms.map((form) => findLoosely(text, form)).find((place) => place !== undefined);
    if (found && isHead(text.slice(0, found.start))) {
      head.push(text.slice(0, found.start).trim());
      repeated.push(text.slice(found.start, found.end));
      const left = cut(block, found.end);
      rest = [
        ...rest.slice(0, at),
        ...(left.content.length > 0 ? [left] : []),
        ...rest.slice(at + 1),
      ];
      continue;
    }
    // The title's lines, broken as in the printed document.
    const joined = squeeze(text);
    const form = forms.find((each) => joined.length >= 4 && squeeze(each).startsWith(joined));
    const next = rest[at + 1];
    if (
      form !== undefined &&
      isParagraph(next) &&
      squeeze(form) === joined + squeeze(textOf(next))
    ) {
      repeated.push(form);
      rest = [...rest.slice(0, at), ...rest.slice(at + 2)];
      continue;
    }
    if (letterhead(text) !== undefined || onlyDocNumber(text) !== undefined) {
      const later = rest
        .slice(at + 1, at + 5)
        .some(
          (other) =>
            isParagraph(other) &&
            forms.some(
              (each) =>
                squeeze(each).startsWith(squeeze(textOf(other)).slice(0, 12)) &&
                textOf(other).length > 3,
            ),
        );
      if (!later && onlyDocNumber(text) === undefined) break;
      head.push(text.trim());
      rest = [...rest.slice(0, at), ...rest.slice(at + 1)];
      continue;
    }
    break;
  }
  return { blocks: rest, head: head.filter((line) => line !== ''), repeated };
}

/** Whether a text is a printed head only: offices and a document number. */
function isHead(text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every(
      (word) =>
        word === '' ||
        isOrgan(word) ||
        letterhead(word) !== undefined ||
        onlyDocNumber(word) !== undefined,
    );
}
