import type { Block } from '@columns/office/paper';
import { cut, isParagraph, plain, textOf } from '@columns/office/paper';
import { findLoosely, oneLine, squeeze } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import { withCaptions } from '../shape/captions.ts';
import { flatTables } from '../shape/flat-tables.ts';
import { clearFurniture, filesIn, takeRegister } from '../shape/furniture.ts';
import { openHeadTables, withoutImprint } from '../shape/head-tables.ts';
import type { LabelledPaper, Labels } from '../shape/labels.ts';
import { findSignature } from '../shape/signature.ts';
import { unflatten } from '../shape/unflatten.ts';
import type { Attribute } from './attribute.ts';
import { findAttribute } from './attribute.ts';
import { isOnlyDay, readDay } from './dates.ts';
import { leadingDocNumber, onlyDocNumber, trailingDocNumber } from './doc-number.ts';
import type { Facts } from './facts.ts';
import { isOrgan, letterhead, organOfTitle } from './organ.ts';
import type { NamedAttachment } from './parts.ts';
import { findParts } from './parts.ts';
import { findTitle, withoutSigner, withoutTitle } from './title.ts';

export interface Recognised {
  readonly facts: Facts;
  /** The text below the header; headings have their depth on the page as `level`. */
  readonly blocks: readonly Block[];
  readonly attachments: readonly NamedAttachment[];
  /** Files that the old page offered and that are not here. */
  readonly downloads: readonly string[];
  readonly sections: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Tells a document's header from its text. Pure: paper → facts and text. */
export function recognise(paper: LabelledPaper): Recognised {
  const remarks: Remark[] = [...paper.remarks];
  const opened = paper.page ? paper.blocks : openHeadTables(paper.blocks);
  const cleared = paper.page ? clearFurniture(opened) : takeRegister(opened);
  remarks.push(...cleared.remarks);
  const labels: Labels = { ...cleared.labels, ...paper.labels };
  let blocks: Block[] = cleared.blocks.filter(
    (block) => !isParagraph(block) || block.content.length > 0,
  );
  const head: string[] = [];
  /** The title where it stands in the text again. */
  const repeated: string[] = [];
  let title = labels.title === undefined ? undefined : oneLine(labels.title);
  if (title === undefined) {
    const found = findTitle(blocks);
    if (found) {
      title = found.title;
      head.push(...found.head);
      blocks = [...found.above, ...titleNotes(found.notes, paper), ...blocks.slice(found.after)];
      if (found.notes.length > 0)
        remarks.push(remark('changed', '标题上的注写成了正文开头的“标题注”，请核对'));
      const links = [...new Set(found.links)];
      if (links.length > 0)
        remarks.push(
          remark(
            'left-out',
            `标题上的链接没有写入：${links.map((link) => `“${link}”`).join('、')}`,
            { words: found.links },
          ),
        );
    }
  }
  const tail = paper.page ? withoutFileNames(blocks, title) : { blocks, names: [], beside: [] };
  blocks = tail.blocks;
  if (tail.beside.length > 0)
    remarks.push(
      remark('left-out', `文末附件名旁的文字没有写入：“${tail.beside.join(' ')}”`, {
        words: tail.beside,
      }),
    );
  if (title !== undefined) {
    const rest = withoutTitle(blocks, title);
    blocks = rest.blocks;
    head.push(...rest.head);
    repeated.push(...rest.repeated);
  }
  const number = takeDocNumber(labels, head, blocks, title);
  blocks = number.blocks;
  if (number.title !== undefined) title = number.title;
  // A title that a page's tags give stands in the text once.
  const again = [...repeated, ...number.repeated].slice(labels.title === undefined ? 0 : 1);
  if (again.length > 0)
    remarks.push(remark('note', '标题在正文开头又出现一次，没有重复写入', { words: again }));
  if (!paper.page) {
    const imprint = withoutImprint(blocks);
    blocks = imprint.blocks;
    remarks.push(...imprint.remarks);
  }
  const captioned = withCaptions(blocks);
  blocks = captioned.blocks;
  remarks.push(...captioned.remarks);
  const flat = unflatten(blocks);
  blocks = flat.blocks;
  if (flat.made > 0)
    remarks.push(remark('changed', `原文没有分段，按序号、主送和落款恢复了 ${flat.made} 处分段`));
  const attribute = takeAttribute(blocks);
  blocks = attribute.blocks;
  const signed = findSigned(blocks);
  remarks.push(...flatTables(blocks));
  const parts = findParts(blocks, title);
  const issuer = issuerOf(labels, signed?.organs, head, title);
  // The offices of a letterhead are known by who signed; any other line of it is told.
  const isKnown = (line: string) => isOrgan(line) && squeeze(issuer ?? '').includes(squeeze(line));
  const printed = head.filter((line) => onlyDocNumber(line) === undefined && !isKnown(line));
  if (printed.length > 0) {
    const lines = [...new Set(printed)].map((line) => `“${oneLine(line)}”`).join('、');
    remarks.push(remark('note', `版头没有写入正文：${lines}`, { words: printed }));
  }
  const keywords = labels.keywords?.split(/[\s，,、；;]+/).filter((word) => word !== '');
  const formed = formedOf(labels, signed?.day, remarks);
  const facts: Facts = {
    ...optional('title', title),
    ...optional('docNumber', number.number),
    ...optional('issuer', issuer),
    ...optional('publisher', labels.publisher),
    ...optional('formed', formed),
    ...optional(
      'published',
      labels.published === undefined ? undefined : readDay(labels.published),
    ),
    ...optional('attribute', attribute.attribute),
    ...optional('mark', attribute.mark),
    ...optional('indexNumber', labels.indexNumber),
    ...optional('topic', labels.topic),
    ...optional('validity', labels.validity),
    ...optional('column', labels.column),
    ...optional('source', labels.source),
    ...(keywords === undefined || keywords.length === 0 ? {} : { keywords }),
  };
  return {
    facts,
    blocks: parts.blocks,
    attachments: parts.attachments,
    downloads: [...new Set([...cleared.downloads, ...tail.names])],
    sections: parts.sections,
    remarks,
  };
}

/** A title is a field and has no notes: they open the text. */
function titleNotes(ids: readonly string[], { notes }: LabelledPaper): Block[] {
  return ids.map((id) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: '标题注：' }, ...(notes.get(id) ?? [])],
  }));
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function takeDocNumber(
  labels: Labels,
  head: readonly string[],
  blocks: Block[],
  title: string | undefined,
): { number?: string; blocks: Block[]; title?: string; repeated: string[] } {
  const labelled = labels.docNumber === undefined ? undefined : onlyDocNumber(labels.docNumber);
  const printed = head
    .flatMap((line) => [line, withoutSigner(line), ...line.split(/\s+/)])
    .map(onlyDocNumber)
    .find((each) => each !== undefined);
  const inTitle = title === undefined ? undefined : trailingDocNumber(title);
  const shorter =
    inTitle && title !== undefined ? { title: title.slice(0, inTitle.start).trim() } : {};
  let number = labelled ?? printed ?? inTitle?.number;
  let rest = blocks;
  const repeated: string[] = [];
  const first = blocks.findIndex((block) => isParagraph(block) && textOf(block) !== '');
  const block = blocks[first];
  if (isParagraph(block)) {
    const leading = leadingDocNumber(plain(block.content));
    if (leading && (number === undefined || squeeze(number) === squeeze(leading.number))) {
      number = leading.number;
      const left = cut(block, leading.end);
      rest = [
        ...blocks.slice(0, first),
        ...(left.content.length > 0 ? [left] : []),
        ...blocks.slice(first + 1),
      ];
      if (title !== undefined) {
        const found = withoutTitle(rest, title);
        rest = found.blocks;
        repeated.push(...found.repeated);
      }
    }
  }
  return { ...(number === undefined ? {} : { number }), blocks: rest, ...shorter, repeated };
}

