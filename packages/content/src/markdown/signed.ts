import type { Paragraph, Root, RootContent } from 'mdast';
import { linesOf } from './lines-of.ts';

/** A whole line that is the day of a document: 2026年7月1日, 二〇二六年七月一日. */
const DAY =
  /^(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;
/** A whole line that names who signs, and says nothing else. */
const OFFICE =
  /^[^。；：，！？;:,!?]{2,40}(?:府|室|局|委|会|院|部|处|队|心|司|所|站|社|团|厅|科|办|校|园|馆|行|厂|组)(?:[（(](?:代章?|章|印章?)[）)])?$/;

/**
 * Gives the lines that sign a document, offices and the day below them, a class, by which they stand at the right as
 * in print (GB/T 9704). A day alone signs nothing. It is the theme that moves them; the text stays as it was typed.
 */
export function markSigned({ children }: Root): void {
  for (const [index, node] of children.entries()) {
    const lines = linesOf(node);
    const day = lines?.at(-1);
    if (!lines || day === undefined || !DAY.test(day)) continue;
    if (!lines.slice(0, -1).every((line) => OFFICE.test(line))) continue;
    const offices = officesAbove(children, index);
    if (offices.length === 0 && lines.length === 1) continue;
    for (const each of [...offices, node as Paragraph])
      each.data = {
        ...each.data,
        hProperties: { ...each.data?.hProperties, className: ['signed'] },
      };
  }
}

function officesAbove(children: readonly RootContent[], index: number): Paragraph[] {
  const found: Paragraph[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const lines = linesOf(children[at]);
    if (!lines?.every((line) => OFFICE.test(line))) break;
    found.unshift(children[at] as Paragraph);
  }
  return found;
}
