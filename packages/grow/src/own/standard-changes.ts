import { join } from 'node:path';
import { type Column, readColumn } from '@columns/content';
import type { Standard } from '@columns/standard';

/** How the standard's rows differ between two versions, for one county. */
export interface StandardChanges {
  readonly county: string;
  /** Items that are new for it, with those that nothing published fills yet. */
  readonly added: readonly string[];
  readonly owed: readonly string[];
  readonly removed: readonly string[];
  /** Items whose name, elements or limits are others now. */
  readonly changed: readonly string[];
}

/** What a new version of the standard means for a county: what is new, what it owes, what is gone. */
export function standardChanges(
  root: string,
  county: string,
  before: Standard,
  after: Standard,
): StandardChanges {
  const content = join(root, 'content');
  const old = itemsOf(readColumn(content, county, before).column);
  const now = itemsOf(readColumn(content, county, after).column);
  const added = [...now].filter(([ref]) => !old.has(ref));
  return {
    county,
    added: added.map(([, { label }]) => label),
    owed: added.filter(([, { filled }]) => !filled).map(([, { label }]) => label),
    removed: [...old].filter(([ref]) => !now.has(ref)).map(([, { label }]) => label),
    changed: [...now]
      .filter(([ref, { facts }]) => old.has(ref) && old.get(ref)?.facts !== facts)
      .map(([, { label }]) => label),
  };
}

interface Found {
  readonly label: string;
  readonly filled: boolean;
  readonly facts: string;
}

function itemsOf(column: Column | undefined): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const domain of column?.domains ?? []) {
    for (const { ref, entries, disclosed, statements, lacks: _lacks, ...item } of domain.items) {
      const named = [domain.name, item.level1, item.level2].filter((part) => part !== undefined);
      found.set(ref, {
        label: named.join(' · '),
        filled: disclosed > 0 || entries.length > 0 || statements.length > 0,
        facts: JSON.stringify(item),
      });
    }
  }
  return found;
}
