import { expect, test } from 'vitest';
import { type BuildRow, buildTable, medianRow } from '../src/build.ts';

const round = (seconds: number): BuildRow => ({
  ...{ builder: 'ours', documents: 2000, seconds, steps: { pages: seconds } },
  ...{ pages: 4000, peakMB: 900, outputMB: 60 },
});

test('of several rounds the one in the middle is told, with the range of all', () => {
  const row = medianRow([round(40), round(20), round(25)]);
  expect(row).toMatchObject({ seconds: 25, range: [20, 40] });
  expect(buildTable([row as BuildRow])).toContain('25.0 (20.0–40.0)');
});

test('one round is told as it is, and none says nothing', () => {
  expect(buildTable([medianRow([round(20)]) as BuildRow])).toMatch(/\| +20\.0 \|/);
  expect(medianRow([])).toBeUndefined();
});
