import { z } from 'zod';

/** A piece of a line: a text, a link below the column's base or the site's, a day, or signs to be read one by one. */
const pieceSchema = z.union([
  z.string(),
  z.strictObject({ text: z.string(), path: z.string() }),
  z.strictObject({ text: z.string(), root: z.string() }),
  z.strictObject({ day: z.string() }),
  z.strictObject({ code: z.string() }),
]);
const wordsSchema = z.union([z.string(), z.array(pieceSchema).readonly()]);
const cellSchema = z.union([z.number(), pieceSchema, wordsSchema]);

const markSchema = z.strictObject({
  label: z.string(),
  value: z.number().optional(),
  text: z.string().optional(),
  tick: z.string().exactOptional(),
  year: z.string().optional(),
});

const blockSchema = z.discriminatedUnion('is', [
  /** `facts` are quiet, a `note` stands out. */
  z.strictObject({
    is: z.literal('words'),
    words: wordsSchema,
    tone: z.enum(['facts', 'note']).exactOptional(),
  }),
  z.strictObject({
    is: z.literal('heading'),
    text: z.string(),
    id: z.string().exactOptional(),
    level: z.literal(3).exactOptional(),
  }),
  z.strictObject({ is: z.literal('list'), items: z.array(wordsSchema).readonly() }),
  z.strictObject({
    is: z.literal('fold'),
    title: z.string(),
    items: z.array(wordsSchema).readonly(),
  }),
  z.strictObject({
    is: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()).readonly(),
    rows: z.array(z.array(cellSchema).readonly()).readonly(),
    wide: z.boolean().exactOptional(),
  }),
  z.strictObject({
    is: z.literal('chart'),
    chart: z.strictObject({
      title: z.string(),
      unit: z.string().exactOptional(),
      over: z.enum(['time', 'names']),
      marks: z.array(markSchema).readonly(),
    }),
  }),
  z.strictObject({ is: z.literal('program'), text: z.string() }),
  z.strictObject({
    is: z.literal('revisions'),
    items: z
      .array(
        z.strictObject({
          day: z.string(),
          version: z.string().exactOptional(),
          said: z.array(z.string()).readonly(),
          digest: z.string().exactOptional(),
        }),
      )
      .readonly(),
  }),
]);

/** What `data` and `records` leave of a page: its figures and words, and nothing of how it looks. */
export const pageSchema = z.strictObject({
  /** Below the column's base. */
  path: z.string(),
  title: z.string(),
  crumbs: z.array(z.strictObject({ title: z.string(), path: z.string() })).readonly(),
  body: z.array(blockSchema).readonly(),
});

export type FigurePage = z.infer<typeof pageSchema>;
export type Block = FigurePage['body'][number];
export type Words = z.infer<typeof wordsSchema>;
export type Piece = z.infer<typeof pieceSchema>;
export type Cell = z.infer<typeof cellSchema>;

/** The file that becomes a page's `index.html`; no id of an entry can end like it. */
export const FIGURES_SUFFIX = 'index.page.json';

export const words = (...pieces: readonly Piece[]): Block => ({ is: 'words', words: pieces });
export const facts = (...pieces: readonly Piece[]): Block => ({
  ...{ is: 'words', words: pieces, tone: 'facts' },
});
export const note = (...pieces: readonly Piece[]): Block => ({
  ...{ is: 'words', words: pieces, tone: 'note' },
});
export const table = (of: Omit<Extract<Block, { is: 'table' }>, 'is'>): Block => ({
  ...{ is: 'table', ...of },
});
export const list = (...items: readonly Words[]): Block => ({ is: 'list', items });
export const heading = (text: string): Block => ({ is: 'heading', text });
export const link = (path: string, text: string): Piece => ({ text, path });
/** Pieces with a sign between them. */
export const joined = (pieces: readonly Piece[], sign: string): Piece[] =>
  pieces.flatMap((piece, i) => (i === 0 ? [piece] : [sign, piece]));
