import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { expect, test } from 'vitest';
import { DERIVED } from '../src/rendering/derived.ts';
import { FactDigests, withoutLines } from '../src/rendering/fact-digests.ts';
import { groupIds } from '../src/rendering/groups.ts';
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
    ...[...groupIds(column.entries).keys()].map((group) => `group:${group}`),
  ];
  expect(facts.filter((fact) => read.of(fact) !== got.of(fact))).toEqual([]);
});

test('a new entry changes the lists that it stands in, and no others', () => {
  const { column } = readColumn(CONTENT, 'qingshan', loadStandard());
  if (!column) throw new Error('The fixture county cannot be read.');
  const notice = column.entries.find(({ data }) => data.kind === 'notice' && data.unit);
  if (!notice) throw new Error('The fixture county has no notice of a unit.');
  const without = {
    ...column,
    entries: column.entries.filter((entry) => entry !== notice),
  };
  const [before, after] = [new FactDigests(without, CONTENT), new FactDigests(column, CONTENT)];
  const changed = [...groupIds(column.entries).keys()].filter(
    (group) => before.of(`group:${group}`) !== after.of(`group:${group}`),
  );
  const { unit, town = unit } = notice.data;
  expect(changed).toEqual(
    expect.arrayContaining(['attribute:主动', 'kind:notice', `town:${town}`, `unit:${unit}`]),
  );
  expect(changed.filter((group) => /^kind:(?!notice)/.test(group))).toEqual([]);
});

test('a table and an attachment are as they were judged, whatever stands in their files by now', () => {
  const { column } = readColumn(CONTENT, 'qingshan', loadStandard());
  const register = column?.entries.find(({ tableDigest }) => tableDigest !== undefined);
  const owner = column?.entries.find(({ files }) => files.length > 0);
  if (!column || !register || !owner)
    throw new Error('The fixture county lacks a table or a file.');
  const file = `${owner.file.replace(/\.mdx?$/, '')}/${owner.files[0]}`;
  // Neither is read: the folder is not there.
  const judged = (digest: string) => new FactDigests(column, '/nowhere', { [file]: digest });
  expect(judged('one').of(`attachment:${file}`)).not.toBe(judged('two').of(`attachment:${file}`));
  expect(judged('one').of(`table:${register.id}`)).toBe(register.tableDigest);
});
