/**
 * Where a title may break: between words only (GB/T 9704, 词意完整). Browsers break Chinese between any two
 * characters, so the places are found when a page is made.
 */

/** One for all titles; a browser that draws the editor's preview may lack it. */
const SEGMENTER =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** What belongs to the word behind it, though it stands as a word of its own. */
const LEADS = /^[第本各该每对在为向与和及或把被将由从以按据经不未非新老大小总副]$/u;
const HAN = /^\p{Script=Han}$/u;
const OPENS = /[（([{《〈「『【〔“‘]$/u;
/** A sign that no line begins with. */
const CLOSES = /^[^\p{L}\p{N}（([{《〈「『【〔“‘]/u;
const NUMBER = /[\d０-９A-Za-z%％.．—－-]$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{N}]/u;

/** The pieces of a title that stay whole; joined, they are the title. */
export function titlePieces(title: string): readonly string[] {
  if (SEGMENTER === undefined || title.length < 8) return [title];
  const pieces: string[] = [];
  let whole = '';
  for (const { segment } of SEGMENTER.segment(title)) {
    if (whole === '' || staysWith(whole, segment)) whole += segment;
    else {
      pieces.push(whole);
      whole = segment;
    }
  }
  if (whole !== '') pieces.push(whole);
  return pieces;
}

/** Whether nothing may break between what stands before and the next word. */
function staysWith(before: string, next: string): boolean {
  if (OPENS.test(before) || CLOSES.test(next)) return true;
  if (NUMBER.test(before) && STARTS_WITH_WORD.test(next)) return true;
  if (HAN.test(before)) return true;
  // A single character ends the word before it (县, 的, 稿), or leads the one behind it.
  if (/^[的等之]$/u.test(next)) return true;
  return HAN.test(next) && !LEADS.test(next) && /[\p{L}\p{N}]$/u.test(before);
}
