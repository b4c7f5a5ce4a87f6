import { describe, expect, it } from 'vitest';
import { PERSONAL, personalInFile, redact } from '../../src/personal/index.ts';
import { DECOYS } from './decoys.ts';
import { KINDS } from './kinds.ts';
import { Numbers } from './made-up.ts';
import { WAYS, WHOLE_ONLY } from './ways.ts';

const EACH = 2;
const DECOYS_EACH = 20;

it('every kind of the data is measured', () => {
  const measured = new Set(KINDS.map(({ kind }) => kind));
  expect(PERSONAL.kinds.map(({ id }) => id).filter((id) => !measured.has(id))).toEqual([]);
});

describe.each(Object.keys(WAYS))('a number written so is found: %s', (way) => {
  const kinds = KINDS.filter(({ whole }) => !(whole && WHOLE_ONLY.has(way)));

  it.each(kinds)('$label ($kind)', ({ label, make }) => {
    const numbers = new Numbers(2000 + way.length);
    for (let round = 0; round < EACH; round++) {
      const number = make(numbers);
      const { name, text } = WAYS[way]?.({ number, label }) ?? { name: '', text: '' };
      const hits = personalInFile(name, text);
      expect([text, hits.length > 0]).toEqual([text, true]);
      // What is told of it must not repeat it.
      expect(hits.filter(({ value }) => value.includes(number))).toEqual([]);
      expect(redact(`${label}${number}`)).not.toContain(number);
    }
  });
});

describe('what is nobody’s own', () => {
  const numbers = new Numbers(77);
  const all = Object.entries(DECOYS).flatMap(([kind, make]) =>
    Array.from({ length: DECOYS_EACH }, () => ({ kind, text: make(numbers) })),
  );

  it('is taken for somebody’s in at most one of a hundred texts', () => {
    const alarms = all.filter(({ text }) => personalInFile('a.md', text).length > 0);
    const most = Math.floor(all.length / 100);
    expect(alarms.slice(0, Math.max(0, alarms.length - most))).toEqual([]);
  });

  it('is no kind’s alone: no kind of decoy is taken for something each time', () => {
    const counts = new Map<string, number>();
    for (const { kind, text } of all) {
      if (personalInFile('a.md', text).length > 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > DECOYS_EACH / 2)).toEqual([]);
  });
});
