import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from '@columns/check';
import { DECOYS, Numbers } from '@columns/check/fixture-decoys';
import { loadStandard } from '@columns/standard';
import { afterAll, describe, expect, it } from 'vitest';
import { generateCounty } from '../src/index.ts';

/*
 * Whole counties of ordinary documents, with their figures, days and signs written in every odd way that the law and
 * Word allow, and in each a number that is nobody's own: what a check refuses of them, it refuses wrongly.
 */

const DOCUMENTS = 200;
const standard = loadStandard();
const root = mkdtempSync(join(tmpdir(), 'columns-odd-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;
const two = (text: string | undefined) => (text ?? '').padStart(2, '0');
const grouped = (sign: string) => (line: string) =>
  line.replaceAll(/\d{5,}/g, (number) => number.replaceAll(/\d(?=(?:\d{3})+$)/g, `$&${sign}`));

const WRITINGS: Readonly<Record<string, (line: string) => string>> = {
  'as they are': (line) => line,
  'figures of full width': (line) =>
    line.replaceAll(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)),
  'Chinese figures': (line) =>
    line.replaceAll(/\d/g, (figure) => '〇一二三四五六七八九'[Number(figure)] ?? ''),
  'a blank beside each number': (line) =>
    line.replaceAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' '),
  'a no-break space in long numbers': grouped('\u00a0'),
  'a thin space in long numbers': grouped('\u2009'),
  'commas in long numbers': grouped(','),
  'commas of full width in long numbers': grouped('，'),
  'days with points': (line) => line.replaceAll(DAY, '$1.$2.$3'),
  'days with strokes': (line) => line.replaceAll(DAY, '$1/$2/$3'),
  'days in eight figures': (line) =>
    line.replaceAll(DAY, (_, year, month, day) => `${year}${two(month)}${two(day)}`),
  'days and a clock': (line) => line.replaceAll(DAY, '$1-$2-$3 09:30:00'),
  'dashes of Word': (line) => line.replaceAll('-', '–').replaceAll('至', '—'),
  'brackets of half width': (line) => line.replaceAll('（', '(').replaceAll('）', ')'),
  'each figure in bold': (line) => line.replaceAll(/\d{2,}/g, '**$&**'),
};

/** Lines whose signs are marks: tables, links, notes, boxes. */
const MARKED = /^\s*(?:[|<#>]|:::|\d+[.)] )|\]\(|\[\^/;

function written(text: string, write: (line: string) => string, decoy: string): string {
  const end = text.indexOf('\n---\n', 4) + 5;
  const body = text
    .slice(end)
    .split('\n')
    .map((line) => (MARKED.test(line) ? line : write(line)))
    .join('\n');
  // A header alone has no text to add to.
  return body.trim() === '' ? text : `${text.slice(0, end)}${body}\n\n${decoy}\n`;
}

describe.each(Object.entries(WRITINGS))('%s', (_, write) => {
  it('are refused in at most one of a hundred texts', { timeout: 600_000 }, async () => {
    const county = `odd-${Object.values(WRITINGS).indexOf(write)}`;
    generateCounty({ county, documents: DOCUMENTS, out: root, seed: 7 });
    const numbers = new Numbers(20);
    const decoys = Object.values(DECOYS);
    const folder = join(root, county);
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\d{4}\/[^/]+\.md$/.test(name))
      .sort();
    expect(texts).toHaveLength(DOCUMENTS);
    for (const [at, name] of texts.entries()) {
      const path = join(folder, name);
      const decoy = decoys[at % decoys.length]?.(numbers) ?? '';
      writeFileSync(path, written(readFileSync(path, 'utf8'), write, decoy));
    }
    const { findings } = await inspect(root, county, standard, { gate: true });
    const refused = new Set(findings.map(({ file }) => file));
    const told = findings.map(({ file, rule, value }) => `${file} ${rule} ${value}`);
    expect(refused.size <= DOCUMENTS / 100 ? [] : told).toEqual([]);
  });
});
