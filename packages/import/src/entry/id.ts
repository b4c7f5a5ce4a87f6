import { ascii, shortened, slugOf } from '@columns/content/naming';

/** Words of a title that say nothing about which document it is. */
const EMPTY =
  /^.{2,30}?(?:人民政府|办公室|委员会|管委会|局|厅)(?=关于|印发|转发)|关于|印发|转发|公布|发布|开展|做好|进一步|的?通知$|《|》|“|”|的/g;

/**
 * An id for an entry: the file's name where that is one already, else pinyin of the title's words,
 * with the year behind. It becomes part of an address, so it is short and never changes by itself.
 */
export function idFor(fileName: string, title: string, year: number): string {
  const stem = fileName.replace(/\.[^.]+$/, '').toLowerCase();
  const own = ascii(stem.replaceAll(/[\s_.]+/g, '-'));
  // A name that a machine gave (a hash, a number) tells nobody anything.
  const machine = /[0-9a-f]{10,}|^\W*\d+\W*$/.test(stem);
  const isName = /^[\u0020-\u007e]+$/.test(stem) && !machine && /[a-z]{2}/.test(own);
  const short = (isName ? shortened(own) : slugOf(withoutStock(title))) || 'document';
  return /(?:^|-)(?:19|20)\d\d(?:-|$)/.test(short) ? short : `${short}-${year}`;
}

/** A title without the words that every title has. */
export function withoutStock(title: string): string {
  return title.replaceAll(EMPTY, '') || title;
}
