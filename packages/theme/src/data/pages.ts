/** Entries on one page of a list. */
export const PAGE_SIZE = 30;

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
