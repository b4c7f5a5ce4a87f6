import { createHash } from 'node:crypto';
import type { Column, Entry, EntryOf } from '@columns/content';
import { isKind, isOpen } from '@columns/content';

export type Policy = EntryOf<'policy'>;

/** States as they stand in addresses; a document without one is still somewhere in the library. */
const STATES = {
  有效: 'valid',
  已修改: 'modified',
  废止: 'repealed',
  失效: 'expired',
  未标注: 'unmarked',
} as const;
export type State = keyof typeof STATES;

/** A part of the library, and what stands in it. */
export interface LibraryFilter {
  readonly label: string;
  readonly path: string;
  readonly has: (document: Policy) => boolean;
}

/** 规范性文件: all that were not withdrawn, whatever became of them; newest first. */
export function normativeDocuments(entries: readonly Entry[]): Policy[] {
  return entries.filter(
    (entry): entry is Policy =>
      isKind(entry, 'policy') && entry.data.normative === true && isOpen(entry),
  );
}

export const stateOf = ({ data }: Policy): State => data.validity?.state ?? '未标注';

/** Ways to narrow the library, each a row of links; every one leads to a page that has something. */
export function libraryFilters(
  documents: readonly Policy[],
): { label: string; filters: LibraryFilter[] }[] {
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

/** What every page of the library shows of its parts. */
export function libraryRows(column: Column) {
  return libraryFilters(normativeDocuments(column.entries)).map(({ label, filters }) => ({
    label,
    filters: filters.map((filter) => ({ label: filter.label, path: filter.path })),
  }));
}

/** Issuers are Chinese names without ids; their addresses must be short, ASCII and stay the same. */
function asciiName(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
