/*
 * A process of its own for one processor, so that its memory is nobody else's:
 * `node child.ts <processor> <folder of a generated county>` prints one line of JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showsMarks, usesMarks } from './marks.ts';
import { isProcessorId, PROCESSORS } from './processors.ts';

/** What one processor did with one county. */
export interface RenderFigures {
  readonly documents: number;
  /** In the processor alone, without loading it, reading files and looking at the result. */
  readonly seconds: number;
  readonly peakMB: number;
  /** Documents with strong emphasis or strikethrough. */
  readonly withMarks: number;
  /** Of these, the ones whose page shows a mark as it was written. */
  readonly showingMarks: number;
}

const [id, folder = ''] = process.argv.slice(2);
if (!isProcessorId(id)) throw new Error(`unknown processor ${id}`);
const render = await PROCESSORS[id].load();

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && file.name.endsWith('.md') && file.name !== 'README.md')
  .map((file) => join(file.parentPath, file.name))
  .sort();
let [milliseconds, withMarks, showingMarks] = [0, 0, 0];
for (const file of files) {
  const body = bodyOf(readFileSync(file, 'utf8'));
  const start = performance.now();
  const html = render(body);
  milliseconds += performance.now() - start;
  if (!usesMarks(body)) continue;
  withMarks += 1;
  if (showsMarks(html)) showingMarks += 1;
}
const figures: RenderFigures = {
  documents: files.length,
  seconds: milliseconds / 1000,
  // Kilobytes on every platform.
  peakMB: process.resourceUsage().maxRSS / 1024,
  withMarks,
  showingMarks,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** Without `@columns/content`, whose memory would count for every processor. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n') + 5);
}
