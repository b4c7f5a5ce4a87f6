import { launchBrowser, makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { makeCorpus, makeRegister } from './corpus.ts';
import { scoreClasses } from './exact.ts';
import { serveSearchSite } from './site.ts';

test('sixty queries of each class find what a plain search finds, in four parts', async () => {
  await using folder = await makeTempDir('classes');
  const documents = [...makeCorpus(400), makeRegister('list-1', 90), makeRegister('list-2', 400)];
  const { served, report } = await serveSearchSite(folder.path, documents, { partSize: 120 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/anyue/search/`);
    const scores = await scoreClasses(page, documents, 60);
    console.table(scores);
    expect(report.parts).toBeGreaterThan(2);
    for (const [name, { recall, precision, finding }] of Object.entries(scores)) {
      expect([recall, precision], name).toEqual([1, 1]);
      expect(finding, name).toBeGreaterThan(10);
    }
  } finally {
    await browser.close();
    await served.close();
  }
}, 300_000);