/** Names of files at the end of a text are what an old page offered for download. */
function withoutFileNames(
  blocks: Block[],
  title = '',
): { blocks: Block[]; names: string[]; beside: string[] } {
  const names: string[] = [];
  const beside: string[] = [];
  const rest = [...blocks];
  for (let last = rest.at(-1); isParagraph(last); last = rest.at(-1)) {
    const text = plain(last.content);
    const list =
      /(?:^|[日。\s]|(?<=[）)]))((?:[^\s。]{2,120}?\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)\s*)+)$/i.exec(
        text,
      );
    if (!list || text === '') break;
    // The name may stand right behind the date; it is the title's copy.
    const own = text.length - (list[1] ?? '').length;
    const start = own + (findLoosely(text.slice(own), title)?.start ?? 0);
    const found = filesIn(text.slice(start));
    const other = found.reduce((rest, name) => rest.replace(name, ' '), text.slice(start)).trim();
    names.unshift(...found);
    if (other !== '') beside.unshift(oneLine(other));
    const left = cut(last, 0, start);
    rest.pop();
    if (left.content.length > 0) {
      rest.push(left);
      break;
    }
  }
  return { blocks: rest, names, beside };
}

function takeAttribute(blocks: Block[]): {
  attribute?: Attribute;
  mark?: string;
  blocks: Block[];
} {
  let attribute: Attribute | undefined;
  let mark: string | undefined;
  const rest = blocks.filter((block) => {
    if (!isParagraph(block)) return true;
    const found = findAttribute(textOf(block));
    if (!found || (!found.whole && textOf(block).length > 200)) return true;
    // What a line of its own says is taken out of the text; the page prints it again at the end.
    if (found.whole && attribute === undefined) mark = textOf(block).trim();
    attribute ??= found.attribute;
    return !found.whole;
  });
  return { ...optional('attribute', attribute), ...optional('mark', mark), blocks: rest };
}

