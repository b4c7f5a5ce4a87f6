import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { expect, test } from 'vitest';
import { generateCounty } from '../src/index.ts';

test('10,000 documents are read without a problem', () => {
  const out = mkdtempSync(join(tmpdir(), 'columns-10000-'));
  generateCounty({ county: 'large', documents: 10_000, out, seed: 3 });
  const { column, problems } = readColumn(out, 'large', loadStandard());
  expect(problems).toEqual([]);
  expect(column?.entries).toHaveLength(10_000);
  rmSync(out, { recursive: true });
}, 300_000);

test('a real county of 72,744 documents is made within two minutes', () => {
  const out = mkdtempSync(join(tmpdir(), 'columns-72744-'));
  const start = performance.now();
  const { characters } = generateCounty({ county: 'real', documents: 72_744, out, seed: 1 });
  expect((performance.now() - start) / 1000).toBeLessThan(120);
  expect(characters / 72_744).toBeGreaterThan(1000);
  rmSync(out, { recursive: true });
}, 600_000);
