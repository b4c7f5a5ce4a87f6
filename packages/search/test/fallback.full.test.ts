import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '@columns/search/build';
import { launchBrowser, makeTempDir, serveFolder } from '@columns/testkit';
import * as older from 'pagefind-older';
import { expect, test } from 'vitest';
import { askAll, urls } from './ask.ts';
import { queryClasses } from './classes.ts';
import { makeCorpus, makeRegister } from './corpus.ts';
import { writeClient } from './site.ts';

test('where another version of Pagefind is installed, its own indexer makes an index that finds the same', async () => {
  await using folder = await makeTempDir('fallback');
  const documents = [...makeCorpus(300), makeRegister('list', 90)];
  await writeClient(folder.path);
  const build = async (name: string, pagefind?: typeof older) => {
    const from = performance.now();
    const options = { documents, site: 'anyue', ...(pagefind && { pagefind }) };
    const report = await buildIndex({ ...options, outDir: join(folder.path, name) });
    return { report, seconds: (performance.now() - from) / 1000 };
  };
  const ours = await build('pagefind');
  const theirs = await build('other', older);
  console.table({ ours: ours.seconds, 'Pagefind’s own': theirs.seconds });
  expect(ours.report.indexer).toBeUndefined();
  expect(theirs.report.indexer).toBe('1.5.2');
  const served = await serveFolder(folder.path, { base: '/anyue/' });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/anyue/search/`);
    const queries = Object.values(queryClasses(documents, 20)).flat();
    const [one, two] = [
      await askAll(page, queries, [{ path: '../pagefind' }]),
      await askAll(page, queries, [{ path: '../other' }]),
    ];
    queries.forEach((query, index) => {
      const [mine, others] = [one[index], two[index]];
      expect(others && urls(others), query).toEqual(mine && urls(mine));
      expect(others?.results.map(({ excerpt }) => excerpt.text)).toEqual(
        mine?.results.map(({ excerpt }) => excerpt.text),
      );
    });
  } finally {
    await browser.close();
    await served.close();
  }
  const { parts } = JSON.parse(readFileSync(join(folder.path, 'other/search.json'), 'utf8'));
  const entry = join(folder.path, 'other/parts', parts[0].key, 'pagefind-entry.json');
  expect(JSON.parse(readFileSync(entry, 'utf8')).version).toBe('1.5.2');
}, 600_000);
