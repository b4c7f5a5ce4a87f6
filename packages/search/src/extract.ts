/**
 * The text of a built page, cut into blocks as the truth of search is defined: the headings,
 * paragraphs, list items and table cells of its one <article>, without inline tags; and the facts in its
 * lists of terms (`dl`), each with its label. Facts beside the article stand in a `<dl data-search-facts>`.
 */

/** One text that a match must stay within. */
export interface Block {
  text: string;
  heading: boolean;
  /** Of a fact: what it is (发文字号). Shown with it and not searched, for every page has the same. */
  label?: string;
  /** Where it stands in a table. */
  cell?: Cell;
}

/** A place in a table; cells of one row follow each other. */
export interface Cell {
  table: Table;
  /** Counted from 1. */
  row: number;
  /** Counted from 0; a cell that reaches over several counts as one. */
  column: number;
}

export interface Table {
  /** What the cells of its one head row say; none where it has several, or none. */
  heads: string[];
  /** Whether each row has as many cells as its head: only then is it sure which is whose. */
  regular: boolean;
}

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Tags that do not end a block. Every other tag does, `br` among them. */
const INLINE = names(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
/** Furniture: no reader takes its words for those of the document. */
const SKIPPED = names(
  'aside button caption form nav noscript script select style svg template textarea',
);
/** An inline tag without attributes. */
const INLINE_TAG = new RegExp(`</?(?:${[...INLINE].join('|')})>`, 'gi');
const HEADING = /^h[1-6]$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|<!--[\s\S]*?-->|<![^>]*>/gi;
/** What stands in these is no markup. */
const RAW = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

/**
 * The blocks of a page in reading order; empty ones are left out. `html` is what our own theme
 * made, so its tags are well formed; a page without an article gives nothing.
 */
export function readArticle(html: string): Block[] {
  return piecesOf(html).flatMap(readBlocks);
}

/**
 * Text of what `readArticle` reads, and the tags that end a block, without attributes: where it is the same,
 * the blocks are the same. It takes a fraction of the time that reading takes.
 */
export function outlineOf(html: string): string {
  return piecesOf(html)
    .map((piece) => (piece.includes('<!') ? piece.replaceAll(NO_TAG, '') : piece))
    .map((piece) => piece.replaceAll(ATTRIBUTES, '$1>').replaceAll(INLINE_TAG, ''))
    .join('\n');
}

/** The article, and the lists of facts beside it. */
function piecesOf(html: string): string[] {
  const opened = ARTICLE.exec(html);
  const end = html.lastIndexOf('</article>');
  if (opened === null || end < opened.index) return [];
  const article = html.slice(opened.index + opened[0].length, end);
  return [article, ...[...html.slice(end).matchAll(FACTS)].map(([list]) => list)];
}

const ARTICLE = /<article\b[^>]*>/i;
const ATTRIBUTES = /(<\/?[a-z][a-z0-9-]*)\s(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const NO_TAG = /<!--[\s\S]*?-->|<![^>]*>/g;
const FACTS = /<dl\b[^>]*\sdata-search-facts\b[\s\S]*?<\/dl>/gi;

function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const plain = html.replaceAll(RAW, '');
  let [text, skipped, heading] = ['', 0, false];
  let [lists, inLabel, label] = [0, false, ''];
  const tables = new TableReader();
  const close = () => {
    const block = decodeEntities(text).trim();
    text = '';
    if (inLabel) label += block;
    else if (block !== '') {
      const made: Block = { text: block, heading };
      if (lists > 0) made.label = label;
      const cell = tables.cell(block);
      if (cell !== undefined) made.cell = cell;
      blocks.push(made);
    }
  };
  // Text, then what stands in the two groups of a tag (nothing, of a comment), and so on.
  const pieces: (string | undefined)[] = plain.split(TAG);
  for (let at = 1; at < pieces.length; at += 3) {
    if (skipped === 0) text += pieces[at - 1];
    const name = pieces[at + 1]?.toLowerCase();
    if (name === undefined || INLINE.has(name)) continue;
    const ends = pieces[at] === '/';
    close();
    if (SKIPPED.has(name)) skipped = Math.max(0, skipped + (ends ? -1 : 1));
    if (HEADING.test(name)) heading = !ends;
    if (name[0] === 't') tables.tag(name, ends);
    if (name === 'dl') lists = Math.max(0, lists + (ends ? -1 : 1));
    if (name === 'dt') inLabel = !ends;
    if (name === 'dt' && !ends) label = '';
  }
  text += pieces.at(-1);
  close();
  return blocks;
}

/** Keeps count of rows and columns while a page is read. A table within a table is not told apart. */
class TableReader {
  #table: Table | undefined;
  #heads: string[] = [];
  #headRows = 0;
  #row = 0;
  #column = -1;
  #inHead = false;
  #inCell = false;

  tag(name: string, ends: boolean): void {
    if (name === 'td' || name === 'th') {
      this.#inCell = !ends;
      if (!ends) this.#column += 1;
      if (!ends && this.#inHead) this.#heads[this.#column] = '';
    } else if (name === 'tr') {
      if (ends) this.#endRow();
      else [this.#row, this.#column] = [this.#row + 1, -1];
    } else if (name === 'thead') this.#inHead = !ends;
    else if (name === 'table') {
      this.#table = ends ? undefined : { heads: [], regular: true };
      [this.#heads, this.#headRows, this.#row] = [[], 0, 0];
    }
  }

  #endRow(): void {
    if (this.#table === undefined) return;
    if (this.#inHead) {
      this.#headRows += 1;
      this.#table.heads = this.#headRows === 1 ? this.#heads : [];
    } else if (this.#column + 1 !== this.#table.heads.length) this.#table.regular = false;
  }

  cell(text: string): Cell | undefined {
    if (this.#table === undefined || !this.#inCell) return undefined;
    if (this.#inHead) this.#heads[this.#column] = (this.#heads[this.#column] ?? '') + text;
    return { table: this.#table, row: this.#row, column: this.#column };
  }
}

/** The texts alone. */
export function blocksOf(html: string): string[] {
  return readArticle(html).map(({ text }) => text);
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
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
