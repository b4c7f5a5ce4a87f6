import { groupBy } from '../group-by.ts';
import type { Domain } from '../schema/domain.ts';
import type { Item, OfficialSize } from '../schema/item.ts';
import { itemRef } from '../schema/item.ts';
import type { Structure, StructureDomain } from '../schema/structure.ts';
import type { Standard } from '../standard.ts';
import { findDomain, findStructure } from '../standard.ts';
import type { AppliedCatalogue, CatalogueLayer } from './layers.ts';
import { applyLayers } from './layers.ts';
import type { Replacement } from './replacement.ts';
import { currentId, inForce } from './replacement.ts';
import { groupsOf } from './template.ts';

/** One domain of a county with what the county must disclose in it. */
export type EffectiveDomain = {
  /** The name is the structure's local one. */
  domain: StructureDomain & Domain & { official?: OfficialSize; topic?: true };
  items: Item[];
  /** Domains of the structure in whose place this one stands now. */
  replaces?: string[];
};

export type EffectiveOptions = {
  /** The day (ISO) for which replacements are resolved; without it all are in force. */
  asOf?: string;
};

/**
 * What a county must disclose in its domains on a day, in the order of its structure: a replaced row or
 * domain is gone from its date on, and the one that replaces it appears on that date in its place. Topics follow.
 * Problems of the layers are told by `applyLayers`. Throws for an unknown structure.
 */
export function effectiveCatalogue(
  standard: Standard,
  structureId: string,
  layers: readonly CatalogueLayer[] = [],
  options: EffectiveOptions = {},
): EffectiveDomain[] {
  return effectiveDomains(standard, structureId, applyLayers(standard, layers), options);
}

/** The same of a catalogue that is put together already. */
export function effectiveDomains(
  standard: Standard,
  structureId: string,
  applied: Pick<AppliedCatalogue, 'items' | 'replacements' | 'topics'>,
  { asOf }: EffectiveOptions = {},
): EffectiveDomain[] {
  const structure = findStructure(standard, structureId);
  if (!structure) throw new Error(unknownStructure(standard, structureId));
  const items = itemsOn(applied.items, applied.replacements.items, asOf);
  const byDomain = groupBy(items, ({ domain }) => domain);
  const slots = domainsOn(standard, structure, applied.replacements.domains, asOf);
  return [...slots, ...topicsOf(standard, applied.topics)].map((slot) => ({
    ...slot,
    items: byDomain.get(slot.domain.id) ?? [],
  }));
}

/** Items that belong together on a page: a set's or a domain's. */
export type ItemGroup = { id: string; name: string; items: Item[] };

/** Items of no domain of ours, as a town's table may have them. */
export const OTHER_GROUP = { id: '_', name: '其他事项' } as const;

/** The items of a publisher's catalogue by set and domain, in the county's order and under its names. */
export function effectiveGroups(
  standard: Standard,
  domains: readonly { readonly id: string; readonly name: string }[],
  { items, replacements }: Pick<AppliedCatalogue, 'items' | 'replacements'>,
): ItemGroup[] {
  const grouped = groupBy(itemsOn(items, replacements.items, undefined), ({ domain }) => domain);
  const sets = [...groupsOf(standard)].flatMap(([id, { name, set }]) =>
    set ? [{ id, name }] : [],
  );
  return [
    ...[...sets, ...domains].map(({ id, name }) => ({ id, name, items: grouped.get(id) ?? [] })),
    { ...OTHER_GROUP, items: grouped.get(null) ?? [] },
  ].filter((group) => group.items.length > 0);
}

function unknownStructure(standard: Standard, id: string): string {
  const known = standard.structures.map((structure) => structure.id).join('、');
  return `没有标识为“${id}”的领域结构，可用的有：${known}。`;
}

type Slot = Omit<EffectiveDomain, 'items'>;

function topicsOf(standard: Standard, topics: readonly string[]): Slot[] {
  return topics.flatMap((id) => {
    const found = findDomain(standard, id);
    return found ? [{ domain: { ...found, topic: true as const } }] : [];
  });
}

function domainsOn(
  standard: Standard,
  structure: Structure,
  replacements: Replacement[],
  asOf: string | undefined,
): Slot[] {
  const slots = new Map<string, Slot>();
  const own = new Set(structure.domains.map((domain) => domain.id));
  const predecessors = new Map<string, string[]>();
  for (const listed of structure.domains) {
    const id = currentId(replacements, listed.id, asOf);
    const found = findDomain(standard, id);
    if (!found) continue;
    const official = standard.catalogue.find((file) => file.domain === id)?.official;
    const domain = { ...found, ...(official ? { official } : {}) };
    if (id !== listed.id) predecessors.set(id, [...(predecessors.get(id) ?? []), listed.id]);
    if (id === listed.id) {
      slots.set(id, { domain: { ...domain, ...listed } });
    } else if (!own.has(id) && !slots.has(id)) {
      // The new domain takes over place and units, but not the old name.
      slots.set(id, { domain: { ...listed, ...domain } });
    }
  }
  return [...slots].map(([id, slot]) => {
    const replaces = predecessors.get(id);
    return replaces ? { ...slot, replaces } : slot;
  });
}

/** Replaced rows leave; a row that replaces takes the first one's place, and is hidden before. */
function itemsOn(items: Item[], replacements: Replacement[], asOf: string | undefined): Item[] {
  const byRef = new Map(items.map((item) => [itemRef(item), item]));
  const successors = new Set(replacements.map((each) => each.by));
  const result = new Map<string, Item>();
  for (const item of items) {
    const ref = itemRef(item);
    const now = currentId(replacements, ref, asOf);
    const current = byRef.get(now);
    if (now === ref) {
      const waiting =
        successors.has(ref) && !replacements.some((each) => each.by === ref && inForce(each, asOf));
      if (!waiting && !result.has(ref)) result.set(ref, item);
    } else if (current && current.domain === item.domain && !result.has(now)) {
      result.set(now, current);
    }
  }
  return [...result.values()];
}
