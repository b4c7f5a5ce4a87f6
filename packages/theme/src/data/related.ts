import type { EntryLink, Relations } from '@columns/content';
import { RELATIONS } from '@columns/content';

export interface RelatedGroup {
  readonly title: string;
  readonly links: readonly EntryLink[];
}

/**
 * What an entry names and what names it, each under its title; those of the same matter last.
 *
 * @param chain the steps of its matter, where they stand above
 */
export function relatedGroups(relations: Relations, chain: readonly EntryLink[]): RelatedGroup[] {
  const groups = new Map<string, RelatedGroup>();
  const steps = new Set(chain.map(({ path }) => path));
  // What the chain of steps shows already is not told a second time.
  const told = (links: readonly EntryLink[]) => links.every(({ path }) => steps.has(path));
  for (const { there, back, title, backTitle } of RELATIONS) {
    const own = relations[there];
    if (own && title !== undefined && !told(own)) groups.set(there, { title, links: own });
    const others = relations[back];
    if (others && backTitle !== undefined && !told(others))
      groups.set(back, { title: backTitle, links: others });
  }
  const same = relations.sameMatter ?? [];
  const named = new Set([
    ...steps,
    ...[...groups.values()].flatMap(({ links }) => links.map(({ path }) => path)),
  ]);
  const rest = same.filter(({ path }) => !named.has(path));
  if (rest.length > 0) groups.set('sameMatter', { title: '同一事项的其他信息', links: rest });
  return [...groups.values()];
}
