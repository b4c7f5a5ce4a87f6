import { expect, test } from 'vitest';
import { markTerms } from '../src/client/marks.ts';
import { fold } from '../src/fold.ts';
import { numberStretches, readingsOf } from '../src/numbers.ts';
import { readQuery } from '../src/query.ts';

const NOTATIONS = [
  '〔2026〕1号',
  '[2026]1号',
  '【2026】1号',
  '(2026)1号',
  '﹝2026﹞1号',
  '［２０２６］１号',
  '〔2026〕第1号',
  '〔2026〕 01 号',
  '2026年1号',
  '2026年第1号',
  '2026年度第1号',
  '２０２６年第１号',
  '2026第1号',
  '2026-1号',
  '2026-1',
  '2026—1號',
  '2026 1号',
  '2026\u3000第 1 号',
];

/** What the index holds of a text. */
function held(text: string): string[] {
  return [fold(text), ...numberStretches(text)];
}

function finds(query: string, text: string): boolean {
  const { terms } = readQuery(query);
  return terms.every((term) =>
    readingsOf(term).some((reading) => held(text).some((each) => each.includes(reading))),
  );
}

test('a number in any notation is found by every other, alone and after its letters', () => {
  for (const written of NOTATIONS) {
    for (const asked of NOTATIONS) {
      const text = `根据示例发${written}文件要求`;
      expect(finds(`示例发${asked}`, text), `${asked} in ${text}`).toBe(true);
      expect(finds(asked, text), `${asked} in ${text}`).toBe(true);
    }
  }
});

test('a number does not find another one', () => {
  const others = ['〔2026〕11号', '〔2025〕1号', '2026年第21号', '2026年1月1号'];
  for (const text of others) {
    for (const asked of NOTATIONS)
      expect(finds(asked, `示例发${text}`), `${asked} in ${text}`).toBe(false);
  }
});

test('days, months and spans of years are no numbers', () => {
  for (const text of ['自2026-11-22起', '2021-2025年规划', '截至2026年1月1号', '2026—2030年']) {
    expect(numberStretches(text), text).toEqual([]);
  }
  expect(readingsOf('2026-11-22')).toEqual(['2026-11-22']);
});

test('whatever stands in a text is still found as it stands', () => {
  const text = fold('示例发2026年第1号、〔2025〕3号和2026-4号，2026 5号');
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + 1; to <= text.length; to += 1) {
      const term = text.slice(from, to);
      expect(readingsOf(term)[0]).toBe(term);
    }
  }
});

test('a serial without its year is found behind the bracket', () => {
  expect(finds('第1号', '示例发〔2026〕1号')).toBe(true);
  expect(finds('第1号', '示例发〔2026〕11号')).toBe(false);
});

test('a text with the usual notation is held once, and one with another only near its number', () => {
  expect(numberStretches('示例发〔2026〕1号')).toEqual([]);
  const long = '甲'.repeat(500);
  const [stretch = ''] = numberStretches(`${long}2026年第1号${long}`);
  expect(stretch).toBe(`${'甲'.repeat(20)}(2026)1号${'甲'.repeat(20)}`);
});

test('a number is marked as it is written', () => {
  const marked = (text: string, query: string) => {
    const { marks } = markTerms(text, readQuery(query).terms);
    return marks.map(([from, to]) => text.slice(from, to));
  };
  expect(marked('见示例发〔2026〕1号。', '示例发2026年第1号')).toEqual(['示例发〔2026〕1号']);
  expect(marked('见示例发2026 年第 1 号。', '[2026]1号')).toEqual(['2026 年第 1 号']);
});
