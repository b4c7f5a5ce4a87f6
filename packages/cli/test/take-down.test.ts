import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gate } from '@columns/check';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { COUNTY, commitStage, FILE_MARK, MARK, NUMBERS, STAGES } from './take-down/county.ts';
import { placesOf } from './take-down/words.ts';

// What follows from content and history without Astro; the pages are in `take-down.full.test.ts`.

let root: string;
const made: Record<string, Record<'words' | 'numbers' | 'content' | 'faults', string[]>> = {};

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'take-down-')));
  mkdirSync(join(root, `apps/${COUNTY}`), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name":"small","private":true}');
  writeFileSync(join(root, 'turbo.json'), '{}');
  const output = [join(root, '.columns'), join(root, `apps/${COUNTY}`)];
  const env = { SITE: 'https://example.org' };
  const context = { root, env, out: () => undefined, err: () => undefined, colour: false };
  for (const stage of STAGES) {
    commitStage(root, stage);
    for (const command of ['history', 'data', 'records']) {
      // Of what the gate refuses nothing is made; git knows it all the same.
      const refused = stage === 'slipped' && command !== 'history';
      expect(await main([command], context)).toBe(refused ? 1 : 0);
    }
    const { column, ...reading } = readColumn(join(root, 'content'), COUNTY, loadStandard());
    const found = gate({ ...reading, ...(column ? { column } : {}) });
    made[stage] = {
      words: placesOf([MARK, FILE_MARK], ...output),
      numbers: placesOf(NUMBERS, ...output),
      content: placesOf(NUMBERS, join(root, 'content')),
      faults: found.map(({ file, line, message }) => `${file}:${line} ${message}`),
    };
  }
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the county that is taken down was right before and is right after', () => {
  expect([made['open']?.faults, made['down']?.faults]).toEqual([[], []]);
});

test('while they are public, the words are found: in texts, tables and workbooks', () => {
  const files = made['open']?.words.map((line) => line.split(':', 1).join('')) ?? [];
  for (const ending of ['.md', '.json', '.csv', '.xlsx']) {
    expect(files.some((file) => file.endsWith(ending))).toBe(true);
  }
});

test('once an entry of any kind is withdrawn, withheld or given on request, its words are nowhere', () => {
  expect(made['down']?.words).toEqual([]);
});

test('a number that was cleaned out of an entry of any kind is nowhere, its history included', () => {
  expect(made['slipped']?.content).not.toEqual([]);
  expect(made['slipped']?.numbers).toEqual([]);
  expect([made['open']?.numbers, made['down']?.numbers]).toEqual([[], []]);
});
