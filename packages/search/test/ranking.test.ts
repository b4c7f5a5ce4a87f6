import { describe, expect, test } from 'vitest';
import type { Found, SearchPart } from '../src/client/part.ts';
import { type Hit, inOrder, rankOf } from '../src/client/ranking.ts';
import type { Facts } from '../src/document.ts';
import type { Zone } from '../src/zones.ts';
import { pick, seeded } from './corpus.ts';

const KINDS = ['办事指南', '政策文件', '通知公告', '政策解读', '名录清单', '政府公报'];
const TOWNS = ['青山镇', '白云镇'];
const ZONES: readonly Zone[] = [0, 1, 2, 3, 4];
const DAY = 86_400_000;

/** One document of a small column, as a part gives it for a query. */
interface Made {
  query: string;
  /** Where each term of the query stands. */
  zones: readonly Zone[];
  kind: string;
  town: string | undefined;
  date: number;
  ended: boolean;
  minor: boolean;
  /** Characters of its title. */
  title: number;
  begins: boolean;
}

const usual: Made = {
  ...{ query: '取暖补助', zones: [3], kind: '通知公告', town: undefined },
  ...{ date: dayOf('2024-03-01'), ended: false, minor: false, title: 20, begins: false },
};

function dayOf(date: string): number {
  return Date.parse(date) / DAY;
}

/** Hits of a column in the order in which its documents stand there. */
function hitsOf(documents: readonly Made[]): Hit[] {
  const facts: Facts = {
    ...{ steps: [], titles: [], ended: [], minor: [], stretches: [], records: [] },
    filters: {
      kind: { values: KINDS, of: documents.map(({ kind }) => KINDS.indexOf(kind)) },
      town: { values: TOWNS, of: documents.map(({ town }) => TOWNS.indexOf(town ?? '')) },
    },
  };
  return documents.map((made, document) => {
    const { query, zones, title, date, ended, minor, begins } = made;
    const found = zones.map(
      (zone): Found => ({ records: [0], zone, begins: begins && zone === 0 }),
    );
    return {
      ...{ bundle: 0, site: undefined, part: {} as SearchPart, order: 0, document },
      ...{ found, facts, date, ended, behind: ended || minor },
      rank: rankOf(found, query.split(' '), title, date),
    };
  });
}

/** Which of the documents stands first, in whatever order they arrive. */
function firstOf(documents: readonly Made[]): Made | undefined {
  const hits = hitsOf(documents);
  const [first] = inOrder([...hits], 'relevance');
  expect(inOrder([...hits].reverse(), 'relevance')[0]).toBe(first);
  return documents[first?.document ?? -1];
}

/** A few hundred pairs of documents that differ in what a rule is about, and are otherwise like each other. */
function eachPair(rule: (both: Made, random: () => number) => [better: Made, worse: Made]): void {
  const random = seeded(17);
  for (let turn = 0; turn < 300; turn += 1) {
    const both: Made = {
      ...usual,
      zones: [pick(random, ZONES)],
      kind: pick(random, KINDS),
      town: pick(random, ['', ...TOWNS]) || undefined,
      date: dayOf('2015-01-01') + Math.floor(random() * 4000),
      ended: random() < 0.3,
      minor: random() < 0.2,
      begins: random() < 0.3,
    };
    const [better, worse] = rule(both, random);
    expect(firstOf([worse, better]), JSON.stringify([better, worse])).toBe(better);
  }
}

const older = (made: Made, random: () => number): Made => ({
  ...made,
  date: made.date - 1 - Math.floor(random() * 1000),
});

describe('of two documents that are otherwise alike, first stands', () => {
  test('a guide before a notice, and a notice before a register, however new those are', () => {
    eachPair((both, random) => {
      const [one, other] = pick(random, [
        ['办事指南', '通知公告'],
        ['通知公告', '名录清单'],
        ['办事指南', '名录清单'],
      ] as const);
      return [older({ ...both, kind: one }, random), { ...both, kind: other }];
    });
  });

  test('the one with the words in its title, then in a heading or what it is listed under, a fact, its text', () => {
    eachPair((both, random) => {
      const zone = pick(random, [0, 1, 2, 3] as const);
      const better: Made = { ...both, zones: [zone] };
      const worse: Made = {
        ...both,
        zones: [
          pick(
            random,
            ZONES.filter((other) => other > zone),
          ),
        ],
      };
      return [older(better, random), worse];
    });
  });

  test('the one with all terms in its title before one with some', () => {
    eachPair((both, random) => {
      const query = '取暖 补助 老人';
      const some = pick(random, [
        [0, 0, 1],
        [0, 2, 3],
        [1, 0, 4],
      ] as const);
      return [older({ ...both, query, zones: [0, 0, 0] }, random), { ...both, query, zones: some }];
    });
  });

  test('the valid before the ended, and before what only says that something is missing', () => {
    eachPair((both, random) => {
      const how = pick(random, [{ ended: true }, { minor: true }]);
      const valid = { ...both, ended: false, minor: false };
      return [older(valid, random), { ...valid, ...how }];
    });
  });

  test('the valid before the ended even where the ended has the very title', () => {
    eachPair((both, random) => {
      const valid: Made = { ...both, zones: [0], ended: false, minor: false, title: 12 };
      return [older(valid, random), { ...valid, ended: true, title: usual.query.length }];
    });
  });

  test('the newer', () => {
    eachPair((both, random) => [both, older(both, random)]);
  });

  test('the one of the year that was asked for, wherever another has that year', () => {
    eachPair((both, random) => {
      const query = pick(random, ['取暖 2019', '取暖 2019年', '2019年度 取暖']);
      const better: Made = { ...both, query, zones: [1, 3], date: dayOf('2019-06-01') };
      const worse: Made = { ...both, query, zones: [1, 1], date: dayOf('2023-06-01') };
      return [better, { ...worse, zones: query.startsWith('2019') ? [0, 1] : [1, 0] }];
    });
  });

  test('what is for the whole county before what is for one town', () => {
    eachPair((both, random) => [
      older({ ...both, town: undefined }, random),
      { ...both, town: pick(random, TOWNS) },
    ]);
  });
});

test('a table that only mentions a service stands behind everything else', () => {
  const random = seeded(23);
  for (let turn = 0; turn < 300; turn += 1) {
    const documents = Array.from({ length: 6 }, (): Made => {
      const kind = pick(random, KINDS);
      const zones = [pick(random, ZONES)];
      return { ...usual, kind, zones, ended: random() < 0.3, date: usual.date + turn };
    });
    const table: Made = { ...usual, kind: '名录清单', zones: [1], date: usual.date + 5000 };
    const other: Made = { ...usual, kind: '通知公告', zones: [4], ended: true };
    expect(firstOf([table, other, ...documents])).not.toBe(table);
  }
});

test('a table whose title is asked for stands first', () => {
  const table: Made = { ...usual, query: '学校名录', kind: '名录清单', zones: [0] };
  expect(firstOf([{ ...usual, query: '学校名录', kind: '办事指南', zones: [3] }, table])).toBe(
    table,
  );
});
