import type { CatalogueChanges } from '../schema/changes.ts';
import { noChanges } from '../schema/changes.ts';
import type { Domain } from '../schema/domain.ts';
import type { Item } from '../schema/item.ts';
import { itemRef } from '../schema/item.ts';
import type { Structure, StructureDomain } from '../schema/structure.ts';
import type { Standard } from '../standard.ts';
import { findDomain, findStructure } from '../standard.ts';
import { applyCatalogueChanges } from './apply-changes.ts';
import type { Replacement } from './replacement.ts';
import { currentId, inForce } from './replacement.ts';

/** One domain of a county with what the county must disclose in it. */
export type EffectiveDomain = {
  /** The name is the structure's local one. */
  domain: StructureDomain & Domain;
  items: Item[];
  /** Domains of the structure in whose place this one stands now. */
  replaces?: string[];
};

export type EffectiveOptions = {
  /** The day (ISO) for which replacements are resolved; without it all are in force. */
  asOf?: string;
  /** Town-level rows too, under their `town-` ids. */
  includeTownship?: boolean;
};

/**
 * What a county must disclose on a day, in the order of its structure: a replaced row or domain is
 * gone from its date on, and the one that replaces it appears on that date in its place.
 * Problems of the changes are told by `applyCatalogueChanges`. Throws for an unknown structure.
 */
export function effectiveCatalogue(
  standard: Standard,
  structureId: string,
  changes: CatalogueChanges = noChanges,
  options: EffectiveOptions = {},
): EffectiveDomain[] {
  const structure = findStructure(standard, structureId);
  if (!structure) throw new Error(unknownStructure(standard, structureId));
  const { asOf, includeTownship = false } = options;
  const applied = applyCatalogueChanges(standard, changes, { includeTownship });
  const items = itemsOn(applied.items, applied.replacements.items, asOf);
  return domainsOn(standard, structure, applied.replacements.domains, asOf).map((slot) => ({
    ...slot,
    items: items.filter((item) => item.domain === slot.domain.id),
  }));
}

function unknownStructure(standard: Standard, id: string): string {
  const known = standard.structures.map((structure) => structure.id).join('、');
  return `没有标识为“${id}”的领域结构，可用的有：${known}。`;
}

type Slot = Omit<EffectiveDomain, 'items'>;

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
    const domain = findDomain(standard, id);
    if (!domain) continue;
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
