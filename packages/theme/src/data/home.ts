import type { ColumnDomain, ColumnItem, Entry, EntryLink, FrequentMatter } from '@columns/content';
import { firstDay, isDisclosed, isKind, lastDay } from '@columns/content';
import { entryHref, findEntry, getColumn, getEntries, getKind, linkHref } from './column.ts';
import { guideAnswer } from './guides.ts';

/* What the home page says first: things to do in life, each with its answer, and what goes on these days. */

/** A matter as a person puts it, and where its answer is. */
export interface LifeTask {
  /** In verbs: 领高龄津贴. */
  readonly name: string;
  /** Of the answer; whole. */
  readonly address: string;
  /** The shortest answer: an amount, a time limit, the title of a document. */
  readonly said: string;
  /** The three things that people look for, as far as there are any. */
  readonly more: readonly { readonly label: string; readonly link: EntryLink }[];
}

/** So many stand on the home page. */
const TASKS = 6;

/** Names that a county has put in verbs stay as they are. */
const VERB =
  /^(?:[给为办申领查看找开交缴上买租报怎如想去取换补退补考学坐转落迁]|登记|生孩|生育|就医|就业|入学|养老$)/u;

const PARTS = [
  ['指南', 'guide'],
  ['政策', 'policy'],
  ['名录', 'register'],
] as const;

/** Tasks of life that have an answer: the county's frequent matters, those of life before those of business; then guides. */
export function lifeTasks(): LifeTask[] {
  const { frequent } = getColumn();
  const asked = [...frequent]
    .sort((a, b) => Number(a.side === '涉企') - Number(b.side === '涉企'))
    .flatMap((matter) => taskOf(matter) ?? []);
  if (asked.length >= TASKS) return asked.slice(0, TASKS);
  const known = new Set(asked.map(({ address }) => address));
  const further = getKind('guide')
    .map((guide) => ({
      name: inVerbs(guide.data.title, guideVerb(guide)),
      address: entryHref(guide),
      said: guideAnswer(guide),
      more: [],
    }))
    .filter(({ address }) => !known.has(address));
  return [...asked, ...further].slice(0, TASKS);
}

function taskOf(matter: FrequentMatter): LifeTask | undefined {
  const more = PARTS.flatMap(([label, part]) => {
    const link = matter[part];
    return link ? [{ label, link }] : [];
  });
  const guide = matter.guide && findEntry(matter.guide.id);
  if (guide && isKind(guide, 'guide') && matter.guide) {
    return {
      name: inVerbs(matter.name, guideVerb(guide)),
      address: linkHref(matter.guide),
      said: guideAnswer(guide),
      more,
    };
  }
  // A list is looked up; a policy is read by few.
  const link = matter.register ?? matter.policy;
  const newest = link ? undefined : newestOf(matter.item);
  const found = link
    ? { address: linkHref(link), said: link.title }
    : newest && { address: entryHref(newest), said: newest.data.title };
  return found && { name: inVerbs(matter.name, '查'), ...found, more };
}

/** The newest of an item, else of those beside it: catalogues put 政策, 办事指南 and results of one matter side by side. */
function newestOf(ref: string): Entry | undefined {
  const domain = getColumn().domains.find(({ id }) => id === ref.split('/')[0]);
  const item = domain?.items.find((one) => one.ref === ref);
  if (!domain || !item) return undefined;
  const beside = domain.items.filter(({ level1 }) => level1 === item.level1);
  return newestIn([item]) ?? newestIn(beside);
}

function newestIn(items: readonly ColumnItem[]): Entry | undefined {
  return getEntries([...new Set(items.flatMap(({ entries }) => entries))])
    .filter(isDisclosed)
    .sort((a, b) => (a.data.published < b.data.published ? 1 : -1))[0];
}

/** 最低生活保障办事指南（示例） → 办最低生活保障. */
function inVerbs(name: string, verb: string): string {
  const bare = name
    .replace(/（示例）$/u, '')
    .replace(/(?:办事指南|办理指南|申请指南|办理流程|申办指南|服务指南)$/u, '');
  if (bare === '') return name;
  return VERB.test(bare) ? bare : verb + bare;
}

/** One is paid something, or gets something done. */
const guideVerb = (guide: {
  readonly data: { readonly amount?: readonly string[] | undefined };
}) => (guide.data.amount === undefined ? '办' : '领');

/** Something with a first and a last day: a reader's own day decides whether it goes on. */
export interface Ongoing {
  readonly entry: Entry;
  /** What it is called while it lasts: 征集中. */
  readonly during: string;
  /** `YYYY-MM-DD`; of what has no first day, that on which it was published. */
  readonly from: string;
  readonly until: string;
}

/** So many that end last are in the page; a script leaves those that go on. */
const ONGOING = 8;

/** What has an end: consultations, surveys, hearings, notices. Those that end soonest come first. */
export function ongoing(entries: readonly Entry[]): Ongoing[] {
  return entries
    .flatMap((entry) => daysOf(entry) ?? [])
    .sort((a, b) => (a.until < b.until ? 1 : -1))
    .slice(0, ONGOING)
    .reverse();
}

function daysOf(entry: Entry): Ongoing | undefined {
  const from = firstDay(entry.data.published);
  if (isKind(entry, 'consultation'))
    return { entry, during: '征集意见', from: entry.data.opens, until: entry.data.closes };
  if (isKind(entry, 'survey'))
    return { entry, during: '调查', from: entry.data.opens, until: entry.data.closes };
  if (isKind(entry, 'hearing') && entry.data.every === undefined)
    return { entry, during: entry.data.form, from, until: lastDay(entry.data.held) };
  if (!isKind(entry, 'notice')) return undefined;
  const { shownUntil, from: begins = from, until = shownUntil } = entry.data;
  if (until === undefined) return undefined;
  return { entry, during: entry.data.form, from: begins, until };
}

/** Domains that hold something, and how many do not. */
export function filledDomains(domains: readonly ColumnDomain[]): {
  readonly filled: readonly ColumnDomain[];
  readonly empty: number;
} {
  const filled = domains.filter(({ disclosed }) => disclosed > 0);
  return { filled, empty: domains.length - filled.length };
}

/** So many domains stand on the home page at once; a few more are not worth a fold. */
const FOREMOST = 12;
const FEW_MORE = 3;

/** Those in which most is disclosed, and the others; both in the plan's order. */
export function foremost(domains: readonly ColumnDomain[]): {
  readonly first: readonly ColumnDomain[];
  readonly rest: readonly ColumnDomain[];
} {
  if (domains.length <= FOREMOST + FEW_MORE) return { first: domains, rest: [] };
  const most = new Set([...domains].sort((a, b) => b.disclosed - a.disclosed).slice(0, FOREMOST));
  return {
    first: domains.filter((domain) => most.has(domain)),
    rest: domains.filter((domain) => !most.has(domain)),
  };
}