/** Where and when the document was signed: the first date that stands alone below an office. */
function findSigned(blocks: readonly Block[]): { organs: string[]; day: string } | undefined {
  for (const [index, block] of blocks.entries()) {
    if (!isParagraph(block)) continue;
    const text = textOf(block);
    if (text.length <= 120) {
      const signature = findSignature(text);
      if (signature?.start === 0) return { organs: [...signature.organs], day: signature.day };
    }
    if (!isOnlyDay(text)) continue;
    const day = readDay(text);
    if (day === undefined) continue;
    const organs: string[] = [];
    for (let at = index - 1; at >= 0; at--) {
      const above = blocks[at];
      if (!isParagraph(above)) break;
      const words = textOf(above)
        .split(/\s+/)
        .filter((word) => word !== '');
      if (words.length === 0) continue;
      if (!words.every(isOrgan)) break;
      organs.unshift(...words);
    }
    if (organs.length > 0 || index > 0) return { organs, day };
  }
  return undefined;
}

function issuerOf(
  labels: Labels,
  signed: readonly string[] | undefined,
  head: readonly string[],
  title: string | undefined,
): string | undefined {
  if (labels.issuer !== undefined && isOrgan(labels.issuer) && !signed?.length)
    return labels.issuer;
  if (signed !== undefined && signed.length > 0) return signed.join('、');
  const printed = head
    .flatMap((line) => line.split(/\s+/))
    .map(letterhead)
    .find((each) => each !== undefined);
  return printed ?? (title === undefined ? undefined : organOfTitle(title)) ?? labels.issuer;
}

function formedOf(
  labels: Labels,
  signed: string | undefined,
  remarks: Remark[],
): string | undefined {
  const labelled = labels.formed === undefined ? undefined : readDay(labels.formed);
  if (labelled !== undefined && signed !== undefined && labelled !== signed) {
    remarks.push(
      remark('guessed', `成文日期：页头写 ${labelled}，落款写 ${signed}，已取落款，请核对`),
    );
  }
  return signed ?? labelled;
}
