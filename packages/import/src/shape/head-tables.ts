import type { Block, Table } from '@columns/office/paper';
import { isParagraph, paragraph, plain, textOf } from '@columns/office/paper';
import { isOnlyDay } from '../facts/dates.ts';
import { isOrgan } from '../facts/organ.ts';
import { isHeadLine } from '../facts/title.ts';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';

/** Among so many blocks at the top a printed head may be a table, and at the end its 版记. */
const EDGE = 4;
/** More cells than that are no head. */
const MOST_CELLS = 10;

/**
 * A printed head (版头) that is laid out as a table, or in frames, as the lines that it prints: office, number, who signs, and
 * the title where it stands in there too. Other tables stay.
 */
export function openHeadTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, index) =>
    index < EDGE && !isParagraph(block) && isHeadTable(block) ? linesOf(block) : [block],
  );
}

function cellsOf({ rows }: Table): string[] {
  return rows
    .flat()
    .flatMap(({ content }) => content.map((inlines) => plain(inlines).trim()))
    .filter((text) => text !== '');
}

function isHeadTable(table: Table): boolean {
  const cells = cellsOf(table);
  if (cells.length === 0 || cells.length > MOST_CELLS) return false;
  const heads = cells.filter(isHeadLine);
  // Beside the lines of a head only its title, of one or a few lines.
  return (
    heads.length > 0 &&
    cells.length - heads.length <= 3 &&
    cells.every(({ length }) => length <= 80)
  );
}

function linesOf({ rows }: Table): Block[] {
  return rows
    .flat()
    .flatMap(({ content }) => content)
    .filter(
      (inlines) => plain(inlines).trim() !== '' || inlines.some(({ type }) => type !== 'text'),
    )
    .map((content) => ({ ...paragraph(plain(content)), content, align: 'center' as const }));
}

/** To whom copies go: GB/T 9704-2012, 7.4.1. */
const COPIES = /^(?:抄\s*送|主\s*送|分\s*送|抄\s*报)\s*[：:]/;
/** When it was printed (7.4.2), in either figures. */
const PRINTED =
  '[\\d〇○零一二三四五六七八九十]{2,4}\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日\\s*印\\s*发';
const PRINTED_ALONE = new RegExp(`^${PRINTED}$`);
/** A line of the 版记: to whom copies go, who printed it and when, how many. */
const IMPRINT = new RegExp(
  `${COPIES.source}|^(?:.{2,40}(?:办公室|办公厅|局|委员会|政府|厅|部|科|股)\\s*)?${PRINTED}$|^[（(]?共印\\s*\\d+\\s*份[）)]?$`,
);

/** Takes the 版记 off the end, be it lines or a table: a page has no copies. It is told. */
export function withoutImprint(blocks: readonly Block[]): { blocks: Block[]; remarks: Remark[] } {
  const gone: string[] = [];
  const kept = [...blocks];
  for (let round = 0; round < EDGE * 2; round++) {
    const last = kept.at(-1);
    if (last === undefined) break;
    const texts = isParagraph(last) ? [textOf(last)] : cellsOf(last);
    const empty = texts.every((text) => text.trim() === '');
    if (empty && isParagraph(last) && last.content.length === 0) {
      kept.pop();
      continue;
    }
    if (empty) break;
    const size = isImprint(texts) ? 1 : linesGoingOn(kept, gone[0]);
    if (size === 0) break;
    for (const block of kept.splice(-size).reverse())
      gone.unshift(
        ...(isParagraph(block) ? [textOf(block)] : cellsOf(block)).filter(
          (text) => text.trim() !== '',
        ),
      );
  }
  if (gone.length === 0) return { blocks: [...blocks], remarks: [] };
  const told = gone.map((text) => `“${text.trim()}”`).join('、');
  return {
    blocks: kept,
    remarks: [remark('left-out', `版记没有写入正文：${told}`, { words: gone })],
  };
}

/**
 * How many lines at the end go on with the 版记: names below 抄送：, where that line is open or the printer stands below them; the
 * printer above the day of printing.
 *
 * @param below the line that was taken off last
 */
function linesGoingOn(blocks: readonly Block[], below: string | undefined): number {
  for (let size = 1; size <= EDGE + 2; size++) {
    const block = blocks.at(-size);
    if (!isParagraph(block)) return 0;
    const text = textOf(block).trim();
    if (size > 1 && COPIES.test(text))
      return below !== undefined || !/[。.]$/.test(text) ? size : 0;
    if (size === 1 && below !== undefined && PRINTED_ALONE.test(below.trim()) && isOrgan(text))
      return 1;
    if (!NAMES.test(text) || isOnlyDay(text)) return 0;
  }
  return 0;
}

/** Names of offices, one behind the other. */
const NAMES = /^[^。！？：:]{2,200}[。.]?$/;

/** In a table the date of printing has a cell of its own. */
function isImprint(texts: readonly string[]): boolean {
  const words = texts.map((text) => text.trim());
  return (
    words.every((text) => IMPRINT.test(text)) ||
    IMPRINT.test(words.join('')) ||
    (words.some((text) => IMPRINT.test(text)) && words.length <= 6 && IMPRINT.test(words[0] ?? ''))
  );
}
