import { expect, test } from 'vitest';
import { measureImport } from '../src/import.ts';

test('an import makes of a small old site what it was made to be, killed in the middle too', async () => {
  const { rows } = await measureImport(40, 20_000);
  expect(rows.map(({ run, right }) => [run, right])).toEqual([
    ['all new', 40],
    ['all done', 40],
    ['killed at half, gone on', 40],
  ]);
});
