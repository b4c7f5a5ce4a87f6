import { readColumn } from '@columns/content';
import { makeCounty, notice } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import { expect, it } from 'vitest';
import { readAhead } from '../src/facts/ahead.ts';
import { readFacts } from '../src/facts/entries.ts';
import { CountyFiles } from '../src/facts/files.ts';
import { Memory } from '../src/facts/memory.ts';
import { readSettings } from '../src/settings/index.ts';
import { mobile, Numbers } from './personal/made-up.ts';

const standard = loadStandard();
const FILES = {
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `shili/_notice/2023/n${index}.md`,
      notice([`title: 第${index}号`], `正文${index}，银行帐户。\n`),
    ]),
  ),
  'shili/_notice/2023/broken.md': notice(['title: [']),
  'shili/_notice/2023/secret.md': notice([`summary: 联系${mobile(new Numbers(7))}`]),
};

/** A county as it is read with a memory, and how many entries were not in it. */
async function read(contentRoot: string, threads: number) {
  const memory = new Memory(contentRoot, '');
  await readAhead(memory, { contentRoot, county: 'shili', standard }, threads);
  let fresh = 0;
  const reading = readColumn(contentRoot, 'shili', standard, {
    entry: (input, path, make) =>
      memory.entry(input, path, (bytes) => {
        fresh += 1;
        return make(bytes);
      }),
  });
  const files = new CountyFiles(contentRoot, 'shili', reading);
  const facts = readFacts(files, readSettings(contentRoot, 'shili').settings, memory);
  return { column: reading.column, problems: reading.problems, facts, fresh };
}

it('reads with threads what it reads alone, and all but what is personal ahead', async () => {
  const { contentRoot } = makeCounty({ files: FILES });
  const { fresh, ...alone } = await read(contentRoot, 1);
  expect(fresh).toBe(11);
  expect(alone.problems.map(({ code }) => code)).toContain('shape/yaml-syntax');
  for (const threads of [2, 3]) {
    const { fresh: later, ...together } = await read(contentRoot, threads);
    expect(together).toEqual(alone);
    expect(later).toBe(1);
  }
});
