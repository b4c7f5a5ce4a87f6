export { composePage, Writer } from './compose.ts';
export { type Content, FrameError, Html, Parts } from './fill.ts';
export {
  type Block,
  type Cell,
  FIGURES_SUFFIX,
  type FigurePage,
  facts,
  heading,
  joined,
  link,
  list,
  note,
  type Piece,
  pageSchema,
  table,
  type Words,
  words,
} from './page.ts';
export {
  ALL_PARTS,
  FRAME_FILE,
  FRAME_FOLDER,
  PARTS,
  type PartName,
  partMarks,
  place,
  ROOT_FRAME_FILE,
  ROOT_PARTS,
} from './parts.ts';
