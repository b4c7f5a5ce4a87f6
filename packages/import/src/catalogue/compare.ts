import { safeId } from '@columns/content/naming';
import { squeeze } from '@columns/office/words';
import type { Item } from '@columns/standard';
import { itemRef } from '@columns/standard';
import { withoutStock } from '../entry/id.ts';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import { MORE_TEXTS } from './columns.ts';
import type { CatalogueRow } from './read-rows.ts';

/** Rows of `catalogue.yaml`, in the order of its fields. */
export interface CatalogueDifference {
  readonly add: readonly Readonly<Record<string, unknown>>[];
  readonly change: readonly Readonly<Record<string, unknown>>[];
  /** Items of the standard that the county's table does not have. */
  readonly missing: readonly Item[];
  /** Rows that say what the standard says. */
  readonly same: number;
  readonly remarks: readonly Remark[];
}

const FIELDS = [
  'elements',
  'basis',
  'timing',
  'subject',
  'channels',
  'audience',
  'method',
  'levels',
  'note',
  ...MORE_TEXTS,
  'five',
  'format',
] as const;

/** What of a county's table differs from the standard: only that is written (contract 1). */
export function compareRows(
  rows: readonly CatalogueRow[],
  items: readonly Item[],
  domain: string,
): CatalogueDifference {
  const remarks: Remark[] = [];
  const free = new Set(items);
  const ids = new Set(items.map(({ id }) => id));
  const add: Record<string, unknown>[] = [];
  const change: Record<string, unknown>[] = [];
  let same = 0;
  const matches = match(rows, items, free, remarks);
  for (const row of rows) {
    const item = matches.get(row);
    if (!item) {
      const id = freeId(safeId(withoutStock(row.level2 ?? row.level1), 'item'), ids);
      add.push({
        domain,
        id,
        level1: row.level1,
        ...(row.level2 === undefined ? {} : { level2: row.level2 }),
        ...written(row, FIELDS),
      });
      remarks.push(
        remark(
          'guessed',
          `第 ${row.row} 行“${row.level2 ?? row.level1}”标准目录中没有，作为新增事项，编号 ${id}`,
        ),
      );
      continue;
    }
    const differing = FIELDS.filter(
      (field) => row[field] !== undefined && !isSame(field, row, item),
    );
    const level1 = squeeze(row.level1) === squeeze(item.level1) ? {} : { level1: row.level1 };
    const level2 =
      row.level2 === undefined || squeeze(row.level2) === squeeze(item.level2 ?? '')
        ? {}
        : { level2: row.level2 };
    const left = FIELDS.filter(
      (field) => field !== 'note' && row[field] === undefined && item[field] !== undefined,
    );
    if (left.length > 0)
      remarks.push(
        remark(
          'note',
          `第 ${row.row} 行的${left.map((field) => LABELS[field]).join('、')}为空，沿用标准目录`,
        ),
      );
    const fields = { ...level1, ...level2, ...written(row, differing) };
    if (Object.keys(fields).length === 0 && (item.confirmed || left.length > 0)) same++;
    else
      change.push({
        item: itemRef(item),
        ...fields,
        ...(left.length === 0 ? { confirmed: true } : {}),
      });
  }
  return { add, change, missing: [...free], same, remarks };
}

const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  elements: '公开内容',
  basis: '公开依据',
  timing: '公开时限',
  subject: '公开主体',
  channels: '公开渠道和载体',
  audience: '公开对象',
  method: '公开方式',
  levels: '公开层级',
  note: '备注',
  level3: '三级事项',
  'shown-for': '公开时长',
  section: '责任科室',
  enquiries: '咨询电话',
  complaints: '监督电话',
  five: '五公开',
  format: '公开格式',
};

/** Rows with the items that they are: by both names, then by the second alone where it is the only one. */
function match(
  rows: readonly CatalogueRow[],
  items: readonly Item[],
  free: Set<Item>,
  remarks: Remark[],
): Map<CatalogueRow, Item> {
  const matches = new Map<CatalogueRow, Item>();
  const take = (row: CatalogueRow, candidates: readonly Item[]) => {
    // One item may stand several times with other elements: the nearest of them.
    const best = [...candidates].sort((a, b) => likeness(row, b) - likeness(row, a))[0];
    if (!best) return;
    matches.set(row, best);
    free.delete(best);
  };
  for (const row of rows) {
    take(
      row,
      items.filter((item) => free.has(item) && names(item) === names(row)),
    );
  }
  for (const row of rows) {
    if (matches.has(row)) continue;
    const own = core(row.level2 ?? row.level1);
    const candidates = items.filter(
      (item) => free.has(item) && core(item.level2 ?? item.level1) === own,
    );
    const rivals = rows.filter(
      (other) => other !== row && !matches.has(other) && core(other.level2 ?? other.level1) === own,
    );
    if (candidates.length === 0 || (candidates.length > 1 && rivals.length > 0)) continue;
    take(row, candidates);
    remarks.push(
      remark(
        'guessed',
        `第 ${row.row} 行“${row.level2 ?? row.level1}”按二级事项名称对应到标准目录的 ${itemRef(matches.get(row) as Item)}，请核对`,
      ),
    );
  }
  return matches;
}

function names({ level1, level2 }: { level1: string; level2?: string | undefined }): string {
  return `${core(level1)}/${core(level2 ?? '')}`;
}

function core(text: string): string {
  return squeeze(text).replaceAll(/[“”"《》、，,；;。（()）]/g, '');
}

function likeness(row: CatalogueRow, item: Item): number {
  const own = new Set(core((row.elements ?? []).join('')));
  const theirs = new Set(core((item.elements ?? []).join('')));
  const both = [...own].filter((char) => theirs.has(char)).length;
  return both / Math.max(1, own.size + theirs.size - both);
}

function isSame(field: (typeof FIELDS)[number], row: CatalogueRow, item: Item): boolean {
  switch (field) {
    case 'elements':
      return core((row.elements ?? []).join('')) === core((item.elements ?? []).join(''));
    case 'timing':
      return core(textOfTiming(row.timing)) === core(item.timing?.text ?? '');
    case 'method':
      return row.method === item.method?.kind;
    case 'basis':
    case 'note':
    case 'subject':
    case 'level3':
    case 'shown-for':
    case 'section':
    case 'enquiries':
    case 'complaints':
      return core(row[field] ?? '') === core(item[field] ?? '');
    default:
      return list(row[field]) === list(item[field]);
  }
}

/** Lists say the same in any order. */
function list(values: readonly unknown[] | undefined): string {
  return JSON.stringify((values ?? []).map((value) => JSON.stringify(value)).sort());
}

function written(
  row: CatalogueRow,
  fields: readonly (typeof FIELDS)[number][],
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    if (row[field] === undefined) continue;
    data[field] = row[field];
  }
  // A channel of its general name is written as its bare id.
  if (data['channels'] !== undefined) {
    data['channels'] = (row.channels ?? []).map((each) =>
      Object.keys(each).length === 1 ? each.channel : each,
    );
  }
  return data;
}

function textOfTiming(timing: CatalogueRow['timing']): string {
  return typeof timing === 'string' ? timing : (timing?.text ?? '');
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`;
  ids.add(id);
  return id;
}
