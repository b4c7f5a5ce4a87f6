import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importBalances } from '../src/import.ts';
import type { OldFile } from '../src/old-site/folder.ts';
import { oldSite } from '../src/old-site/folder.ts';
import { number, table } from '../src/table.ts';

/** How many files of each format are weighed: all pages, for their text stands among that of a site. */
const MOST: Readonly<Record<string, number>> = {
  '.html': Number.POSITIVE_INFINITY,
  '.docx': 60,
  '.xlsx': 60,
  '.pdf': 60,
};

function* some(files: Iterable<OldFile>): Generator<OldFile> {
  const taken: Record<string, number> = {};
  for (const file of files) {
    const extension = extname(file.path);
    if ((taken[extension] ?? 0) >= (MOST[extension] ?? 0)) continue;
    taken[extension] = (taken[extension] ?? 0) + 1;
    yield file;
  }
}

test('everything in the generated files of an old site is in an entry or told', async () => {
  const root = mkdtempSync(join(tmpdir(), 'columns-bench-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const rows = await importBalances(root, some(oldSite({ county: 'bench', files: 2000, seed: 1 })));
  const names = [
    'format',
    'files',
    'weighed',
    'characters',
    'in entries',
    'told',
    'attached',
    'lost',
  ];
  const cells = rows.map(({ format, ...figures }) => [
    format,
    ...[
      figures.files,
      figures.weighed,
      figures.source,
      figures.inEntry,
      figures.leftOut,
      figures.attached,
      figures.unhandled,
    ].map((figure) => number(figure)),
  ]);
  process.stdout.write(`\n${table(names, cells)}\n`);
  expect(rows.find(({ format }) => format === 'html')?.files).toBe(492);
  for (const { format, source, inEntry, leftOut, attached, unhandled } of rows) {
    expect({ format, unhandled }).toEqual({ format, unhandled: 0 });
    expect(source).toBe(inEntry + leftOut + attached);
    expect(inEntry + attached).toBeGreaterThan(10_000);
  }
}, 1_800_000);
