import type { Entry } from '@columns/content';
import { expect, test } from 'vitest';
import { mainFirst } from '../src/data/main-first.ts';

const of = (unit: string, title: string) => ({ data: { unit, title } as Entry['data'] });

test('what one bureau has in the form of the county’s budget stands behind the county’s own', () => {
  const bureau = of('civil-affairs', '县民政局部门预算');
  const [late, early] = [of('finance', '2026年预算'), of('finance', '2025年预算')];
  expect(mainFirst([bureau, late, early])).toEqual([late, early, bureau]);
});

test('where each unit has as many the newest is first', () => {
  const [one, other] = [of('finance', '决算'), of('education', '部门决算')];
  expect(mainFirst([one, other])).toEqual([one, other]);
  expect(mainFirst([])).toEqual([]);
});
