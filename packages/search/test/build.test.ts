import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildIndex, cardFile } from '@columns/search/build';
import { makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import type { Facts } from '../src/document.ts';
import { CARDS, makeStretch } from '../src/part/stretch.ts';
import { writeParts } from '../src/part/write-parts.ts';
import { makeCorpus } from './corpus.ts';
import { digests } from './digests.ts';

const meta = { date: '2020-01-01', path: '' };

test('the same documents give the same bytes, in any order and beside another build', async () => {
  await using folder = await makeTempDir();
  const documents = makeCorpus(40);
  const [one, two] = ['one', 'two'].map((name) => join(folder.path, name)) as [string, string];
  const [report] = await Promise.all([
    buildIndex({ documents, outDir: one }),
    buildIndex({ documents: [...documents].reverse(), outDir: two }),
  ]);
  expect(await digests(one)).toEqual(await digests(two));
  expect(report.documents).toBe(40);
});

test('a part made of several stretches by two threads has the words and cards of one that was made at once', async () => {
  await using folder = await makeTempDir();
  const documents = makeCorpus(60);
  const make = async (name: string, threads: number, ...stretches: (typeof documents)[]) => {
    const folders = stretches.map((_, index) => join(folder.path, `${name}-${index}`));
    for (const [index, each] of stretches.entries()) {
      makeStretch({ documents: each, folder: folders[index] ?? '' });
    }
    const part = join(folder.path, name);
    const made = folders.map((each) => ({ key: each, folder: each }));
    await writeParts([{ documents, stretches: made, folder: part }], threads);
    const { '/facts.pf_facts': _, ...words } = await digests(part);
    const read = (file: string) => JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
    const { stretches: parts, ...facts } = read(join(part, 'facts.pf_facts')) as Facts;
    // Documents and their cards follow each other through the stretches; each has one record here.
    const cards = parts.flatMap(([key, count]) =>
      Array.from({ length: count }, (_, index) => read(join(key, CARDS, cardFile(index, 0)))),
    );
    return { words, facts, cards };
  };
  const whole = await make('whole', 1, documents);
  const cut = await make(
    'cut',
    2,
    documents.slice(0, 13),
    documents.slice(13, 40),
    documents.slice(40),
  );
  expect(whole.cards.length).toBe(60);
  expect(cut).toEqual(whole);
});

test('a new index replaces the old one as a whole', async () => {
  await using folder = await makeTempDir();
  const outDir = join(folder.path, 'pagefind');
  await buildIndex({ documents: makeCorpus(5), outDir });
  await buildIndex({ documents: makeCorpus(3), outDir });
  expect(Object.keys(await digests(join(outDir, 'cards')))).toHaveLength(3);
  expect(await readdir(folder.path)).toEqual(['pagefind']);
});

test('a document that cannot be indexed is named, and the old index stays', async () => {
  await using folder = await makeTempDir();
  const outDir = join(folder.path, 'pagefind');
  await buildIndex({ documents: makeCorpus(2), outDir });
  const before = await digests(outDir);
  const nothing = [{ url: '/a/', title: ' ', blocks: ['\u3000'], meta }];
  await expect(buildIndex({ documents: nothing, outDir })).rejects.toThrow('/a/ has neither');
  const twice = [1, 2].map(() => ({ url: '/a/', title: '甲', blocks: [], meta }));
  await expect(buildIndex({ documents: twice, outDir })).rejects.toThrow('the address /a/');
  const bare = [{ url: '', title: '甲', blocks: [], meta }];
  await expect(buildIndex({ documents: bare, outDir })).rejects.toThrow('“甲” has no address');
  expect(await digests(outDir)).toEqual(before);
});

test('a folder that holds something else is not replaced', async () => {
  await using folder = await makeTempDir();
  const outDir = join(folder.path, 'dist');
  await mkdir(outDir);
  await writeFile(join(outDir, 'index.html'), '');
  await expect(buildIndex({ documents: makeCorpus(1), outDir })).rejects.toThrow('left as it is');
});
