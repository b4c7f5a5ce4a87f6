import { cutTerm } from '@columns/search/cut';
import { expect, test } from 'vitest';
import { excerpt, markTerms } from '../src/client/marks.ts';
import { fold } from '../src/fold.ts';
import { Postings } from '../src/part/postings.ts';
import { readQuery } from '../src/query.ts';
import { zoneOf } from '../src/zones.ts';

test('full and half width, case, brackets and white space are folded', () => {
  expect(fold('六政办秘〔２０２０〕 94号')).toBe('六政办秘(2020)94号');
  expect(fold('六政办秘［2020］\u300094号')).toBe('六政办秘(2020)94号');
  expect(fold('Ａ级 B1＃楼\u200b')).toBe('a级b1#楼');
  expect(fold('ｶﾞス ㎡ e\u0301')).toBe('ガスm2é');
});

/** Each word with its places in the first record. */
function placesOf(body: string[], title = '', headings: string[] = []): Record<string, number[]> {
  const postings = new Postings();
  postings.add({ title, headings, body });
  const { words, starts, places } = postings.sorted();
  return Object.fromEntries(
    words.map((word, index) => [word, [...places.subarray(starts[index], starts[index + 1])]]),
  );
}

test('a block becomes overlapping pairs, and each character once', () => {
  expect(placesOf(['义务教育', '义务'])).toEqual({
    义务: [8192, 8197],
    务教: [8193],
    教育: [8194],
    ꒋ义: [8192],
    ꒋ务: [8193],
    ꒋ教: [8194],
    ꒋ育: [8195],
  });
  expect(cutTerm('义务教育')).toBe('义务 务教 教育');
  expect(cutTerm('义')).toBe('ꒋ义');
  expect(cutTerm(' \u200b')).toBe('');
});

test('places tell title, headings and text apart, and no phrase runs from one text into the next', () => {
  const places = placesOf(['乙丙', '丁', '戊己'], '甲乙', ['甲乙', '乙丙']);
  expect(places['甲乙']).toEqual([0, 256]);
  expect(places['乙丙']).toEqual([259, 8192]);
  expect(places['戊己']).toEqual([8197]);
});

test('facts stand between headings and text, an attachment behind', () => {
  const postings = new Postings();
  postings.add({ headings: ['甲乙'], facts: ['丙丁'], body: ['戊己'], attached: ['庚辛'] });
  const { words, starts, places } = postings.sorted();
  const zone = (word: string) => zoneOf(places[starts[words.indexOf(word)] ?? 0] ?? -1);
  expect(['甲乙', '丙丁', '戊己', '庚辛'].map(zone)).toEqual([1, 2, 3, 4]);
});

test('a title or headings beyond their range rank lower and are found all the same', () => {
  const places = placesOf(['正文'], `${'甲'.repeat(300)}乙丙`, ['丁戊'.repeat(4000)]);
  expect(places['乙丙']).toEqual([256 + 300]);
  expect(places['正文']).toEqual([256 + 303 + 8001]);
});

test('characters beyond the BMP stay whole, and all that the reader could drop is written in letters', () => {
  const words = Object.keys(placesOf(['𠮷a，😀\ud800Ꙁé']));
  expect(words).toHaveLength(6 + 7);
  for (const word of words) expect(word).toMatch(/^[\uA000-\uA48C\u3400-\u9fffa-z0-9]+$/u);
});

test('a query is read as terms apart by spaces, each once, up to 100 characters', () => {
  expect(readQuery(' 低保\u3000标准 低 保 低保 ')).toEqual({
    terms: ['低保', '标准', '低', '保'],
    shortened: false,
  });
  expect(readQuery('𠮷'.repeat(101))).toEqual({ terms: ['𠮷'.repeat(100)], shortened: true });
  expect(readQuery('')).toEqual({ terms: [], shortened: false });
});

test('marks point at the original text', () => {
  const { text, marks } = markTerms('见 A 级（景 区）㎡', ['a级(景区)', 'm']);
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['A 级（景 区）㎡']);
});

test('an excerpt begins near the match, goes on into later blocks, and cuts no character in two', () => {
  expect(excerpt('甲\n乙丙\n丁', ['丙'])).toEqual({ text: '乙丙 丁', marks: [[1, 2]] });
  expect(excerpt('甲\n乙', ['标题'])).toEqual({ text: '甲 乙', marks: [] });
  for (let lead = 0; lead < 4; lead += 1) {
    const { text, marks } = excerpt(
      `${'一'.repeat(lead)}${'𠮷'.repeat(90)}终点${'𠮷'.repeat(90)}`,
      ['终点'],
    );
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['终点']);
  }
});
