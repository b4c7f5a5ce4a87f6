import { expect, test } from 'vitest';
import {
  type AskedWord,
  AT_ONCE,
  type Begins,
  coverOf,
  firstOf,
  narrowed,
} from '../src/client/cover.ts';
import { holdsIn } from '../src/client/holds-in.ts';
import { cutTerm } from '../src/cut.ts';
import { Postings } from '../src/part/postings.ts';
import { writeSizes } from '../src/part/reader-files.ts';
import { pick, seeded } from './corpus.ts';

const random = seeded(22);
const below = (end: number) => Math.floor(random() * end);
const CHARACTERS = [...'县人民政府2026-'];
const made = (length: number) => Array.from({ length }, () => pick(random, CHARACTERS)).join('');

/** Records of several short texts each, of so few characters that every pair is frequent. */
const records = Array.from({ length: 40 }, () => ({
  title: made(1 + below(6)),
  headings: [made(1 + below(4))],
  body: Array.from({ length: 1 + below(6) }, () => made(1 + below(12))),
}));
const textsOf = ({ title, headings, body }: (typeof records)[number]) => [
  title,
  ...headings,
  ...body,
];

/** Every word of the records with its places, each word in a file of its own of some size. */
function indexed() {
  const postings = new Postings();
  for (const record of records) postings.add(record);
  const { words, starts, records: of, places } = postings.sorted();
  const standing = new Map<string, Map<number, number[]>>();
  words.forEach((word, at) => {
    const own = new Map<number, number[]>();
    for (let i = starts[at] as number; i < (starts[at + 1] as number); i += 1) {
      const record = of[i] as number;
      own.set(record, [...(own.get(record) ?? []), places[i] as number]);
    }
    standing.set(word, own);
  });
  const files = { records: records.length, last: words.join(' ') };
  return { standing, files, sizes: writeSizes(words.map(() => 2000 + below(200_000))) };
}

const { standing, files, sizes } = indexed();

function begins(words: readonly AskedWord[]): Begins {
  let found: Begins | undefined;
  for (const { word, at } of words) found = narrowed(found, standing.get(word) ?? new Map(), at);
  return found ?? new Map();
}

/** Half of them stand somewhere; the others are made of two texts that follow each other, or of chance. */
const terms = Array.from({ length: 3000 }, () => {
  const texts = textsOf(pick(random, records));
  const from = pick(random, [pick(random, texts), texts.join(''), made(8)]);
  const start = below(from.length);
  return from.slice(start, start + 1 + below(10));
});

const truth = (term: string) =>
  [...records.keys()].filter((at) =>
    textsOf(records[at] as (typeof records)[number]).some((text) => text.includes(term)),
  );

test('the pairs that are asked for find a term wherever it stands, and nowhere else', () => {
  for (const term of terms) {
    const words = coverOf(files, sizes, cutTerm(term)) ?? [];
    expect([...begins(words).keys()], term).toEqual(truth(term));
  }
});

test('no cheaper pairs would hold every character', () => {
  for (const term of terms.filter(({ length }) => length > 1)) {
    const cost = (words: readonly AskedWord[]) => words.reduce((sum, { bytes }) => sum + bytes, 0);
    const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2)).map(
      (pair, at) => ({ ...(coverOf(files, sizes, cutTerm(pair))?.[0] as AskedWord), at }),
    );
    if (pairs.some(({ word }) => word === undefined)) continue;
    const costs = Array.from({ length: 1 << pairs.length }, (_, some) => {
      const chosen = pairs.filter((_, at) => some & (1 << at));
      const held = new Set(chosen.flatMap(({ at }) => [at, at + 1]));
      return held.size === term.length ? cost(chosen) : Number.POSITIVE_INFINITY;
    });
    expect(cost(coverOf(files, sizes, cutTerm(term)) ?? []), term).toBeCloseTo(Math.min(...costs));
  }
});

test('the first of them and the texts of what these leave find the same', () => {
  const cards = records.map(({ title, headings, body }) => ({
    ...{ url: '', title, content: [...headings, ...body].join('\n') },
  }));
  for (const term of terms) {
    const words = coverOf(files, sizes, cutTerm(term)) ?? [];
    const first = firstOf(words, below(AT_ONCE));
    const found = [...begins(first).keys()].filter((record) => {
      return holdsIn(cards[record] as (typeof cards)[number], term);
    });
    expect(found, term).toEqual(truth(term));
  }
});

test('as many are asked for at once as fit, the smallest first, and one at least', () => {
  const words = coverOf(files, sizes, cutTerm('县人民政府2026')) ?? [];
  expect(words.map(({ bytes }) => bytes)).toEqual(
    words.map(({ bytes }) => bytes).toSorted((a, b) => a - b),
  );
  expect(firstOf(words, 0)).toEqual(words.slice(0, 1));
  expect(firstOf(words, Number.POSITIVE_INFINITY)).toEqual(words);
  const [one, two, three] = words as [AskedWord, AskedWord, AskedWord];
  expect(firstOf(words, one.bytes + two.bytes)).toEqual([one, two]);
  // What stands in the same file costs nothing more.
  expect(firstOf([one, two, { ...three, file: two.file }], one.bytes + two.bytes)).toHaveLength(3);
});

test('what is said of the label of a fact is not said of the fact', () => {
  const card = {
    url: '',
    title: '某通知',
    content: '第一段\n甲\t乙',
    facts: '发文字号：县政办〔2026〕1号',
  };
  expect(holdsIn(card, '发文字号')).toBe(false);
  expect(holdsIn(card, '县政办(2026)1号')).toBe(true);
  expect(holdsIn(card, '甲乙')).toBe(false);
});
