import type { Policy, State } from '../rendering/library-filters.ts';
import { libraryFilters, normativeDocuments, stateOf } from '../rendering/library-filters.ts';
import { getKind } from './column.ts';
import type { ListFilter } from './item-pages.ts';
import { WHOLE } from './item-pages.ts';
import { type ListPage, pageParam, pagesOf } from './pages.ts';

export type { Policy };

export interface LibraryPage {
  readonly filter: ListFilter;
  readonly list: ListPage<Policy>;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

/** Every page of the library: the whole of it, and each part. */
export function libraryPages(): LibraryPage[] {
  const documents = normativeDocuments(getKind('policy'));
  const parts = libraryFilters(documents).flatMap(({ filters }) => filters);
  return [{ ...WHOLE, has: () => true }, ...parts].flatMap(({ has, ...filter }) =>
    pagesOf(documents.filter(has)).map((list) => ({
      filter,
      list,
      param:
        [filter.path.slice(0, -1), pageParam(list.number)].filter(Boolean).join('/') || undefined,
    })),
  );
}

export interface CleanUp {
  readonly year: number;
  readonly states: readonly { readonly state: State; readonly documents: readonly Policy[] }[];
}

/** 清理结果: what was modified, repealed or expired, by the year it happened in; newest first. */
export function cleanUps(): CleanUp[] {
  const ended = normativeDocuments(getKind('policy')).filter(
    (document) => stateOf(document) !== '有效' && document.data.validity?.until !== undefined,
  );
  const yearOf = ({ data }: Policy) => Number(data.validity?.until?.slice(0, 4));
  const years = [...new Set(ended.map(yearOf))].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    states: (['废止', '失效', '已修改'] as const).map((state) => ({
      state,
      documents: ended.filter(
        (document) => yearOf(document) === year && stateOf(document) === state,
      ),
    })),
  }));
}
