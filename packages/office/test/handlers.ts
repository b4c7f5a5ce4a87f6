import { Body } from '../src/docx/body.ts';
import { Runs } from '../src/docx/runs.ts';
import { OfdObjects } from '../src/ofd/page.ts';
import { PARTS } from '../src/pdf/paper.ts';
import { Slide } from '../src/pptx/slide.ts';
import { CHARTS, DRAWN, HANDLERS } from '../src/xlsx/beside.ts';
import { SHOWN } from '../src/xlsx/rows.ts';

/** A table of handlers, and what one gives that does nothing. */
export interface Handlers {
  readonly table: Record<string, unknown>;
  readonly nothing: unknown;
}

/** What each reader does with what it finds, by the format and by where it stands. */
export const OFFICE_HANDLERS: Readonly<Record<string, Handlers>> = {
  'docx, body': { table: Body.handlers, nothing: [] },
  'docx, paragraph': { table: Runs.children, nothing: [] },
  'docx, run': { table: Runs.parts, nothing: [] },
  'docx, drawing': { table: Runs.drawn, nothing: {} },
  'xlsx, cell': { table: SHOWN, nothing: { text: '', lost: false } },
  'xlsx, beside the cells': { table: HANDLERS, nothing: undefined },
  'xlsx, drawing': { table: DRAWN, nothing: undefined },
  'xlsx, chart': { table: CHARTS, nothing: undefined },
  'pptx, slide': { table: Slide.shapes, nothing: [] },
  'pptx, frame': { table: Slide.frames, nothing: [] },
  'pptx, line': { table: Slide.runs, nothing: [] },
  'ofd, page': { table: OfdObjects.handlers, nothing: undefined },
  'pdf, page': { table: PARTS, nothing: [] },
};
