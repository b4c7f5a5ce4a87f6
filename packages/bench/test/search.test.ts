import { expect, test } from 'vitest';
import { main } from '../src/benchmarks.ts';
import { truthOf } from '../src/search/queries.ts';

test('the truth is a plain search, and what has the query in its title is wanted first', () => {
  const truth = truthOf([['甲乙', '丙'], ['丁', '甲乙丙'], ['戊']], '甲乙');
  expect([...truth.all]).toEqual([0, 1]);
  expect([...truth.titled]).toEqual([0]);
});

test('sizes must be numbers', async () => {
  const said: string[] = [];
  expect(await main(['search', 'many'], { out: (text) => said.push(text) })).toBe(2);
  expect(said.join('')).toContain('whole numbers');
});
