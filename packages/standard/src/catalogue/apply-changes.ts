import type {
  AddedItem,
  CatalogueChanges,
  CatalogueProblem,
  ChangedItem,
} from '../schema/changes.ts';
import type { Timing } from '../schema/deadline.ts';
import type { Item } from '../schema/item.ts';
import { itemFieldNames, itemRef } from '../schema/item.ts';
import type { Standard } from '../standard.ts';
import { findDomain, findStructure } from '../standard.ts';
import { parseTiming } from '../timing/parse.ts';
import { readReplacements } from './read-replacements.ts';
import type { Replacement } from './replacement.ts';

export type ApplyOptions = {
  /** Added items must then belong to a domain of this structure. */
  structure?: string;
  /** The county uses the town-level rows too. */
  includeTownship?: boolean;
};

export type AppliedCatalogue = {
  /** By domain in the standard's order; township rows, then the county's own, come last in each. */
  items: Item[];
  dropped: { item: string; reason: string }[];
  replacements: { items: Replacement[]; domains: Replacement[] };
  problems: CatalogueProblem[];
};

/** Adds a problem to the list. */
export type Report = (code: CatalogueProblem['code'], path: string, message: string) => void;

/**
 * The standard with a county's additions, changes and drops. A change that cannot be made is left
 * out and told as a problem; nothing is thrown and neither argument is touched. Replacements are
 * only collected: they depend on a day, see `effectiveCatalogue`.
 */
export function applyCatalogueChanges(
  standard: Standard,
  changes: CatalogueChanges,
  options: ApplyOptions = {},
): AppliedCatalogue {
  const problems: CatalogueProblem[] = [];
  const report: Report = (code, path, message) => problems.push({ code, path, message });

  const items = new Map<string, Item>();
  for (const item of baseItems(standard, options)) items.set(itemRef(item), item);

  add(standard, changes.add, options, items, report);
  change(changes, items, report);
  const dropped = drop(changes, items, report);
  const order = standard.domains.map((domain) => domain.id);
  const result = order.flatMap((id) => [...items.values()].filter((item) => item.domain === id));
  const replacements = readReplacements(standard, changes, result, report);
  return { items: result, dropped, replacements, problems };
}

/** Township rows of no domain stand in no column: a county that wants one adds it to a domain. */
function baseItems(standard: Standard, { includeTownship }: ApplyOptions): Item[] {
  const catalogue = standard.catalogue.flatMap((file) => file.items);
  const township = standard.township.items.filter((item) => item.domain !== null);
  return includeTownship ? [...catalogue, ...township] : catalogue;
}

function add(
  standard: Standard,
  added: AddedItem[],
  options: ApplyOptions,
  items: Map<string, Item>,
  report: Report,
): void {
  const structure = options.structure ? findStructure(standard, options.structure) : undefined;
  for (const [index, { timing, ...row }] of added.entries()) {
    const path = `add[${index}]`;
    if (!findDomain(standard, row.domain)) {
      report('unknown-domain', `${path}.domain`, `没有标识为“${row.domain}”的领域。`);
      continue;
    }
    if (structure && !structure.domains.some((domain) => domain.id === row.domain)) {
      const message = `领域“${row.domain}”不在本县采用的领域结构“${structure.id}”中，该事项不会显示。`;
      report('domain-not-in-structure', `${path}.domain`, message);
    }
    const ref = itemRef(row);
    if (items.has(ref)) {
      report(
        'id-taken',
        `${path}.id`,
        `事项“${ref}”已经存在：修改请写在 change 下，新增请换标识。`,
      );
      continue;
    }
    const read = readTiming(timing, `${path}.timing`, report);
    items.set(ref, { ...row, ...read, confirmed: true, origin: 'county' });
  }
}

function change(changes: CatalogueChanges, items: Map<string, Item>, report: Report): void {
  const seen = new Set<string>();
  for (const [index, changed] of changes.change.entries()) {
    const path = `change[${index}]`;
    const item = items.get(changed.item);
    if (!item) {
      unknownItem(changed.item, `${path}.item`, report);
    } else if (seen.has(changed.item)) {
      const message = `事项“${changed.item}”修改了两次：请合并为一处。`;
      report('changed-twice', `${path}.item`, message);
    } else {
      items.set(changed.item, changedItem(item, changed, path, report));
    }
    seen.add(changed.item);
  }
}

function changedItem(item: Item, changed: ChangedItem, path: string, report: Report): Item {
  const { item: _ref, timing, ...rest } = changed;
  const fields = { ...rest, ...readTiming(timing, `${path}.timing`, report) };
  const names = itemFieldNames.filter((name) => fields[name as keyof typeof fields] !== undefined);
  const { incomplete, 'sample-subject': subject, 'sample-basis': basis, ...kept } = item;
  const missing = incomplete?.filter((name) => !names.includes(name)) ?? [];
  return {
    ...kept,
    ...(subject && !names.includes('subject') ? { 'sample-subject': subject } : {}),
    ...(basis && !names.includes('basis') ? { 'sample-basis': basis } : {}),
    ...(missing.length > 0 ? { incomplete: missing } : {}),
    ...fields,
    level1: fields.level1 ?? item.level1,
    confirmed: fields.confirmed ?? item.confirmed,
    changed: names,
  };
}

function drop(
  changes: CatalogueChanges,
  items: Map<string, Item>,
  report: Report,
): AppliedCatalogue['dropped'] {
  const changed = new Set(changes.change.map((each) => each.item));
  const dropped = new Map<string, string>();
  for (const [index, { item, reason }] of changes.drop.entries()) {
    const path = `drop[${index}].item`;
    if (dropped.has(item)) {
      report('dropped-twice', path, `事项“${item}”删去了两次：请只留一处。`);
      continue;
    }
    if (!items.delete(item)) {
      unknownItem(item, path, report);
      continue;
    }
    if (changed.has(item)) {
      report('changed-and-dropped', path, `事项“${item}”既修改又删去：已按删去处理，请只留一处。`);
    }
    dropped.set(item, reason);
  }
  return [...dropped].map(([item, reason]) => ({ item, reason }));
}

function unknownItem(ref: string, path: string, report: Report): void {
  report('unknown-item', path, `目录中没有事项“${ref}”：请核对领域标识和事项标识。`);
}

/** A bare text is read; what stays unread is a problem, and what was read is kept. */
function readTiming(
  timing: string | Timing | undefined,
  path: string,
  report: Report,
): { timing?: Timing } {
  if (timing === undefined) return {};
  if (typeof timing !== 'string') return { timing };
  const { deadlines, unread } = parseTiming(timing);
  if (unread.length > 0 || deadlines.length === 0) {
    const part = unread.join('；') || timing;
    const message = `公开时限中的“${part}”无法识别：请改写，如“信息形成或者变更之日起20个工作日内”。`;
    report('timing-not-understood', path, message);
  }
  return deadlines.length > 0 ? { timing: { text: timing, deadlines } } : {};
}
