import { groupBy } from '../group-by.ts';
import type {
  CatalogueChanges,
  CatalogueFiling,
  CatalogueProblem,
  ChangedItem,
} from '../schema/changes.ts';
import type { Timing } from '../schema/deadline.ts';
import type { Item, ItemOrigin } from '../schema/item.ts';
import { itemFieldNames, itemRef } from '../schema/item.ts';
import type { Standard } from '../standard.ts';
import { findDomain, findStructure } from '../standard.ts';
import { parseTiming } from '../timing/parse.ts';
import type { Replacements } from './read-replacements.ts';
import { readReplacements, standardReplacementsOf } from './read-replacements.ts';
import { groupsOf, templateOf } from './template.ts';

/** What one place or publisher changes of what it inherits. */
export type CatalogueLayer = {
  /** Its name, for readers: 六安市. */
  from: string;
  origin: Exclude<ItemOrigin, 'standard'>;
  changes: CatalogueChanges;
};

export type LayerProblem = CatalogueProblem & {
  /** Which of the layers it is in, from 0. */
  layer: number;
};

export type ApplyOptions = {
  /** Added items must then belong to a domain of this structure, or to a set. */
  structure?: string;
  /** 专题 that the county has: only its own catalogue may name further ones. */
  topics?: readonly string[];
  /** What is inherited first: the standard's rows for the sort of publisher (`templateOf`). */
  base?: readonly Item[];
};

export type DroppedItem = {
  /** Its reference. */
  item: string;
  reason: string;
  /** The name of whoever dropped it. */
  from: string;
};

export type AppliedCatalogue = {
  /** By set and domain in the standard's order; added rows come last in each. */
  items: Item[];
  dropped: DroppedItem[];
  replacements: Replacements;
  /** 专题: domains beside the structure's, in the order in which they were named. */
  topics: string[];
  /** Put together like the rows; nothing where no layer says anything. */
  filing?: CatalogueFiling;
  problems: LayerProblem[];
};

/** Adds a problem to the list. */
export type Report = (code: CatalogueProblem['code'], path: string, message: string) => void;

/**
 * A catalogue put together by inheritance: the standard's rows with each layer's additions, changes and
 * drops, the uppermost first. A change that cannot be made is left out and told as a problem of its
 * layer; nothing is thrown and no argument is touched. Replacements are only collected: they depend on
 * a day, see `effectiveCatalogue`.
 */
export function applyLayers(
  standard: Standard,
  layers: readonly CatalogueLayer[],
  options: ApplyOptions = {},
): AppliedCatalogue {
  const problems: LayerProblem[] = [];
  const items = new Map<string, Item>();
  for (const item of options.base ?? templateOf(standard, 'county')) items.set(itemRef(item), item);
  const reports = layers.map(
    (_, layer): Report =>
      (code, path, message) =>
        problems.push({ code, path, message, layer }),
  );
  const topics = new Set(options.topics);
  const dropped = layers.flatMap((layer, index) => {
    const report = reports[index] as Report;
    nameTopics(standard, layer, options, topics, report);
    add(standard, layer, { ...options, topics: [...topics] }, items, report);
    change(layer, items, report);
    return drop(layer, items, report);
  });
  const groups = [...groupsOf(standard).keys()];
  const grouped = groupBy([...items.values()], ({ domain }) => domain);
  const result = [...groups, null].flatMap((id) => grouped.get(id) ?? []);
  const replacements = layers.reduce(
    (before, { changes }, index) =>
      readReplacements(standard, before, changes, result, reports[index] as Report),
    standardReplacementsOf(standard, result),
  );
  const filing = Object.assign({}, ...layers.map(filingOf));
  const filed = Object.keys(filing).length > 0 ? { filing } : {};
  return { items: result, dropped, replacements, topics: [...topics], ...filed, problems };
}

/** What others have done above binds nobody below; the days that they set do. */
function filingOf({ origin, changes: { filing = {} } }: CatalogueLayer): CatalogueFiling {
  if (origin !== 'upper') return filing;
  const { filed: _filed, published: _published, ...days } = filing;
  return days;
}

/** A county's own `catalogue.yaml` as the only layer. */
export function countyLayer(changes: CatalogueChanges, from = '本县区'): CatalogueLayer {
  return { from, origin: 'county', changes };
}

