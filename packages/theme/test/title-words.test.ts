import { describe, expect, test } from 'vitest';
import { titlePieces } from '../src/data/title-words.ts';

const TITLES = [
  '关于深化政务公开促进基层政府治理能力现代化的实施意见（征求意见稿）',
  '青山县人民政府办公室关于印发《青山县2026年政务公开工作要点》的通知',
  '关于对李某某等3人违反道路交通安全法的行政处罚决定书',
  '2026年第1季度城乡居民最低生活保障对象名单公示',
  '县城区停水通知（8月3日至5日）',
  'PM2.5日均值通报 (2026-08-03)',
  '通知',
  '',
];

describe('a title may break', () => {
  test.each(TITLES)('at places that change no character of it: %s', (title) => {
    expect(titlePieces(title).join('')).toBe(title);
  });

  test.each([
    ['促进', TITLES[0]],
    ['意见稿', TITLES[0]],
    ['征求', TITLES[0]],
    ['现代化的', TITLES[0]],
    ['青山县', TITLES[1]],
    ['2026年', TITLES[1]],
    ['要点》', TITLES[1]],
    ['3人', TITLES[2]],
    ['第1季度', TITLES[3]],
    ['（8月', TITLES[4]],
  ])('not inside %s', (word, title) => {
    expect(titlePieces(title as string).some((piece) => piece.includes(word))).toBe(true);
  });

  test('neither before a closing sign, nor after an opening one, nor before 的', () => {
    for (const piece of TITLES.flatMap((title) => titlePieces(title))) {
      expect(piece).not.toMatch(/^[）》”’、，。：；！？的]/);
      expect(piece).not.toMatch(/[（《“‘]$/);
    }
  });

  test('often enough for a phone: no piece is longer than ten Chinese characters', () => {
    const chinese = TITLES.filter((title) => !/[A-Za-z]/.test(title));
    const longest = chinese.flatMap((title) => titlePieces(title)).map((piece) => piece.length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(10);
  });
});
