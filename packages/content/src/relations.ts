import type { EntryLink } from './column.ts';
import type { Entry } from './entry.ts';
import { isKind } from './entry.ts';
import type { KindId } from './kinds/index.ts';
import type { TaskLink } from './tasks/lists.ts';

/**
 * Fields that name other entries, and what each is called on the page of the entry that names and on that of
 * the one that is named. To draw another field both ways, add a row: reading, pages and data follow.
 */
export const RELATIONS = [
  row('interprets', 'interpretedBy', '所解读的文件', '政策解读', { kind: 'interpretation' }),
  row('endedBy', 'ends', '据以修改或废止本文件的文件', '被本文件修改或废止的文件', {
    field: ['validity', 'by'],
  }),
  row('policies', 'guides', '相关政策', '办事指南', { kind: 'guide' }),
  // Where a guide names its places, its own facts say so.
  row('places', 'guides', undefined, '办事指南', { kind: 'guide' }),
  // A place may name the guides itself: they are the same guides and the same places.
  row('guides', 'places', '办事指南', undefined, { kind: 'place' }),
  row('replaces', 'replacedBy', '调整前的旧清单', '调整后的新清单', { kind: 'register' }),
  row('follows', 'followedBy', '承接的信息', '后续信息', {}),
  row('about', 'answers', '所回应的政策或项目', '回应和问答', {}),
  // An issue's contents and a project's eight kinds of information stand on their own pages.
  row('contents', 'gazettes', undefined, '刊登本文件的公报', { kind: 'gazette' }),
  row('records', 'projects', undefined, '所属的重大建设项目', { kind: 'project' }),
  row('reassesses', 'reassessedBy', '本次评估的不予公开信息', '年度评估', {}),
  row('plan', 'ledgers', '所依据的文件', '任务清单', { kind: 'ledger' }),
  row('evaluates', 'evaluatedBy', '所评估的文件', '执行情况评估', { kind: 'evaluation' }),
  // These stand on their own pages, in their own way.
  row('surveys', 'evaluations', undefined, '使用本调查的评估', { kind: 'evaluation' }),
  row('bundleOf', 'bundles', undefined, '包含本事项的“一件事”', {
    kind: 'bundle',
    field: ['guides'],
  }),
  row('briefings', 'alerts', undefined, '所通报的事件', { kind: 'alert' }),
] as const;

/** `sameMatter`: entries of the same `matter` at other levels. */
export type RelationName = (typeof RELATIONS)[number]['there' | 'back'] | 'sameMatter';

/** What stands in relation to an entry, both ways; only what there is. */
export type Relations = { readonly [K in RelationName]?: readonly EntryLink[] } & {
  /** The tasks, own and from above, that the entry proves. */
  readonly proves?: readonly TaskLink[];
};

export interface Relation<There extends string = string, Back extends string = string> {
  readonly there: There;
  readonly back: Back;
  /** Its title on the page of whoever names; none where that page shows it in its own way. */
  readonly title: string | undefined;
  /** The same on the page of the one that is named. */
  readonly backTitle: string | undefined;
  /** Whose field it is; anybody's when absent. */
  readonly kind?: KindId;
  /** The way to it in the checked data. */
  readonly field: readonly string[];
}

function row<const There extends string, const Back extends string>(
  there: There,
  back: Back,
  title: string | undefined,
  backTitle: string | undefined,
  of: { readonly kind?: KindId; readonly field?: readonly string[] },
): Relation<There, Back> {
  return { there, back, title, backTitle, field: of.field ?? [there], ...of };
}

/** The names that a relation's field has in an entry: a name, a list, or the `entry` of a list's items. */
export function namedIn(entry: Entry, { kind, field }: Relation): string[] {
  if (kind !== undefined && !isKind(entry, kind)) return [];
  let value: unknown = entry.data;
  for (const key of field) {
    if (typeof value !== 'object' || value === null) return [];
    value = Reflect.get(value, key);
  }
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) =>
    typeof one === 'string' ? one : ((one as { readonly entry?: string }).entry ?? []),
  );
}
