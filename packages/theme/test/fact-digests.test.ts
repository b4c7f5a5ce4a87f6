import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { expect, test } from 'vitest';
import { DERIVED } from '../src/rendering/derived.ts';
import { FactDigests, withoutLines } from '../src/rendering/fact-digests.ts';
import { CONTENT } from './build.ts';

test('the process that reads a column and those that get its file agree on every fact', () => {
  const { column } = readColumn(CONTENT, 'qingshan', loadStandard());
  if (!column) throw new Error('The fixture county cannot be read.');
  expect(column.county.frequent.some(({ lines }) => lines !== undefined)).toBe(true);
  const file = JSON.parse(JSON.stringify(column, withoutLines));
  const [read, got] = [new FactDigests(column, CONTENT), new FactDigests(file, CONTENT)];
  const facts = [
    ...Object.keys(column),
    ...column.entries.flatMap(({ id }) => [
      `entry:${id}`,
      `text:${id}`,
      `relations:${id}`,
      `neighbours:${id}`,
    ]),
    ...column.domains.flatMap(({ id, items }) => [
      `domain:${id}`,
      ...items.map(({ ref }) => `item:${ref}`),
    ]),
    ...Object.keys(DERIVED).map((name) => `derived:${name}`),
  ];
  expect(facts.filter((fact) => read.of(fact) !== got.of(fact))).toEqual([]);
});