/** A county's catalogue, or one above it, names domains that no structure of its has. */
function nameTopics(
  standard: Standard,
  { changes }: CatalogueLayer,
  { structure: id, topics: given }: ApplyOptions,
  topics: Set<string>,
  report: Report,
): void {
  const structure = id === undefined ? undefined : findStructure(standard, id);
  for (const [index, topic] of changes.topics.entries()) {
    const path = `topics[${index}]`;
    if (given !== undefined) {
      report('topic-taken', path, '专题只写在县区或上级的 catalogue.yaml 中，不写在这里。');
    } else if (findDomain(standard, topic) === undefined) {
      report('unknown-domain', path, `没有标识为“${topic}”的专题或领域。`);
    } else if (structure?.domains.some((domain) => domain.id === topic)) {
      const message = `“${topic}”已经是领域结构“${structure.id}”中的领域：请从 topics 中删去。`;
      report('topic-taken', path, message);
    } else if (topics.has(topic)) {
      report('topic-taken', path, `专题“${topic}”已经列入（本文件或上级的目录）：请只留一处。`);
    } else {
      topics.add(topic);
    }
  }
}

function add(
  standard: Standard,
  { changes, origin, from }: CatalogueLayer,
  options: ApplyOptions,
  items: Map<string, Item>,
  report: Report,
): void {
  const structure = options.structure ? findStructure(standard, options.structure) : undefined;
  const groups = groupsOf(standard);
  const names = namesOf(standard, items);
  for (const [index, { timing, ...row }] of changes.add.entries()) {
    const path = `add[${index}]`;
    const group = groups.get(row.domain);
    if (group === undefined) {
      report('unknown-domain', `${path}.domain`, `没有标识为“${row.domain}”的领域。`);
      continue;
    }
    const listed =
      group.set ||
      options.topics?.includes(row.domain) ||
      structure?.domains.some((domain) => domain.id === row.domain);
    if (structure && !listed) {
      const message = `领域“${row.domain}”不在本县采用的领域结构“${structure.id}”中，也没有列入 topics，该事项不会显示。`;
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
    const twin = names.get(sameName(row));
    if (twin) {
      const other =
        sameName(twin) === sameName(row) ? '同名' : `是一回事（标准叫“${itemLabel(twin)}”）`;
      const message = `新增的事项“${itemLabel(row)}”与已有事项“${itemRef(twin)}”${other}：有差别的请改名，没有差别的请删去。`;
      report('repeats-item', `${path}.${row.level2 === undefined ? 'level1' : 'level2'}`, message);
    }
    dueProblem(row, path, report);
    const read = readTiming(timing, `${path}.timing`, report);
    const item: Item = { ...row, ...read, confirmed: true, origin, from };
    items.set(ref, item);
    names.set(sameName(item), item);
  }
}

/** Items by every name they go by: their own, and how single places word them. */
function namesOf(standard: Standard, items: ReadonlyMap<string, Item>): Map<string, Item> {
  const names = new Map<string, Item>();
  for (const { domain, variants } of standard.variants) {
    for (const { item: ref, level1, level2 } of variants) {
      const item = ref === undefined ? undefined : items.get(ref);
      if (item && level1 !== undefined) names.set(sameName({ domain, level1, level2 }), item);
    }
  }
  for (const item of items.values()) names.set(sameName(item), item);
  return names;
}

/** The name by which two items of a group are the same: signs and spaces do not tell them apart. */
function sameName(item: Pick<Item, 'domain' | 'level1' | 'level2'>): string {
  return `${item.domain}/${itemLabel(item).replaceAll(/[\s\p{P}]/gu, '')}`;
}

function itemLabel({ level1, level2 }: Pick<Item, 'level1' | 'level2'>): string {
  return level2 ?? level1;
}

/** A day by which something is due needs to know how often; only a year has a day of the calendar. */
function dueProblem(
  { every, by, as }: Pick<Item, 'every' | 'by' | 'as'>,
  path: string,
  report: Report,
): void {
  if (every === undefined && (by !== undefined || as !== undefined)) {
    const message = `写了${by === undefined ? '表格 as' : '期限 by'}，没有写周期：请加上 every（month、quarter、half-year 或 year）。`;
    report('due-without-period', `${path}.${by === undefined ? 'as' : 'by'}`, message);
  }
  if (typeof by === 'string' && every !== undefined && every !== 'year') {
    const message = `“${by}”是一年中的某一天，只用于每年一次的事项：按月、季、半年的，请写期后的天数，如 15。`;
    report('due-without-period', `${path}.by`, message);
  }
}

function change({ changes, from }: CatalogueLayer, items: Map<string, Item>, report: Report): void {
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
      const now = changedItem(item, changed, path, report);
      items.set(changed.item, { ...now, changedBy: [...(item.changedBy ?? []), from] });
      dueProblem(now, path, report);
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
    changed: [...new Set([...(item.changed ?? []), ...names])],
  };
}

function drop(
  { changes, from }: CatalogueLayer,
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
  return [...dropped].map(([item, reason]) => ({ item, reason, from }));
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
