import type { SearchDocument } from '@columns/search/build';
import { describe, expect, test } from 'vitest';
import type { DirectRow } from '../src/direct.ts';
import { fold } from '../src/fold.ts';
import { directRows } from '../src/near/direct.ts';
import { makeWords } from '../src/near/make-words.ts';
import { readQuestion } from '../src/near/question.ts';
import { nearQuestions } from '../src/near/questions.ts';
import { suggestions } from '../src/near/suggest.ts';
import type { Words } from '../src/near/words.ts';
import { makeCorpus } from './corpus.ts';
import { truth } from './truth.ts';

interface SmallColumn {
  documents: readonly SearchDocument[];
  direct: readonly DirectRow[];
  words: Words;
}

function column(documents: SearchDocument[], direct: DirectRow[] = []): SmallColumn {
  return { documents, direct, words: makeWords(documents, { direct }) };
}

/** An entry whose page says what it is filed in, or does not. */
function entry(title: string, path: string, told = true): SearchDocument {
  const filed = path.replaceAll(' / ', '；');
  return {
    ...{ url: `${title}/`, title, meta: { date: '2026-01-01', path } },
    ...(told ? { filed, blocks: [filed] } : { blocks: [] }),
  };
}

const item = (t: string, u: string, ...a: string[]): DirectRow => ({
  ...{ k: 'item', t, u: `domains/${u}/` },
  ...(a.length > 0 && { a }),
});

const COLUMNS: Record<string, SmallColumn> = {
  'whose items are empty': column(
    [entry('高龄津贴怎么领', '养老服务 / 老年人补贴')],
    [
      { k: 'domain', t: '养老服务', u: 'domains/elder-care/' },
      item('就业创业：失业保险服务（申领、转移）', 'jobs/unemployment'),
      item('救灾：灾害救助（款物安排）', 'relief/aid', '救灾款、物'),
      item('救灾：部门和地方规章', 'relief/rules'),
      item('安全生产：部门和地方规章', 'safety/rules'),
      item('安全生产：85岁以上老人', 'safety/elders'),
      item('农村公路：桥梁养护', 'roads/bridges'),
    ],
  ),
  'without pages of its own': column([
    entry('关于2026年〔青山镇〕計劃停水的通知', '市政服务 / 供水'),
    entry('什么时候发放耕地地力保护补贴', '涉农补贴', false),
    entry('义务教育招生入学范围', '义务教育 / 就近入学', false),
  ]),
  'of made-up texts': column(makeCorpus(12)),
  'with nothing in it': column([]),
};

/** What somebody has typed after one or two characters of what there is to be suggested. */
function beginnings({ documents, direct, words }: SmallColumn): Set<string> {
  const all = [
    ...words.near.flatMap(({ everyday, official }) => [...everyday, ...official]),
    ...words.names,
    ...documents.map(({ title }) => title),
    ...direct.flatMap(({ t, a = [] }) => [t, ...a]),
  ];
  return new Set(all.flatMap((word) => [1, 2].map((size) => [...word].slice(0, size).join(''))));
}

function leads(query: string, { documents, direct, words }: SmallColumn): boolean {
  const exact = truth(documents, query).length > 0;
  const questions = exact ? [] : nearQuestions(readQuestion(query, words), words);
  return (
    exact ||
    questions.some(({ terms }) => truth(documents, terms.join(' ')).length > 0) ||
    directRows(query, direct, words).length > 0
  );
}

describe.each(Object.entries(COLUMNS))('in a column %s', (_, own) => {
  test('each suggestion for the first characters of anything leads to something', () => {
    const suggested = new Set(
      [...beginnings(own)].flatMap((typed) => suggestions(typed, own.words)),
    );
    expect([...suggested].filter((word) => !leads(word, own))).toEqual([]);
    if (own.documents.length > 0) expect(suggested.size).toBeGreaterThan(2);
  });

  test('each suggestion is as somebody wrote it', () => {
    const written = JSON.stringify([own.documents, own.direct, own.words.near]);
    const suggested = [...beginnings(own)].flatMap((typed) => suggestions(typed, own.words));
    expect(suggested.filter((word) => !written.includes(word))).toEqual([]);
  });
});

test('a word is shown as it is written and found as it is typed', () => {
  const { words } = column([entry('怎么看病；（城乡）醫保報銷', '医疗')]);
  expect(suggestions('怎', words)).toEqual(['怎么看病']);
  expect(suggestions('怎幺', words)).toEqual(['怎么看病']);
  expect(suggestions('医保', words)).toContain('醫保報銷');
  // Only what differs is kept twice.
  for (const word of words.written ?? []) {
    expect(fold(word)).not.toBe(word);
    expect(words.names).toContain(fold(word));
  }
});

test('an everyday word is suggested only where its official word leads to something', () => {
  const empty = column([], [item('就业创业：申领失业保险服务', 'jobs/unemployment')]);
  expect(suggestions('没工', empty.words)).toEqual([]);
  const filled = column([entry('失业保险金申领指南', '就业创业')]);
  expect(suggestions('没工', filled.words)).toContain('没工作');
});

test('an item with signs in its name is found by its whole name', () => {
  const { direct, words } = COLUMNS['whose items are empty'] as SmallColumn;
  for (const row of direct) {
    for (const name of [row.t, ...(row.a ?? [])]) {
      expect(directRows(name, direct, words)[0]?.u, name).toBe(row.u);
    }
  }
});
