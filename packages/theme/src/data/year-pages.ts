import type { Entry } from '@columns/content';
import { groupBy } from '@columns/standard';
import { PAGE_SIZE, PART_SIZE, pageParam, pagesOf } from './pages.ts';

/** A list this long still stands on one page, year below year: every year of every such list would be a page more. */
const ONE_PAGE = 100;

/** A year of a list. */
export interface YearPart {
  readonly year: number;
  /** Below the list's address: a page of its own, or where the year begins on the only page. */
  readonly path: string;
}

/** A page of a list of entries. */
export interface YearPage {
  readonly items: readonly Entry[];
  /** Whose entries these are all or in part; absent on the first page, which has the newest of all years. */
  readonly year?: number;
  /** 1-based, within the year. */
  readonly number: number;
  readonly count: number;
  /** Newest first. Without numbers: a new entry then changes the pages of its own year and no others. */
  readonly years: readonly YearPart[];
  /** The pages before and after, below the list's address. */
  readonly newer?: string;
  readonly older?: string;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

/**
 * The pages of a list, newest first: all on one, or where they are more than `onePage`, the newest on the first
 * and every year on pages of its own. So any year is one step away, and pages of past years stay as they are.
 */
export function yearPages(entries: readonly Entry[], onePage = ONE_PAGE): YearPage[] {
  const byYear = [...groupBy(entries, ({ year }) => year)].sort(([a], [b]) => b - a);
  if (entries.length <= onePage) {
    const years = byYear.map(([year]) => ({ year, path: `#year-${year}` }));
    return [{ items: entries, number: 1, count: 1, years, param: undefined }];
  }
  const years = byYear.map(([year]) => ({ year, path: `${year}/` }));
  const parts = byYear.flatMap(([year, own]) =>
    pagesOf(own, PART_SIZE).map((page) => ({
      ...page,
      year,
      param: [year, pageParam(page.number)].filter((part) => part !== undefined).join('/'),
    })),
  );
  // The first entry that the first page has no room for stands on the page after it.
  const next = parts.find(({ items }) => items.includes(entries[PAGE_SIZE] as Entry));
  return [
    {
      ...{ items: entries.slice(0, PAGE_SIZE), number: 1, count: 1, years, param: undefined },
      ...(next ? { older: `${next.param}/` } : {}),
    },
    ...parts.map((part, index) => {
      const after = parts[index + 1];
      return {
        ...part,
        years,
        newer: index === 0 ? '' : `${parts[index - 1]?.param}/`,
        ...(after ? { older: `${after.param}/` } : {}),
      };
    }),
  ];
}

/** The same page of a part of the list, which stands below it: its ways start from there. */
export function below(path: string, page: YearPage): YearPage {
  return { ...page, param: [path.slice(0, -1), page.param].filter(Boolean).join('/') };
}

/** What a page's title adds to the list's: nothing on the first. */
export function yearPageName({ year, number }: YearPage): string | undefined {
  if (year === undefined) return undefined;
  return number === 1 ? `${year}年` : `${year}年，第 ${number} 页`;
}

/** The pages of a list of which another page has the first so many; none where that is all. */
export function furtherPages(entries: readonly Entry[], first: number): YearPage[] {
  return entries.length > first ? yearPages(entries) : [];
}
