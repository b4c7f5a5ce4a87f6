import type { Entry, EntryOf, MergedMaterial } from '@columns/content';
import { isKind, isOpen, mergedMaterials } from '@columns/content';
import { findEntry } from './column.ts';
import type { Guide } from './guides.ts';

export type Bundle = EntryOf<'bundle'>;

/** The guides that a 一件事 joins, in its order; one that is no longer open is left out. */
export function bundleSteps({ data }: Bundle): { guide: Guide; when?: string | undefined }[] {
  return data.guides.flatMap(({ entry: id, when }) => {
    const guide = findEntry(id);
    return guide && isKind(guide, 'guide') ? [{ guide, when }] : [];
  });
}

/**
 * Guides of which only the title is known, as in a preview: what they ask cannot be said yet. One that is withdrawn
 * or not open is none.
 */
export function unreadGuides({ data }: Bundle): Entry[] {
  return data.guides.flatMap(({ entry: id }) => {
    const guide = findEntry(id);
    return guide?.data.kind === 'guide' && isOpen(guide) && !isKind(guide, 'guide') ? [guide] : [];
  });
}

/** Their materials without doubles, and how many the guides ask for one by one. */
export function bundleMaterials(bundle: Bundle): {
  readonly materials: readonly MergedMaterial[];
  readonly asked: number;
} {
  const guides = bundleSteps(bundle).map(({ guide }) => guide.data);
  const materials = mergedMaterials(guides);
  return { materials, asked: materials.reduce((sum, one) => sum + one.guides.length, 0) };
}

/** `原件和复印件，1份`, `只核验` for what is not taken in. */
export function materialText({ forms, copies }: MergedMaterial): string {
  return [...forms, copies === 0 ? '只核验' : `${copies}份`].join('，');
}

/** What a guide is about, where a list of guides says that they are: 出生登记. */
export function shortName(title: string): string {
  return title.replace(/(?:办事|办理)指南(?:（示例）)?$/, '') || title;
}
