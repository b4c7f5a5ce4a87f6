import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCounties } from '@columns/content';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONTENT, entriesOf, type Written } from './written.ts';

const SIGNS = 5;
const MOST = 0.4;
/** Texts shorter than this say too little to be like another. */
const SHORTEST = 60;

/** Names of counties, towns and units: two texts that differ in them alone are one text. */
function namesIn(county: string): string[] {
  const of = (file: string): string[] => {
    try {
      const rows = parse(readFileSync(join(CONTENT, county, file), 'utf8')) as { name: string }[];
      return rows.map(({ name }) => name);
    } catch {
      return [];
    }
  };
  const own = parse(readFileSync(join(CONTENT, county, 'county.yaml'), 'utf8')).name as string;
  return [own, ...of('towns.yaml'), ...of('departments.yaml')];
}

/** A text as it is compared: without names, figures and marks of the dialect. */
function bare(text: string, names: RegExp): string {
  return text.replaceAll(names, '某').replaceAll(/<[^>]+>|[\s\d.#*|\-—]+/g, '');
}

function shingles(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + SIGNS <= text.length; at++) found.add(text.slice(at, at + SIGNS));
  return found;
}

/** Periods of one series say the same of other figures, and are no two texts. */
const isSeries = ({ head }: Written) => head['period'] !== undefined;

describe('the texts of the demonstration', () => {
  const counties = listCounties(CONTENT);
  const texts = counties.flatMap((county) => {
    const names = new RegExp(
      namesIn(county)
        .sort((a, b) => b.length - a.length)
        .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\（）]/g, '.'))
        .join('|'),
      'g',
    );
    return entriesOf(county)
      .filter((entry) => entry.head['example'] === true && !isSeries(entry))
      .map((entry) => ({ path: entry.path, text: bare(entry.body, names) }))
      .filter(({ text }) => text.length >= SHORTEST)
      .map(({ path, text }) => ({ path, signs: shingles(text) }));
  });

  it(`are no two alike: at most ${MOST} of their shingles of ${SIGNS} signs are the same`, () => {
    const holders = new Map<string, number[]>();
    const alike: string[] = [];
    for (const [index, { path, signs }] of texts.entries()) {
      const shared = new Map<number, number>();
      for (const sign of signs) {
        const before = holders.get(sign) ?? [];
        for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
        before.push(index);
        holders.set(sign, before);
      }
      for (const [other, same] of shared) {
        const all = signs.size + (texts[other]?.signs.size ?? 0) - same;
        if (same / all > MOST)
          alike.push(`${texts[other]?.path} ${path} ${(same / all).toFixed(2)}`);
      }
    }
    expect(texts.length).toBeGreaterThan(500);
    expect(alike).toEqual([]);
  });
});
