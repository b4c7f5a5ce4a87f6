import type { CatalogueChanges } from '../schema/changes.ts';
import type { Item } from '../schema/item.ts';
import { itemRef } from '../schema/item.ts';
import type { Standard } from '../standard.ts';
import type { Report } from './layers.ts';
import type { Replacement } from './replacement.ts';
import { isCircular, standardReplacements } from './replacement.ts';

export type Replacements = { items: Replacement[]; domains: Replacement[] };

/** What the data files themselves say. */
export function standardReplacementsOf(standard: Standard, items: readonly Item[]): Replacements {
  return {
    items: standardReplacements(items.map((item) => [itemRef(item), item])),
    domains: standardReplacements(standard.domains.map((domain) => [domain.id, domain])),
  };
}

/**
 * The replacements so far with those of one layer. For the same old one the layer's holds; one that leads
 * nowhere or in a circle is told and left out.
 */
export function readReplacements(
  standard: Standard,
  before: Replacements,
  changes: CatalogueChanges,
  items: readonly Item[],
  report: Report,
): Replacements {
  if (changes.replace.length === 0) return before;
  const refs = new Set(items.map(itemRef));
  const domainIds = new Set(standard.domains.map((domain) => domain.id));

  const rows = changes.replace.map((row, index) => ({ row, path: `replace[${index}]` }));
  const itemRows = rows.flatMap(({ row: { by, from, ...row }, path }) =>
    'item' in row ? [{ old: row.item, by, from, path }] : [],
  );
  const domainRows = rows.flatMap(({ row: { by, from, ...row }, path }) =>
    'domain' in row ? [{ old: row.domain, by, from, path }] : [],
  );
  return {
    items: merge(before.items, itemRows, refs, 'item', report),
    domains: merge(before.domains, domainRows, domainIds, 'domain', report),
  };
}

const words = { item: '事项', domain: '领域' };

function merge(
  base: Replacement[],
  rows: (Replacement & { path: string })[],
  known: ReadonlySet<string>,
  what: 'item' | 'domain',
  report: Report,
): Replacement[] {
  const word = words[what];
  const own: Replacement[] = [];
  for (const { path, ...row } of rows) {
    const rest = [...own, ...base.filter((each) => each.old !== row.old)];
    if (!known.has(row.old)) {
      report(`unknown-${what}`, `${path}.${what}`, `没有${word}“${row.old}”：请核对标识。`);
    } else if (!known.has(row.by)) {
      const message = `没有${word}“${row.by}”，无法由它代替“${row.old}”。`;
      report('unknown-replacement', `${path}.by`, message);
    } else if (own.some((each) => each.old === row.old)) {
      report('replaced-twice', path, `${word}“${row.old}”被代替了两次：请只留一处。`);
    } else if (isCircular([row, ...rest], row.old)) {
      report('replacement-cycle', path, `${word}“${row.old}”与“${row.by}”互相代替，形成循环。`);
    } else {
      own.push(row);
    }
  }
  return [...own, ...base.filter((each) => !own.some((mine) => mine.old === each.old))];
}
