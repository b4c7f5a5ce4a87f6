import { expect, test } from 'vitest';
import { contrast } from '../src/colour.ts';

test('black on white is 21 to 1, whichever comes first', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
});

test('the grey that WCAG names as just enough is just enough', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});
