import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../src/generate/numerals.ts';
import { Random } from '../src/generate/random.ts';
import { scalar } from '../src/generate/yaml.ts';

describe('the seeded generator', () => {
  test('gives the numbers it has always given: changing them changes every county', () => {
    const random = Random.of(1, 'sample', 'text', 0);
    expect(Array.from({ length: 6 }, () => random.between(0, 999))).toMatchInlineSnapshot(`
      [
        3,
        820,
        811,
        269,
        407,
        852,
      ]
    `);
  });

  test('streams of neighbouring documents have nothing in common', () => {
    const draw = (index: number) => {
      const random = Random.of(1, 'sample', 'text', index);
      return Array.from({ length: 20 }, () => random.between(0, 9)).join('');
    };
    expect(new Set(Array.from({ length: 200 }, (_, index) => draw(index))).size).toBe(200);
  });

  test('picks as often as the weights say', () => {
    const random = new Random(7);
    let often = 0;
    for (let round = 0; round < 10_000; round += 1) {
      if (
        random.weighted([
          ['often', 3],
          ['seldom', 1],
        ]) === 'often'
      )
        often += 1;
    }
    expect(often / 10_000).toBeCloseTo(0.75, 1);
  });
});

test('Chinese numbers as headings count', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ]);
});

test('YAML texts are quoted only where they must be', () => {
  expect(scalar('关于做好2023年工作的通知')).toBe('关于做好2023年工作的通知');
  expect(scalar('2023年名录')).toBe('"2023年名录"');
  expect(scalar('说明: 见附件 #1')).toBe('"说明: 见附件 #1"');
});
