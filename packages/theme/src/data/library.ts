import type { LibraryName, Policy, State } from '../rendering/library-filters.ts';
import {
  documentsOf,
  LIBRARIES,
  libraryFilters,
  normativeDocuments,
  stateOf,
} from '../rendering/library-filters.ts';
import { getKind } from './column.ts';
import type { ListFilter } from './item-pages.ts';
import { WHOLE } from './item-pages.ts';
import { type ListPage, pageParam, pagesOf } from './pages.ts';

export type { Policy };

export interface LibraryPage {
  readonly library: LibraryName;
  readonly filter: ListFilter;
  readonly list: ListPage<Policy>;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

/** Rows on one page of a library: a line each, so that more fit than in a list of entries. */
const ROWS = 100;

/** Every page of both libraries: the whole of each, and each part. */
export function libraryPages(): LibraryPage[] {
  return (Object.keys(LIBRARIES) as LibraryName[]).flatMap((library) => {
    const documents = documentsOf(library, getKind('policy'));
    const parts = libraryFilters(documents, library).flatMap(({ filters }) => filters);
    const folder = LIBRARIES[library].path.replace(/^library\//, '');
    return [{ ...WHOLE, has: () => true }, ...parts].flatMap(({ has, ...filter }) =>
      pagesOf(documents.filter(has), ROWS).map((list) => ({
        library,
        filter,
        list,
        param:
          [(folder + filter.path).replace(/\/$/, ''), pageParam(list.number)]
            .filter(Boolean)
            .join('/') || undefined,
      })),
    );
  });
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
