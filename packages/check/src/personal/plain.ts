/*
 * Ways in which a number can be written that a reader sees as the same number.
 */

const WIDE = /[０-９Ｘｘ＋－．　]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Full-width digits and signs as ASCII, each in its place; signs that nobody sees taken out. */
export function plain(text: string): string {
  const narrow = text.replaceAll(WIDE, (sign) =>
    sign === '　' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  return narrow.replaceAll(UNSEEN, '');
}

/** A line of Markdown as it is read: without emphasis, tags and character references. */
export function unmarked(line: string): string {
  return line
    .replaceAll(/&#(x[0-9a-f]+|\d+);/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number(code.replace(/^x/i, '0x')))),
    )
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/[*_~`\\]/g, '');
}
