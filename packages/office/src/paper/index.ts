export type {
  Block,
  Cell,
  Inline,
  OfferedFile,
  Paper,
  Paragraph,
  Picture,
  Table,
  TextRun,
} from './paper.ts';
export type { Resource } from './pictures.ts';
export { Pictures } from './pictures.ts';
export type { Covers, Remark } from './remark.ts';
export { remark } from './remark.ts';
export type { Spot } from './text.ts';
export { cut, grid, isParagraph, paragraph, plain, spots, textOf, trimmed } from './text.ts';
