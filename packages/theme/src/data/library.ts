import { createHash } from 'node:crypto';
import type { EntryOf } from '@columns/content';
import { isKind } from '@columns/content';
import { getColumn } from './column.ts';
import type { ListFilter } from './item-pages.ts';
import { WHOLE } from './item-pages.ts';
import { type ListPage, pageParam, pagesOf } from './pages.ts';

export type Policy = EntryOf<'policy'>;

/** States as they stand in addresses; a document without one is still somewhere in the library. */
const STATES = {
  有效: 'valid',
  已修改: 'modified',
  废止: 'repealed',
  失效: 'expired',
  未标注: 'unmarked',
} as const;
type State = keyof typeof STATES;

/** 规范性文件: all that were not withdrawn, whatever became of them; newest first. */
export function normativeDocuments(): Policy[] {
  return getColumn().entries.filter(
    (entry): entry is Policy =>
      isKind(entry, 'policy') &&
      entry.data.normative === true &&
      entry.data.attribute.type === '主动' &&
      !entry.data.withdrawn,
  );
}

interface LibraryFilter extends ListFilter {
  readonly has: (document: Policy) => boolean;
}

export interface LibraryPage {
  readonly filter: ListFilter;
  readonly list: ListPage<Policy>;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

const stateOf = ({ data }: Policy): State => data.validity?.state ?? '未标注';

/** Ways to narrow the library, each a row of links; every one leads to a page that has something. */
export function libraryFilters(): { label: string; filters: LibraryFilter[] }[] {
  const documents = normativeDocuments();
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  return [
    {
      label: '有效性',
      filters: (Object.keys(STATES) as State[])
        .filter((state) => documents.some((document) => stateOf(document) === state))
        .map((state) => ({
          label: state,
          path: `validity-${STATES[state]}/`,
          has: (document) => stateOf(document) === state,
        })),
    },
    {
      label: '年份',
      filters: unique(documents.map(({ year }) => year)).map((year) => ({
        label: `${year}年`,
        path: `year-${year}/`,
        has: (document) => document.year === year,
      })),
    },
    {
      label: '发文机关',
      filters: unique(documents.map(({ data }) => data.issuer))
        .sort()
        .map((issuer) => ({
          label: issuer,
          path: `issuer-${asciiName(issuer)}/`,
          has: ({ data }) => data.issuer === issuer,
        })),
    },
  ];
}

/** Issuers are Chinese names without ids; their addresses must be short, ASCII and stay the same. */
function asciiName(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

/** Every page of the library: the whole of it, and each part. */
export function libraryPages(): LibraryPage[] {
  const documents = normativeDocuments();
  const parts = libraryFilters().flatMap(({ filters }) => filters);
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
  const ended = normativeDocuments().filter(
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
