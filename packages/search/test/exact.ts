/** Comparing the answers to each class of queries with a plain search; what a class scores. */
import type { SearchDocument } from '@columns/search/build';
import type { Page } from 'playwright-core';
import { askAll, urls } from './ask.ts';
import { queryClasses } from './classes.ts';
import { truth } from './truth.ts';

export interface Score {
  queries: number;
  /** Queries that find something at all: the others only show that nothing else is found. */
  finding: number;
  recall: number;
  precision: number;
}

export async function scoreClasses(
  page: Page,
  documents: readonly SearchDocument[],
  count: number,
): Promise<Record<string, Score>> {
  const classes = Object.entries(queryClasses(documents, count));
  const answers = await askAll(
    page,
    classes.flatMap(([, queries]) => queries),
  );
  return Object.fromEntries(
    classes.map(([name, queries]) => {
      const own = answers.splice(0, queries.length);
      const score = { queries: queries.length, finding: 0, right: 0, wanted: 0, found: 0 };
      queries.forEach((query, index) => {
        const wanted = new Set(truth(documents, query));
        const found = own[index] === undefined ? [] : urls(own[index]);
        if (wanted.size > 0) score.finding += 1;
        score.wanted += wanted.size;
        score.found += found.length;
        score.right += found.filter((url) => wanted.has(url)).length;
      });
      const { right, wanted, found, ...counts } = score;
      const share = (of: number) => (of === 0 && right === 0 ? 1 : right / of);
      return [name, { ...counts, recall: share(wanted), precision: share(found) }];
    }),
  );
}
