/*
 * The text of a built page, cut into blocks as the truth of search is defined: the headings,
 * paragraphs, list items and table cells of its one <article>, without inline tags.
 */

/** Tags that do not end a block. Every other tag does, `br` among them. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text is furniture: nobody searches for the words on a button. */
const SKIPPED = /<(script|style|template|nav|button|dl|form)\b[^>]*>[\s\S]*?<\/\1>/g;
const TAG = /<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|<!--[\s\S]*?-->/gi;

/**
 * The blocks of a page in reading order; empty ones are left out. `html` is what our own theme
 * made, so its tags are well formed; a page without an article gives nothing.
 */
export function blocksOf(html: string): string[] {
  const article = /<article\b[^>]*>([\s\S]*)<\/article>/.exec(html)?.[1];
  if (article === undefined) return [];
  const blocks: string[] = [];
  let text = '';
  let end = 0;
  const plain = article.replaceAll(SKIPPED, '<p>');
  for (const match of plain.matchAll(TAG)) {
    text += plain.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] !== undefined && !INLINE.has(match[1].toLowerCase())) {
      blocks.push(text);
      text = '';
    }
  }
  blocks.push(text + plain.slice(end));
  return blocks.map((block) => decodeEntities(block).trim()).filter((block) => block !== '');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  quot: '"',
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16));
  });
}
