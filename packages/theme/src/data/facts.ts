import type { Column, Entry } from '@columns/content';
import { chineseDate, isKind, isWholeDay, kindName, LEVEL_NAMES, NO_MARK } from '@columns/content';
import { periodText } from '@columns/standard';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Too long to stand beside another. */
  readonly long: boolean;
  /** Of those few that a phone shows above the text. */
  readonly first: boolean;
}

/** Names of units by their ids, for each column once: lists ask for every entry. */
const names = new WeakMap<Column['departments'], ReadonlyMap<string, string>>();

/** The name of a unit, town or public institution by its id. */
export function unitName(column: Column, id: string | undefined): string | undefined {
  // All three are read each time: whoever asks is made again when one of them changes.
  const { departments, towns, institutions } = column;
  if (id === undefined) return undefined;
  let known = names.get(departments);
  if (known === undefined) {
    // Of two of one id the first holds.
    const units = [...departments, ...towns, ...institutions].reverse();
    known = new Map(units.map((unit) => [unit.id, unit.name]));
    names.set(departments, known);
  }
  return known.get(id);
}

/** What decides whether one reads on: number, date, validity, issuer. All else a phone shows below the text. */
const FIRST: ReadonlySet<string> = new Set([
  ...['发文机关', '发布机构', '发文字号', '发布日期', '有效性'],
]);

/** The document's header, in the order officers know it; what is not known is left out. */
export function documentFacts(column: Column, entry: Entry): Fact[] {
  const { data } = entry;
  const rows: [string, string | undefined][] = [
    ['索引号', data.indexNumber],
    ['主题分类', data.topic],
    ['发文机关', isKind(entry, 'policy') ? entry.data.issuer : undefined],
    ['发布机构', unitName(column, data.unit)],
    ['发文字号', data.docNumber],
    ['成文日期', data.formed && chineseDate(data.formed)],
    ['发布日期', publishedText(data.published)],
    ['所属时期', data.period && periodText(data.period)],
    ['有效性', data.validity && validityText(data.validity)],
    ['体裁', kindName(data.kind)],
    ['公开方式', methodText(data)],
    ['关键词', data.keywords?.join('、')],
    ['面向人群', data.audience?.join('、')],
    ['公开层级', data.level && LEVEL_NAMES[data.level]],
    ['乡镇（街道）', unitName(column, data.town)],
    ['村（社区）', data.village],
    ['来源', data.source],
  ];
  return rows.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label, value, long: value.length > 18, first: FIRST.has(label) }],
  );
}

/** What is not known is said, not made up. */
function publishedText(published: string): string {
  if (isWholeDay(published)) return chineseDate(published);
  return `${chineseDate(published)}（具体日期原文未载）`;
}

function validityText({ state, until }: NonNullable<Entry['data']['validity']>): string {
  if (until === undefined) return state;
  return state === '有效'
    ? `有效，有效期至${chineseDate(until)}`
    : `${state}（${chineseDate(until)}起）`;
}

/** What is read in place of a withdrawn entry. */
export function withdrawnText({ date, reason }: { date: string; reason: string }): string {
  const ended = /[。！？.!?]$/.test(reason) ? reason : `${reason}。`;
  return `本信息已于${chineseDate(date)}撤回。原因：${ended}`;
}

/**
 * The red head of a policy that is printed: who issued it, and its number. One that is not given whole has none, for
 * what is printed would pass for the document.
 */
export function redHead(entry: Entry): { issuer: string; number: string } | undefined {
  if (!isKind(entry, 'policy')) return undefined;
  const { issuer, docNumber, abridged } = entry.data;
  if (docNumber === undefined || abridged !== undefined) return undefined;
  return { issuer: issuer.split('、').join('\n'), number: docNumber };
}

/** What is said of a document that is not given whole. */
export const ABRIDGED = '摘编，非原文全文';

/**
 * How the column files the entry: 主动公开, and for what is not open the ground (《政府信息公开条例》
 * art. 13–16). That is the column's own statement; what the document says of itself is `markText`.
 */
function methodText({ attribute }: Entry['data']): string {
  const { type, grounds, mark } = attribute;
  const filed = `${type}公开`;
  if (grounds !== undefined) return `${filed}（${grounds}）`;
  return mark === NO_MARK ? `${filed}（原文没有标注公开属性，由本专栏归类）` : filed;
}

/** The mark that the document itself bears, as it prints it: （此件主动公开）. */
export function markText({ attribute: { mark } }: Entry['data']): string | undefined {
  return mark === NO_MARK ? undefined : mark;
}

/** 12 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
