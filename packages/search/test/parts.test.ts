import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildIndex, type SearchDocument } from '@columns/search/build';
import { readNearTerms } from '@columns/search/near-terms';
import { makeTempDir } from '@columns/testkit';
import { describe, expect, test } from 'vitest';
import { PageDigests } from '../src/part/page-digests.ts';
import { documentsOf, type Part, planParts, weigh } from '../src/part/plan.ts';
import { recordsOf } from '../src/part/records.ts';
import { makeCorpus } from './corpus.ts';
import { digests } from './digests.ts';

const newestFirst = (count: number) =>
  makeCorpus(count).sort((a, b) => (a.meta.date < b.meta.date ? 1 : -1));

/** Plans without a memory of earlier pages. */
function plan(documents: readonly SearchDocument[], size: number): Part[] {
  const digests = new PageDigests('/nowhere/pages.json');
  const weighed = documents.map((document) => weigh(document, digests));
  return planParts(weighed, size);
}

test('parts end with a year where they can, and a new document changes only the newest', () => {
  const documents = newestFirst(70);
  const parts = plan(documents, 24);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flatMap(documentsOf)).toEqual(documents);
  const added = {
    ...documents[0],
    url: '2030/new/',
    title: '新',
    meta: { date: '2030-01-01', path: '' },
  };
  const after = plan([added as (typeof documents)[0], ...documents], 24);
  const keys = parts.slice(1).map(({ key }) => key);
  expect(after.slice(-keys.length).map(({ key }) => key)).toEqual(keys);
});

test('a part with no change is not built again', async () => {
  await using folder = await makeTempDir();
  const documents = newestFirst(70);
  const options = {
    outDir: join(folder.path, 'pagefind'),
    cacheDir: join(folder.path, 'cache'),
    partSize: 24,
  };
  const first = await buildIndex({ documents, ...options });
  expect(first.kept).toBe(0);
  const changed = documents.map((each, index) =>
    index === 0 ? { ...each, title: '改过的标题' } : each,
  );
  const second = await buildIndex({ documents: changed, ...options });
  expect(second.kept).toBe(second.parts - 1);
  const kept = join(options.cacheDir, 'parts');
  expect((await readdir(kept)).length).toBe(second.parts);
  const before = await digests(options.outDir);
  const again = await buildIndex({ documents: changed, ...options });
  expect(again.kept).toBe(again.parts);
  expect(await digests(options.outDir)).toEqual(before);
});

test('a changed document makes its own stretch anew and leaves those of other years', async () => {
  await using folder = await makeTempDir();
  const documents = newestFirst(70);
  const options = { outDir: join(folder.path, 'pagefind'), cacheDir: join(folder.path, 'cache') };
  const stretches = () => readdir(join(options.cacheDir, 'stretches'));
  await buildIndex({ documents, ...options });
  const before = new Set(await stretches());
  const changed = documents.map((each, index) =>
    index === 30 ? { ...each, title: '改过的标题' } : each,
  );
  await buildIndex({ documents: changed, ...options });
  const after = await stretches();
  expect(before.size).toBeGreaterThan(2);
  expect(after.length).toBe(before.size);
  expect(after.filter((key) => !before.has(key)).length).toBe(1);
});

test('a document of a later day leaves the cards of other stretches where they were', async () => {
  await using folder = await makeTempDir();
  const documents = newestFirst(70);
  const outDir = join(folder.path, 'pagefind');
  await buildIndex({ documents, outDir });
  const before = await digests(join(outDir, 'cards'));
  const year = documents[40]?.meta.date.slice(0, 4);
  const changed = documents.map((each, index) =>
    index === 40 ? { ...each, meta: { ...each.meta, date: `${year}-12-31` } } : each,
  );
  await buildIndex({ documents: changed, outDir });
  const after = await digests(join(outDir, 'cards'));
  const folders = (files: object) => new Set(Object.keys(files).map((file) => dirname(file)));
  const [old, now] = [folders(before), folders(after)];
  expect(now.size).toBe(old.size);
  expect([...now].filter((key) => !old.has(key)).length).toBe(1);
  for (const [file, digest] of Object.entries(after)) {
    if (old.has(dirname(file))) expect(digest, file).toBe(before[file]);
  }
});

