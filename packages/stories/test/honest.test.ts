import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCounties } from '@columns/content';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONTENT, entriesOf } from './written.ts';

const DEMONSTRATIONS = listCounties(CONTENT).filter(
  (county) => parse(readFileSync(join(CONTENT, county, 'county.yaml'), 'utf8')).demo === true,
);

/** What nobody may take for real. */
const GRAVE = /处罚|黑名单|召回|违法|失信|预警|灾情|事故调查/;

describe.each(DEMONSTRATIONS)('the demonstration %s', (county) => {
  const entries = entriesOf(county);

  it('says of every entry where it is from, or that it is made up', () => {
    const silent = entries.filter(({ head }) => !head['source'] && head['example'] !== true);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('says 示例 in the title of what is made up and grave', () => {
    const bare = entries.filter(
      ({ head }) =>
        head['example'] === true &&
        GRAVE.test(String(head['title'])) &&
        !String(head['title']).includes('示例'),
    );
    expect(bare.map(({ head }) => head['title'])).toEqual([]);
  });

  it('has no telephone that anybody could have', () => {
    const told = entries
      .filter(({ head }) => head['example'] === true)
      .flatMap(({ path, body, head }) =>
        [...`${body}\n${JSON.stringify(head)}`.matchAll(/(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/g)].map(
          ([number]) => `${path} ${number}`,
        ),
      );
    expect(told.filter((number) => !/ (?:0000-|0\d{2,3}-0000)/.test(number))).toEqual([]);
  });
});
