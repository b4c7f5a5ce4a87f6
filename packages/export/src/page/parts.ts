/**
 * Parts of pages that are put together outside of Astro, each with its named places. The theme renders every part
 * once a column (`routes/frame.astro`, `routes/root-frame.astro`); `fill.ts` puts texts and other parts in.
 * A part that stands inside another is at once a place of that one, to be filled any number of times.
 */
export const PARTS = {
  // Words
  link: ['address', 'text'],
  day: ['date', 'text'],
  code: ['text'],
  // Blocks
  paragraph: ['words'],
  facts: ['words'],
  note: ['words'],
  heading: ['text'],
  'heading-at': ['id', 'text'],
  subheading: ['text'],
  list: ['item'],
  item: ['words'],
  fold: ['title', 'fold-item'],
  'fold-item': ['words'],
  program: ['text'],
  revisions: ['revision'],
  revision: ['day', 'version', 'said', 'digest'],
  version: ['text'],
  said: ['words'],
  digest: ['text'],
  // A table of figures scrolls in its own box, one of words becomes cards on a phone, a wide one keeps its heads in sight.
  table: ['caption', 'table-head', 'table-row'],
  'table-head': ['text'],
  'table-row': ['table-first', 'table-cell', 'table-number'],
  'table-first': ['words'],
  'table-cell': ['words'],
  'table-number': ['words'],
  cards: ['caption', 'cards-head', 'cards-row'],
  'cards-head': ['text'],
  'cards-row': ['cards-first', 'cards-cell'],
  'cards-first': ['words'],
  'cards-cell': ['label', 'words'],
  wide: ['caption', 'wide-head', 'wide-row'],
  'wide-head': ['text'],
  'wide-row': ['wide-first', 'wide-cell'],
  'wide-first': ['words'],
  'wide-cell': ['words'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Parts that only the pages over all columns have. */
export const ROOT_PARTS = {
  demo: [],
  noindex: [],
  canonical: ['address'],
  script: ['address'],
  'search-all': ['search-column'],
  'search-column': ['base', 'name'],
  lost: ['lost-column'],
  'lost-column': ['base', 'name'],
  compare: ['compare-row'],
  'compare-row': [
    ...[
      'address',
      'title',
      'name',
      'level',
      'rank',
      'entries',
      'filled',
      'filled-text',
      'score',
      'score-text',
    ],
    ...['newest', 'newest-text', 'more'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type AllParts = typeof PARTS & typeof ROOT_PARTS;
export type PartName = keyof AllParts;
export type PlaceOf<Part extends PartName> = AllParts[Part][number];

/** Where a column's frame and its parts stand, below its base. They are for assembling and are not published. */
export const FRAME_FOLDER = 'frame/';
export const FRAME_FILE = `${FRAME_FOLDER}index.html`;
/** The frame of the pages over all columns, as this column would draw it. */
export const ROOT_FRAME_FILE = `${FRAME_FOLDER}root/index.html`;

/** Signs that no text has: content with private-use characters is refused by the check. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** A place as it stands in what the theme renders, in a text or in an attribute. */
export function place(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/** What stands around all parts, behind the page. */
export const ALL_PARTS = 'parts';

/** The comments around a part. */
export function partMarks(name: string): readonly [start: string, end: string] {
  return [`<!--part:${name}-->`, `<!--/part:${name}-->`];
}

/** A mark of a part's start or end, or a place. */
export const MARKS: RegExp = new RegExp(
  `<!--(?<end>/?)part:(?<part>[a-z-]+)-->|${OPEN}(?<place>[a-z-]+)${CLOSE}`,
  'g',
);
