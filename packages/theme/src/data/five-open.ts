import type { ColumnItem, KindId } from '@columns/content';
import { isKindId, kindName } from '@columns/content';
import type { FiveOpenPart } from '@columns/standard';
import { getColumn, getKind } from './column.ts';
import { itemGroups } from './item-groups.ts';
import { listGroups } from './lists.ts';

/** A list that shows a part of the work, and how much is in it. */
export interface FiveOpenList {
  readonly title: string;
  readonly path: string;
  readonly count: number;
}

/** One of 五公开: kinds of entries, forms of registers and items, whoever published them. */
export interface FiveOpenView {
  readonly part: FiveOpenPart;
  readonly lists: readonly FiveOpenList[];
  readonly items: readonly ColumnItem[];
}

/** The five parts of the work, each with what shows it. */
export function fiveOpenViews(): FiveOpenView[] {
  const { five } = getColumn();
  const items = itemGroups().flatMap(({ group }) => group.items);
  const forms = listGroups().flatMap(({ id, forms: own }) =>
    own.map(({ form, current }) => ({
      five: form.five,
      title: form.name,
      path: `lists/#${id}`,
      count: current.length,
    })),
  );
  return five.parts.map((part) => ({
    part,
    lists: [
      ...part.kinds.filter(isKindId).map((kind: KindId) => ({
        ...{ title: kindName(kind), path: `kinds/${kind}/`, count: getKind(kind).length },
      })),
      ...forms.filter(({ five }) => five === part.name).map(({ five: _, ...list }) => list),
    ],
    items: items.filter(
      ({ ref, five: own }) => own?.includes(part.name) || part.items.includes(ref),
    ),
  }));
}
