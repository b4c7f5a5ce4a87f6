import { expect, test } from 'vitest';
import { main } from '../src/benchmarks.ts';
import { showsMarks } from '../src/markdown/marks.ts';
import type { MarkdownRow } from '../src/markdown.ts';
import { markdownTable, measureMarkdown } from '../src/markdown.ts';

test('a mark counts in the text of a page, not in a tag', () => {
  expect(showsMarks('<p>**注意：**请于</p>')).toBe(true);
  expect(showsMarks('<p>~~作废。~~以</p>')).toBe(true);
  expect(showsMarks('<p title="**"><strong>注意：</strong>请于</p>')).toBe(false);
});

test('the chosen processor sets all emphasis of generated texts; the one not chosen does not', async () => {
  const [chosen, satteri] = await measureMarkdown(60, ['chosen', 'satteri']);
  expect(chosen).toMatchObject({ documents: 60, showingMarks: 0 });
  expect(chosen?.withMarks).toBeGreaterThan(20);
  expect(satteri?.withMarks).toBe(chosen?.withMarks);
  expect(satteri?.showingMarks).toBeGreaterThan(10);
  expect(chosen?.peakMB).toBeGreaterThan(20);
});

test('the table sets each against the first of its size', () => {
  const row = { documents: 2000, peakMB: 151.6, withMarks: 1500, showingMarks: 0 };
  const rows: MarkdownRow[] = [
    { ...row, processor: 'chosen', seconds: 4 },
    { ...row, processor: 'satteri', seconds: 1, showingMarks: 1400 },
    { ...row, processor: 'read', seconds: 0 },
  ];
  expect(`\n${markdownTable(rows)}\n`).toMatchInlineSnapshot(`
    "
    | documents | processor                                     | seconds | ms/document | ratio | peak MB | literal ** or ~~ |
    | --------: | --------------------------------------------- | ------: | ----------: | ----: | ------: | ---------------: |
    |     2,000 | micromark + mdast + GFM + CJK-friendly (ours) |    4.00 |        2.00 |  1.00 |     152 |       0 of 1,500 |
    |     2,000 | Sätteri (default of Astro 7)                  |    1.00 |        0.50 |  0.25 |     152 |   1,400 of 1,500 |
    |     2,000 | reading only                                  |    0.00 |        0.00 |     – |     152 |                – |
    "
  `);
});

test('an unknown name is answered with the names there are', async () => {
  const said: string[] = [];
  const out = (text: string) => said.push(text);
  expect(await main(['nothing'], { out })).toBe(2);
  expect(said.join('')).toContain('markdown: ');
  expect(await main(['markdown', 'many'], { out })).toBe(2);
});
