import type { Block } from '@columns/office/paper';
import { isParagraph, paragraph, textOf } from '@columns/office/paper';
import { oneLine, squeeze } from '@columns/office/words';
import { withDepths, withNumberedLevels } from '../shape/headings.ts';

/** An attachment that the text names: 附件：1.任务分工. */
export interface NamedAttachment {
  readonly number?: string;
  readonly name: string;
}

export interface Parts {
  readonly blocks: readonly Block[];
  readonly attachments: readonly NamedAttachment[];
  /** Titles of the parts that became sections. */
  readonly sections: readonly string[];
}

const ATTACHMENT =
  /^附\s*件\s*([一二三四五六七八九十]{1,3}|\d{1,2}(?!\d))?\s*[：:.．]?\s*(.{0,80})$/s;

const NAMED = { ordered: false, depth: 0, label: '' };

/**
 * Cuts a text into what is issued, the document it forwards and its attachments, and gives every
 * heading its depth: parts are second-level headings, and what stands in a part is below them.
 */
export function findParts(blocks: readonly Block[], title: string | undefined): Parts {
  const attachments: NamedAttachment[] = [];
  const listed = new Set<Block>();
  const parts: { title?: string; blocks: Block[] }[] = [{ blocks: [] }];
  const current = () => parts.at(-1) as { title?: string; blocks: Block[] };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const text = isParagraph(block) ? textOf(block) : '';
    const match = isParagraph(block) ? ATTACHMENT.exec(text) : null;
    if (match) {
      const [, number = '', rest = ''] = match;
      const known = isNamed(attachments, rest);
      const next = blocks[index + 1];
      const listFollows =
        isParagraph(next) && /^\d{1,2}\s*[.．、]/.test(textOf(next)) && attachments.length === 0;
      if (rest === '' && !listFollows) {
        const name = titleAfter(blocks, index + 1);
        parts.push({ title: heading(number, name.title), blocks: [] });
        index = name.after - 1;
        continue;
      }
      if (known && rest !== '' && !/^\d{1,2}\s*[.．、]/.test(rest)) {
        parts.push({ title: heading(number, rest), blocks: [] });
        continue;
      }
      attachments.push(...namesIn(rest, number));
      for (let more = index + 1; more < blocks.length; more++) {
        const item = blocks[more];
        if (
          !isParagraph(item) ||
          !/^\d{1,2}\s*[.．、]/.test(textOf(item)) ||
          textOf(item).length > 90
        )
          break;
        attachments.push(...namesIn(textOf(item), ''));
        listed.add(item);
      }
    } else if (parts.length === 1 && current().blocks.length > 0 && isParagraph(block)) {
      const forwarded = forwardedTitle(blocks, index, title);
      if (forwarded) {
        parts.push({ title: forwarded.title, blocks: [] });
        index = forwarded.after - 1;
        continue;
      }
    }
    // A name in the list of attachments is no heading, however short.
    current().blocks.push(
      isParagraph(block) && listed.has(block) ? { ...block, list: block.list ?? NAMED } : block,
    );
  }
  const filled = parts.filter((part, index) => index === 0 || part.title !== undefined);
  return {
    blocks: filled.flatMap(({ title: name, blocks: own }) => [
      ...(name === undefined ? [] : [paragraph(name, { level: 2 })]),
      ...withDepths(withNumberedLevels(own), name === undefined ? 2 : 3),
    ]),
    attachments,
    sections: filled.flatMap(({ title: name }) => name ?? []),
  };
}

function heading(number: string, name: string): string {
  return name === '' ? `附件${number}` : `附件${number}：${name}`;
}

function isNamed(attachments: readonly NamedAttachment[], rest: string): boolean {
  const wanted = squeeze(rest);
  return attachments.some(
    ({ name }) => wanted.startsWith(squeeze(name)) || squeeze(name).startsWith(wanted),
  );
}

/** `1.任务分工 2.部门名单` → two names. */
function namesIn(text: string, number: string): NamedAttachment[] {
  const found = [
    ...text.matchAll(/(?:^|\s)(\d{1,2})\s*[.．、]\s*(.+?)(?=\s+\d{1,2}\s*[.．、]|$)/gs),
  ];
  if (found.length === 0) {
    const name = oneLine(text);
    return name === '' ? [] : [{ ...(number === '' ? {} : { number }), name }];
  }
  return found.map(([, each = '', name = '']) => ({ number: each, name: oneLine(name) }));
}

function titleAfter(blocks: readonly Block[], start: number): { title: string; after: number } {
  let at = start;
  while (isParagraph(blocks[at]) && textOf(blocks[at] as Block) === '') at++;
  const block = blocks[at];
  if (!isParagraph(block) || block.list) return { title: '', after: start };
  const text = textOf(block);
  if (
    text.length > 80 ||
    /[。；：:]$/.test(text) ||
    (/^[一二三四五六七八九十\d（(]/.test(text) && !/^\d{4}/.test(text))
  )
    return { title: '', after: start };
  return { title: oneLine(text), after: at + 1 };
}

/** The title of the document that a notice forwards stands again above it. */
function forwardedTitle(
  blocks: readonly Block[],
  index: number,
  title: string | undefined,
): { title: string; after: number } | undefined {
  if (title === undefined) return undefined;
  const inner = /(?:印发|转发|公布|发布|批转)(.+?)的(?:通知|公告|通告)/
    .exec(squeeze(title))?.[1]
    ?.replace(/^关于/, '');
  if (inner === undefined) return undefined;
  const wanted = inner.replaceAll(/[《》〈〉<>“”]/g, '');
  let joined = '';
  for (let at = index; at < Math.min(blocks.length, index + 3); at++) {
    const block = blocks[at];
    if (!isParagraph(block) || textOf(block).length > 90) return undefined;
    joined += squeeze(textOf(block));
    if (joined.replaceAll(/[《》〈〉<>“”]/g, '') === wanted)
      return { title: oneLine(joined), after: at + 1 };
    if (!wanted.startsWith(joined)) return undefined;
  }
  return undefined;
}
