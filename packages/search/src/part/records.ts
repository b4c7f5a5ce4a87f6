/** Documents become records: one for each page, and more where a page is very long. */
import { type Card, type PageText, type SearchDocument, withoutTitle } from '../document.ts';
import type { Block } from '../extract.ts';
import { fold } from '../fold.ts';
import { writeLines } from '../lines.ts';
import { blocksOfRows } from '../rows.ts';
import { textsFrom } from './page-digests.ts';
import type { RecordTexts } from './postings.ts';

/** Characters after which a new record begins: its card is loaded as a whole to quote from. */
const RECORD_LENGTH = 20_000;

export interface SearchRecord {
  texts: RecordTexts;
  card: Card;
}

/**
 * The records of one document, the first with its title.
 * @throws Error that names the document in which there is nothing to be found
 */
export function recordsOf(document: SearchDocument): SearchRecord[] {
  const { url, title, meta, names = [], filed, pages = [] } = document;
  const all = withoutTitle(title, blocksFrom(document));
  const facts = all.filter(isFact);
  const [first = [], ...rest] = split(all.filter((block) => !isFact(block)));
  const records: SearchRecord[] = [
    {
      texts: { ...zones([...facts, ...first], names, filed), title },
      card: { url, content: writeLines(first), title, meta, ...factLines(facts) },
    },
    ...rest.map((part) => ({ texts: zones(part), card: { url, content: writeLines(part) } })),
  ];
  for (const page of pages) {
    const { attachment, label } = page;
    if (attachment !== undefined) {
      const named = [{ text: attachment, heading: false }, ...blocksFrom(page)];
      for (const part of split(named)) {
        const attached = part.map(({ text }) => text);
        const card = { url: page.url, label, attached: true as const, content: writeLines(part) };
        records.push({ texts: { headings: [], body: [], attached }, card });
      }
      continue;
    }
    // Its heading says the title again, with the number of the page.
    const own = blocksFrom(page).filter(({ heading }) => !heading);
    for (const part of split(own)) {
      const card = { url: page.url, label: page.label, content: writeLines(part) };
      records.push({ texts: zones(part), card });
    }
  }
  if (title.trim() === '' && records.every(({ card }) => card.content === '')) {
    throw new Error(`Search: ${url} has neither a title nor text, so nothing could find it.`);
  }
  return records;
}

function blocksFrom(page: PageText): Block[] {
  return textsFrom(page).flatMap((block) => {
    if (typeof block === 'string') return { text: block, heading: false };
    return 'rows' in block ? blocksOfRows(block) : block;
  });
}

function isFact({ label }: Block): boolean {
  return label !== undefined;
}

function factLines(facts: readonly Block[]): Pick<Card, 'facts'> {
  if (facts.length === 0) return {};
  return {
    facts: writeLines(facts.map((fact) => ({ ...fact, text: `${fact.label}：${fact.text}` }))),
  };
}

function split(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [];
  let length = RECORD_LENGTH;
  for (const block of blocks) {
    if (length >= RECORD_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(block);
    length += block.text.length;
  }
  return parts;
}

function zones(
  blocks: readonly Block[],
  called: readonly string[] = [],
  filed?: string,
): RecordTexts {
  const names: string[] = [];
  const headings: string[] = [];
  const facts: string[] = [];
  const body: string[] = [];
  const isName = nameTest(called);
  for (const block of blocks) {
    const { text, heading } = block;
    if (isName(text)) names.push(text);
    else if (isFact(block)) (text === filed ? headings : facts).push(text);
    else (heading ? headings : body).push(text);
  }
  return { names, headings, facts, body };
}

/** Enough of a text to tell its first character when it is folded. */
const BEGINNING = 16;

function nameTest(names: readonly string[]): (text: string) => boolean {
  if (names.length === 0) return () => false;
  const folded = new Set(names.map(fold));
  const begin = new Set([...folded].map((name) => name.charAt(0)));
  return (text) => {
    // Few texts begin as a name does: the others are not folded whole.
    const first = fold(text.slice(0, BEGINNING)).charAt(0);
    return (first === '' || begin.has(first)) && folded.has(fold(text));
  };
}
