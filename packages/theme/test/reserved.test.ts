import type { County } from '@columns/content';
import { isReservedSegment } from '@columns/standard';
import { expect, test } from 'vitest';
import { routesOf } from '../src/integration/routes.ts';

// Where pages stand, no other column may: its base would put its pages over these.

test('the first segment of every page’s address is reserved', () => {
  const firsts = routesOf({ level: 'city' } as County)
    .map(({ pattern }) => pattern.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !/[[.]/.test(segment));
  expect(firsts.length).toBeGreaterThan(30);
  expect([...new Set(firsts)].filter((segment) => !isReservedSegment(segment))).toEqual([]);
  expect(isReservedSegment('2027')).toBe(true);
});
