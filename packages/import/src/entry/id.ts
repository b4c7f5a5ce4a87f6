import { ID_PATTERN } from '@columns/content';
import { pinyin } from 'pinyin-pro';

/** Words of a title that say nothing about which document it is. */
const EMPTY =
  /^.{2,30}?(?:人民政府|办公室|委员会|管委会|局|厅)(?=关于|印发|转发)|关于|印发|转发|公布|发布|开展|做好|进一步|的?通知$|《|》|“|”|的/g;
const LONGEST = 48;

/**
 * An id for an entry: the file's name where that is one already, else pinyin of the title's words,
 * with the year behind. It becomes part of an address, so it is short and never changes by itself.
 */
export function idFor(fileName: string, title: string, year: number): string {
  const stem = fileName.replace(/\.[^.]+$/, '').toLowerCase();
  const ascii = slug(stem.replaceAll(/[\s_.]+/g, '-'));
  // A name that a machine gave (a hash, a number) tells nobody anything.
  const machine = /[0-9a-f]{10,}|^\W*\d+\W*$/.test(stem);
  const own = /^[\u0020-\u007e]+$/.test(stem) && !machine && /[a-z]{2}/.test(ascii) ? ascii : '';
  const base = own === '' ? slug(words(title)) : own;
  const short = shorten(base === '' ? 'document' : base);
  return /(?:^|-)(?:19|20)\d\d(?:-|$)/.test(short) ? short : `${short}-${year}`;
}

/** An ASCII id of a Chinese name, without a year: for items and files. */
export function slugOf(name: string): string {
  const made = shorten(slug(words(name)));
  return made === '' ? 'item' : made;
}

function words(title: string): string {
  const core = title.replaceAll(EMPTY, '') || title;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(core)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) =>
      pinyin(segment, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''),
    )
    .join('-');
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Whole words up to the longest length. */
function shorten(id: string): string {
  if (id.length <= LONGEST) return id;
  const cut = id.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > 10 ? end : LONGEST);
}

export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}
