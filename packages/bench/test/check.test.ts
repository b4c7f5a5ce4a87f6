import { expect, it } from 'vitest';
import { measureCheck } from '../src/check.ts';

it('checks a county three times and finds the same until a file changes', async () => {
  const rows = await measureCheck(60);
  expect(rows.map(({ run }) => run)).toEqual(['cold', 'nothing changed', '--changed, one file']);
  const [cold, again, changed] = rows.map(({ findings }) => findings);
  expect(cold).toBeGreaterThan(0);
  expect(again).toBe(cold);
  expect(changed).toBeLessThan(cold ?? 0);
  for (const { seconds, processor } of rows) {
    expect(seconds).toBeGreaterThan(0);
    expect(processor).toBeGreaterThan(0);
  }
});
