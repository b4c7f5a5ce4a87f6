import { createHash } from 'node:crypto';
import type { Column, Entry, EntryOf } from '@columns/content';
import { isKind, isOpen, LEVEL_NAMES } from '@columns/content';

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

/** The two libraries: of normative documents, and of all policies. */
export const LIBRARIES = {
  normative: { name: '规范性文件库', path: 'library/', empty: '暂无行政规范性文件。' },
  all: { name: '政策文件库', path: 'library/all/', empty: '暂无政策文件。' },
} as const;
export type LibraryName = keyof typeof LIBRARIES;

/** What a library holds, newest first. */
export function documentsOf(library: LibraryName, entries: readonly Entry[]): Policy[] {
  return library === 'all' ? openPolicies(entries) : normativeDocuments(entries);
}

function openPolicies(entries: readonly Entry[]): Policy[] {
  return entries.filter((entry): entry is Policy => isKind(entry, 'policy') && isOpen(entry));
}

/** 规范性文件: all that were not withdrawn, whatever became of them; newest first. */
export function normativeDocuments(entries: readonly Entry[]): Policy[] {
  return openPolicies(entries).filter(({ data }) => data.normative === true);
}

export const stateOf = ({ data }: Policy): State => data.validity?.state ?? '未标注';

/** A row of links, each a part of the library. */
interface Row {
  readonly label: string;
  readonly filters: readonly LibraryFilter[];
}

/** 主题分类 as far as its first part: 综合政务/政务公开 is 综合政务. */
export const topicOf = ({ data }: Policy): string => data.topic?.split('/')[0] ?? '未分类';

/** Ways to narrow a library, each a row of links; every one leads to a page that has something. */
export function libraryFilters(documents: readonly Policy[], library: LibraryName): Row[] {
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
    ...(library === 'all' ? [...topicFilters(documents), ...levelFilters(documents)] : []),
  ];
}

function topicFilters(documents: readonly Policy[]): Row[] {
  const topics = [...new Set(documents.map(topicOf))].sort();
  const filters = topics.map((topic) => ({
    label: topic,
    path: `topic-${asciiName(topic)}/`,
    has: (document: Policy) => topicOf(document) === topic,
  }));
  return [{ label: '主题', filters }];
}

function levelFilters(documents: readonly Policy[]): Row[] {
  const levels = (Object.keys(LEVEL_NAMES) as (keyof typeof LEVEL_NAMES)[]).filter((level) =>
    documents.some(({ data }) => data.level === level),
  );
  const filters = levels.map((level) => ({
    label: LEVEL_NAMES[level],
    path: `level-${level}/`,
    has: ({ data }: Policy) => data.level === level,
  }));
  return [{ label: '层级', filters }];
}

/** What every page of a library shows of its parts. */
export function libraryRows(column: Column) {
  const rowsOf = (library: LibraryName) =>
    libraryFilters(documentsOf(library, column.entries), library).map(({ label, filters }) => ({
      label,
      filters: filters.map((filter) => ({ label: filter.label, path: filter.path })),
    }));
  return { normative: rowsOf('normative'), all: rowsOf('all') };
}

/** Issuers are Chinese names without ids; their addresses must be short, ASCII and stay the same. */
function asciiName(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
