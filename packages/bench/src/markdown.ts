import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchContext } from './benchmarks.ts';
import { generateCounty } from './generate/county.ts';
import type { RenderFigures } from './markdown/child.ts';
import type { ProcessorId } from './markdown/processors.ts';
import { PROCESSORS } from './markdown/processors.ts';
import { number, table } from './table.ts';

const CHILD = join(import.meta.dirname, 'markdown/child.ts');
const SIZES = [2000, 10000];
const COUNTY = 'bench';
const ORDER = Object.keys(PROCESSORS) as ProcessorId[];

export interface MarkdownRow extends RenderFigures {
  readonly processor: ProcessorId;
}

/** Renders a generated county's bodies with each processor, one process after the other. */
export async function measureMarkdown(
  documents: number,
  processors: readonly ProcessorId[] = ORDER,
): Promise<MarkdownRow[]> {
  const out = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  try {
    generateCounty({ county: COUNTY, documents, out, seed: 1 });
    const rows: MarkdownRow[] = [];
    for (const processor of processors) {
      const { stdout } = await promisify(execFile)(process.execPath, [
        CHILD,
        processor,
        join(out, COUNTY),
      ]);
      rows.push({ processor, ...(JSON.parse(stdout) as RenderFigures) });
    }
    return rows;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** The rows as a table, each against the first one of the same size. */
export function markdownTable(rows: readonly MarkdownRow[]): string {
  return table(
    ['documents', 'processor', 'seconds', 'ms/document', 'ratio', 'peak MB', 'literal ** or ~~'],
    rows.map((row) => {
      const base = rows.find(({ documents }) => documents === row.documents);
      return [
        number(row.documents),
        PROCESSORS[row.processor].name,
        number(row.seconds, 2),
        number((row.seconds * 1000) / row.documents, 2),
        row.processor === 'read' || !base ? '–' : number(row.seconds / base.seconds, 2),
        number(row.peakMB),
        row.processor === 'read' ? '–' : `${number(row.showingMarks)} of ${number(row.withMarks)}`,
      ];
    }),
  );
}

/** `bench markdown [size …]`. */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    out('bench markdown: sizes must be whole numbers above 0, such as 2000 10000.\n');
    return 2;
  }
  const rows: MarkdownRow[] = [];
  for (const size of sizes) rows.push(...(await measureMarkdown(size)));
  out(`${markdownTable(rows)}\n`);
  return 0;
}
