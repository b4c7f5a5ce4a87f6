import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { ChangedFile, readBody, readChecked, readColumn, readRows } from '../src/index.ts';
import { makeCounty, notice, register } from './fixture.ts';

const N = 'shili/_notice/2023';
const SCHOOLS = 'shili/compulsory-education/school-directory/2023';

function made() {
  const { contentRoot } = makeCounty({
    files: {
      [`${N}/a.md`]: notice(),
      [`${SCHOOLS}/schools.md`]: register(['columns: [学校名称]']),
      [`${SCHOOLS}/schools.csv`]: '学校名称\n一小\n',
    },
  });
  const { column } = readColumn(contentRoot, 'shili', loadStandard());
  const entry = (id: string) => {
    const found = column?.entries.find((one) => one.id === id);
    if (!found) throw new Error(`The fixture has no ${id}.`);
    return found;
  };
  return { contentRoot, entry };
}

describe('what is published is what was checked', () => {
  it('so a text that has changed since is not read', () => {
    const { contentRoot, entry } = made();
    expect(readBody(contentRoot, entry('a'))).toContain('正文。');
    appendFileSync(join(contentRoot, N, 'a.md'), '后来添的一句。\n');
    const read = () => readBody(contentRoot, entry('a'));
    expect(read).toThrow(ChangedFile);
    expect(read).toThrow('shili/_notice/2023/a.md 在检查之后又有改动');
    expect(readBody(contentRoot, { file: entry('a').file })).toContain('后来添的一句。');
  });

  it('so a table that has changed since is not read', () => {
    const { contentRoot, entry } = made();
    expect(readRows(contentRoot, entry('schools'))).toEqual([['一小']]);
    appendFileSync(join(contentRoot, SCHOOLS, 'schools.csv'), '二小\n');
    expect(() => readRows(contentRoot, entry('schools'))).toThrow(ChangedFile);
  });

  it('and a file that was not there is none that was checked', () => {
    const { contentRoot } = made();
    expect(() => readChecked(contentRoot, `${N}/a.md`, '')).toThrow(ChangedFile);
  });
});