describe('a page of an odd shape', () => {
  const meta = { date: '2020-01-01', path: '' };

  test('a table of five megabytes becomes records that are read one at a time', async () => {
    await using folder = await makeTempDir();
    const html = join(folder.path, 'index.html');
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `<tr><td>${row}</td><td>甲乙丙丁戊己庚辛壬癸子丑寅卯</td></tr>`,
    );
    await writeFile(html, `<article><h1>大表</h1><table>${rows.join('')}</table></article>`);
    const records = recordsOf({ url: 'big/', title: '大表', html, meta });
    expect(records.length).toBeGreaterThan(40);
    expect(Math.max(...records.map(({ card }) => card.content.length))).toBeLessThan(25_000 * 2);
    expect(records.at(-1)?.card.content).toContain('59999');
  });

  test('without a title it is found by its text, without a text by its title', () => {
    const [untitled] = recordsOf({ url: 'a/', title: '', blocks: ['正文'], meta });
    expect(untitled?.texts).toMatchObject({ title: '', body: ['正文'] });
    const [empty] = recordsOf({ url: 'a/', title: '题', blocks: [], meta });
    expect([empty?.texts.title, empty?.card.content]).toEqual(['题', '']);
  });

  test('one that is not there is named', () => {
    expect(() =>
      recordsOf({ url: 'a/', title: '题', html: '/nowhere/a/index.html', meta }),
    ).toThrow('/nowhere/a/index.html');
  });
});

test('the list of near terms takes one word or several, and names what is wrong', () => {
  expect(readNearTerms('- { 日常: 低保, 文件: [最低生活保障] }')).toEqual([
    { everyday: ['低保'], official: ['最低生活保障'] },
  ]);
  expect(readNearTerms('')).toEqual([]);
  expect(() => readNearTerms('- { 日常: 低保 }')).toThrow('近义词表第 1 项不对');
  expect(() => readNearTerms('低保')).toThrow('近义词表应是一个列表');
});

test('a page is as it was for search while its article is', async () => {
  await using folder = await makeTempDir();
  const html = join(folder.path, 'index.html');
  const page = (article: string, beside: string) =>
    `<main><article><h1>题</h1><p>${article}</p></article><nav>${beside}</nav></main>`;
  const document = { url: 'a/', title: '题', html, meta: { date: '2020-01-01', path: '' } };
  const key = async (article: string, beside: string) => {
    await writeFile(html, page(article, beside));
    return plan([document], 24).map((part) => part.key);
  };
  const before = await key('正文', '上一篇');
  expect(await key('<a href="https://xxgk.example.gov.cn/"><b>正</b>文</a>', '上一篇')).toEqual(
    before,
  );
  expect(await key('正文', '下一篇')).toEqual(before);
  expect(await key('正交', '上一篇')).not.toEqual(before);
});

describe('what a memory knows of another build', () => {
  /** Pages of one year, each with the same text in markup of a given length. */
  async function pages(folder: string, markup: number): Promise<SearchDocument[]> {
    const head = `<!doctype html><head><meta content="${'x'.repeat(markup)}"></head>`;
    return Promise.all(
      Array.from({ length: 240 }, async (_, index) => {
        const html = join(folder, `${index}`, 'index.html');
        await mkdir(dirname(html), { recursive: true });
        await writeFile(
          html,
          `${head}<article data-of="${'y'.repeat(markup)}"><h1>第${index}件</h1><p>正文${index}</p></article>`,
        );
        const month = String(12 - Math.floor(index / 20)).padStart(2, '0');
        const meta = { date: `2026-${month}-01`, path: '' };
        return { url: `2026/${index}/`, title: `第${index}件`, html, meta };
      }),
    );
  }

  test('the same texts in longer markup make the same index, with or without it', async () => {
    await using folder = await makeTempDir();
    const cacheDir = join(folder.path, 'cache');
    const [outDir, fresh] = [join(folder.path, 'pagefind'), join(folder.path, 'fresh')];
    await buildIndex({ documents: await pages(folder.path, 10), outDir, cacheDir });
    const before = await digests(outDir);
    const documents = await pages(folder.path, 100_000);
    expect((await buildIndex({ documents, outDir, cacheDir })).kept).toBe(1);
    await buildIndex({ documents, outDir: fresh });
    expect(await digests(outDir)).toEqual(before);
    expect(await digests(fresh)).toEqual(before);
  }, 30_000);

  test('stretches that another version of V8 wrote are made anew for parts that are known', async () => {
    await using folder = await makeTempDir();
    const options = { cacheDir: join(folder.path, 'cache'), documents: makeCorpus(20) };
    const outDir = join(folder.path, 'pagefind');
    await buildIndex({ ...options, outDir });
    const before = await digests(outDir);
    const kept = join(options.cacheDir, 'stretches');
    for (const name of await readdir(kept))
      await rename(join(kept, name), join(kept, `${name}-old`));
    // An index elsewhere has nothing that could be moved.
    const other = join(folder.path, 'other');
    await buildIndex({ ...options, outDir: other });
    expect(await digests(other)).toEqual(before);
  });
});
