import type { Item } from '@columns/standard';
import type { ColumnItem } from './catalogue/filed.ts';
import type { ColumnDomain, EntryLink } from './column.ts';
import type { FrequentItem } from './county.ts';
import type { Entry } from './entry.ts';
import { isKind } from './entry.ts';
import { isOpen } from './shown.ts';

/** A matter that many people ask for, with the three things they come for. */
export interface FrequentMatter {
  /** `<domain>/<item>`. */
  readonly item: string;
  /** The county's own name for it, or that of the item. */
  readonly name: string;
  readonly side: '民生' | '涉企';
  readonly guide?: EntryLink;
  readonly policy?: EntryLink;
  readonly register?: EntryLink;
}

type Part = 'guide' | 'policy' | 'register';
const PARTS: readonly Part[] = ['guide', 'policy', 'register'];

interface Known {
  readonly domains: readonly ColumnDomain[];
  readonly entries: readonly Entry[];
  /** Every entry that can be linked to, by `<id>` or `<county>/<id>`. */
  readonly links: ReadonlyMap<string, EntryLink>;
}

/**
 * The county's frequent matters. Each part is the one named in `county.yaml`; else the newest of its
 * kind in the item; else what the guide names as its policy; else the newest in another item of the
 * same 一级事项, for catalogues put 政策, 办事指南 and results of one thing into items side by side.
 */
export function frequentMatters(
  frequent: readonly FrequentItem[],
  { domains, entries, links }: Known,
): FrequentMatter[] {
  const all = domains.flatMap(({ items }) => items);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return frequent.flatMap((row) => {
    const domain = domains.find(({ id }) => id === row.item.split('/')[0]);
    const item = domain?.items.find(({ ref }) => ref === row.item);
    if (!domain || !item) return [];
    const beside = domain.items.filter(
      (other) => other !== item && isBeside(other, item) && other.level2 !== undefined,
    );
    const newest = (of: readonly ColumnItem[], part: Part) =>
      of
        .flatMap((one) => one.entries)
        .map((id) => byId.get(id))
        .filter((entry) => entry !== undefined)
        .filter((entry) => isKind(entry, part) && isOpen(entry))
        .sort((a, b) => (a.data.published < b.data.published ? 1 : -1))[0]?.id;
    const named = row.guide ?? newest([item], 'guide') ?? newest(beside, 'guide');
    const guide = byId.get(named ?? '');
    const found: Record<Part, string | undefined> = {
      guide: named,
      policy:
        row.policy ??
        newest([item], 'policy') ??
        (guide && isKind(guide, 'guide') ? guide.data.policies?.[0] : undefined) ??
        newest(beside, 'policy'),
      register: row.register ?? newest([item], 'register') ?? newest(beside, 'register'),
    };
    const parts = PARTS.flatMap((part) => {
      const id = found[part] ?? '';
      const own = byId.get(id);
      const link = own && !isOpen(own) ? undefined : links.get(id);
      return link ? [[part, link] as const] : [];
    });
    return [
      {
        item: row.item,
        name: row.name ?? fullName(item, all),
        side: row.side ?? '民生',
        ...Object.fromEntries(parts),
      },
    ];
  });
}

function isBeside(a: Item, b: Item): boolean {
  return a.level1 === b.level1;
}

/** The name as it must read away from its domain: 办事指南 alone would not say what of. */
function fullName(item: Item, all: readonly Item[]): string {
  const { level1, level2 } = item;
  if (level2 === undefined) return level1;
  const shared = all.filter((other) => (other.level2 ?? other.level1) === level2).length > 1;
  return shared ? `${level1}${level2}` : level2;
}
