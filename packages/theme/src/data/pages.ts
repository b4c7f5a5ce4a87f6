/** Entries on the first page of a long list. */
export const PAGE_SIZE = 30;
/** Entries on one page of a part of it, of a year or a kind: who came so far wants all of them. */
export const PART_SIZE = 60;

export interface ListPage<T> {
  readonly items: readonly T[];
  /** 1-based. */
  readonly number: number;
  readonly count: number;
}

/** Cuts a list into pages; an empty list is one empty page. */
export function pagesOf<T>(items: readonly T[], size = PAGE_SIZE): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/** The address part of a page: nothing for the first, `page-2` after it. */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page-${number}`;
}

/** So many pages all have their number in a pager; of more, those near, the ends and every tenth. */
const ALL_NUMBERS = 12;

/** The page numbers that a pager shows: any page is two or three steps away. */
export function numbersAround(number: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) =>
      count <= ALL_NUMBERS ||
      Math.abs(page - number) <= 2 ||
      page === 1 ||
      page === count ||
      page % 10 === 0,
  );
}
