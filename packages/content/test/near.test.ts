import { describe, expect, it } from 'vitest';
import { nearest } from '../src/read/near.ts';

describe('the name that was probably meant', () => {
  it.each([
    ['titel', 'title'],
    ['tpye', 'type'],
    ['sumary', 'summary'],
    ['publishd', 'published'],
    ['学校地地址', '学校地址'],
  ])('by %s is %s', (written, meant) => {
    expect(nearest(written, ['title', 'type', 'summary', 'published', '学校地址'])).toBe(meant);
  });

  it('is the nearest of several', () => {
    expect(nearest('plan-2022', ['plan-2012', 'plan-2021-a', 'plan-1999'])).toBe('plan-2012');
  });

  it.each(['photograph', '', 'xy', '办学层次'])('cannot be told from %j', (written) => {
    expect(nearest(written, ['title', 'type', 'summary', '学校地址'])).toBeUndefined();
  });
});
