import { isRealDay, KINDS, kindNamed, kindsInWords, readCounty } from '@columns/content';
import type { EntryDraft } from '@columns/content/draft';
import { draftOfItem, itemName, itemsNamed, PLACEHOLDERS } from '@columns/content/draft';
import { shortened, slugOf } from '@columns/content/naming';
import { ID_PATTERN, type Standard } from '@columns/standard';
import { GrowFaults, refuse } from '../fault.ts';
import { EXCEL_MARK } from '../forms/table.ts';
import { template } from '../forms/template.ts';
import { modelLines } from './model-entry.ts';
import type { ContentPlan } from './plan.ts';

/** As they were typed. */
export interface NewEntry {
  /** By ids or by the names of the catalogue: `社会救助/最低生活保障/办事指南`. */
  readonly item: string;
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
  readonly unit?: string | undefined;
  /** 发布日期, `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * A new entry of an item, begun from the catalogue: its elements are headings, fields or columns. It has words to be
 * replaced, so the check tells of it until they are. Writes nothing. @throws GrowFaults naming all that stands in the way
 */
export function planEntry(
  contentRoot: string,
  county: string,
  { item: ref, kind, id, unit, day }: NewEntry,
  standard: Standard,
): ContentPlan {
  const content = readCounty(contentRoot, county, standard);
  if (!content.county)
    throw new GrowFaults([`content/ 中没有县区“${county}”，或它的 county.yaml 不能读取`]);
  const found = itemsNamed(ref, content.catalogue);
  const [item] = found.items;
  const units = [...content.departments, ...content.towns, ...content.institutions];
  const taken = new Set(content.places.map((place) => place.id));
  const faults: string[] = [];
  if (!found.domain)
    faults.push(
      `领域结构中没有“${ref.split(/[/／]/)[0]}”。可用的领域：${content.catalogue.map(({ id: own, name }) => `${name}（${own}）`).join('、')}`,
    );
  else if (found.items.length !== 1) {
    const offered = found.items.length > 0 ? found.items : found.domain.items;
    const list = offered
      .map((one) => `\n    ${found.domain?.name}/${itemName(one)}（${found.domain?.id}/${one.id}）`)
      .join('');
    faults.push(
      found.items.length > 0
        ? `“${ref}”有 ${found.items.length} 个事项同名，写全：${list}`
        : `领域“${found.domain.name}”中没有这个事项。可用的事项：${list}`,
    );
  }
  const wanted = kind === undefined ? undefined : kindNamed(kind);
  if (kind !== undefined && wanted === undefined)
    faults.push(`没有体裁“${kind}”。可用：${kindsInWords()}`);
  if (id !== undefined && !ID_PATTERN.test(id))
    faults.push(`编号“${id}”不能用：小写英文字母、数字和连字符，如 school-list-2026`);
  if (id !== undefined && taken.has(id)) faults.push(`编号“${id}”已经有了，换一个`);
  if (unit !== undefined && !units.some((one) => one.id === unit || one.name === unit))
    faults.push(`单位名单中没有“${unit}”`);
  if (!isRealDay(day)) faults.push(`“${day}”不是确实存在的日期：写作“年-月-日”，如 2026-11-22`);
  refuse(faults);
  if (!found.domain || !item) return NOTHING;

  const own = units.find((one) => one.id === unit || one.name === unit);
  const draft = draftOfItem({
    domain: found.domain,
    item,
    units: content.departments,
    day,
    demo: content.county.demo,
    ...(wanted === undefined ? {} : { kind: wanted }),
    ...(own === undefined ? {} : { unit: own.id }),
  });
  const words =
    draft.fields['title'] === PLACEHOLDERS.title ? itemName(item) : draft.fields['title'];
  const name = id ?? freeId(slugOf(String(words)), day.slice(0, 4), taken);
  const plan = planOf(`${county}/${draft.item}/${day.slice(0, 4)}/${name}`, draft);
  return {
    ...plan,
    told: [...plan.told, ...modelLines(contentRoot, county, draft.item, draft.kind)],
  };
}

const NOTHING: ContentPlan = { moves: [], writes: new Map(), told: [], remarks: [] };

function planOf(path: string, draft: EntryDraft): ContentPlan {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { name } = KINDS[draft.kind];
  const head = `content/${path}.md：${name}`;
  const writes = new Map([[`${path}.md`, bytes(template(draft.kind, draft))]]);
  if (draft.columns)
    writes.set(`${path}.csv`, bytes(`${EXCEL_MARK}${draft.columns.map(cell).join(',')}\n`));
  return {
    moves: [],
    writes,
    told: [
      head,
      ...(draft.columns ? [`content/${path}.csv：列名 ${draft.columns.join('、')}`] : []),
      ...draft.notes,
    ],
    remarks: ['括号中的文字换成实际内容；没有换完的，检查会逐处指出。'],
  };
}

/** An address is read and typed: so many characters before the year. */
const ROOM_FOR_WORDS = 40;

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Pinyin and the year behind it; numbered where the county has that id already. */
function freeId(words: string, year: string, taken: ReadonlySet<string>): string {
  const base = shortened(words, ROOM_FOR_WORDS);
  for (let number = 1; ; number++) {
    const made = number === 1 ? `${base}-${year}` : `${base}-${year}-${number}`;
    if (!taken.has(made)) return made;
  }
}
