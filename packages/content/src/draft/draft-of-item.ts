import type { Item } from '@columns/standard';
import { channelLabels, methodLabels } from '@columns/standard';
import type { KindId } from '../kinds/index.ts';
import { ELEMENT_WORDS } from './element-words.ts';
import { kindOfItem } from './kind-of-item.ts';

/** What a template has in place of words to be written; the check tells where one was left. */
export const PLACEHOLDERS = {
  title: '（标题）',
  text: '（文字）',
  body: '（正文）',
  telephone: '0000-0000001',
} as const;

/** A unit of the county, as `departments.yaml` has it. */
export interface DraftUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly domains?: readonly string[] | undefined;
}

export interface DraftItem {
  readonly domain: { readonly id: string; readonly name: string };
  /** The item as the county's catalogue has it. */
  readonly item: Pick<
    Item,
    | 'id'
    | 'level1'
    | 'level2'
    | 'elements'
    | 'timing'
    | 'subject'
    | 'channels'
    | 'method'
    | 'levels'
  >;
  /** The kind, where the officer has chosen one. */
  readonly kind?: KindId | undefined;
  /** The county's units; one of them is taken where the item or its domain names it. */
  readonly units?: readonly DraftUnit[] | undefined;
  /** The unit, where the officer has said it. */
  readonly unit?: string | undefined;
  /** 发布日期, `YYYY-MM-DD`. */
  readonly day: string;
  /** A demonstration asks for a source. */
  readonly demo?: boolean | undefined;
}

/** A new entry of an item: what is known of it, and places for what is not. */
export interface EntryDraft {
  readonly kind: KindId;
  /** `<domain>/<item>`. */
  readonly item: string;
  /** Front matter by written names. What only the officer knows is not there, or is a placeholder. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The text: a heading for each element that no field and no column holds. */
  readonly body: string;
  /** The head of a register's table. */
  readonly columns?: readonly string[];
  /** What the catalogue asks for beside: deadline, channels, subject, elements, in Chinese. */
  readonly notes: readonly string[];
}

/** Kinds whose text is a document that exists: its headings are its own. */
const DOCUMENTS: readonly KindId[] = ['policy', 'interpretation', 'gazette'];

/**
 * Begins an entry from an item of the catalogue: its elements are the headings of the text, fields, or columns of
 * the table; unit, day, attribute and what the catalogue says of deadline and channels are filled in. Pure.
 */
export function draftOfItem(asked: DraftItem): EntryDraft {
  const { domain, item, day, demo = false } = asked;
  const kind = asked.kind ?? kindOfItem(item);
  const { elements = [] } = item;
  const unit = asked.unit ?? unitOf(asked)?.id;
  const onRequest = item.method?.kind === 'on-request';
  const fields: Record<string, unknown> = {
    title: titleOf(kind, item),
    kind,
    ...(unit === undefined ? {} : { unit }),
    published: day,
    attribute: { type: onRequest ? '依申请' : '主动' },
    ...(kind === 'notice' ? { form: noticeForm(item) } : {}),
    ...(demo ? { example: true } : {}),
    ...Object.fromEntries(begunWith(kind, elements).map((field) => [field, [PLACEHOLDERS.text]])),
  };
  return {
    kind,
    item: `${domain.id}/${item.id}`,
    fields,
    ...(kind === 'register' ? { columns: elements.length > 0 ? elements : ['名称'] } : {}),
    body: kind === 'register' || onRequest ? '' : bodyOf(kind, elements),
    notes: notesOf(asked),
  };
}

/** 一、二、三 of headings; more than ninety-nine elements has none. */
const DIGITS = '〇一二三四五六七八九';
function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

function bodyOf(kind: KindId, elements: readonly string[]): string {
  const open = elements
    .map(bare)
    .filter((element) => !ITS_NAME.test(element) && !isHeld(kind, element));
  if (kind === 'guide' && open.length === 0) return '';
  if (DOCUMENTS.includes(kind) || (kind !== 'guide' && open.length < 2))
    return `${PLACEHOLDERS.body}\n`;
  return open
    .map((element, index) => `## ${numeral(index + 1)}、${element}\n\n${PLACEHOLDERS.text}\n`)
    .join('\n');
}

/** What the title says. */
const ITS_NAME = /^(?:办理事项|事项名称|标题|文件名称)$/;

/** Whether a field of the kind holds an element, by the words that catalogues have for it. */
function isHeld(kind: KindId, element: string): boolean {
  return rowsOf(kind, element).length > 0;
}

/** Fields that an entry need not have, and that an element asks for. */
function begunWith(kind: KindId, elements: readonly string[]): string[] {
  const rows = elements.flatMap((element) => rowsOf(kind, element));
  return rows.filter(({ begins }) => begins).map(({ field }) => field);
}

function rowsOf(kind: KindId, element: string) {
  return ELEMENT_WORDS.filter(
    (row) => row.kind === kind && row.words.some((word) => element.includes(word)),
  );
}

/** Without its full stop, and without what is only a remark. */
function bare(element: string): string {
  return element
    .replaceAll(/\s+/g, ' ')
    .replace(/[。；;]$/, '')
    .trim();
}

/** Names of items that say nothing without the level above. */
const GENERAL_NAMES = /^(?:办事指南|服务指南|名单|名录|清单|目录|申请|审核|审批信息|其他.*)$/;

/** Of a guide and a register the item's own name is nearly the title; a document has one of its own. */
function titleOf(kind: KindId, { level1, level2 }: DraftItem['item']): string {
  if (kind !== 'guide' && kind !== 'register') return PLACEHOLDERS.title;
  const name = level2 ?? level1;
  const whole = level2 !== undefined && GENERAL_NAMES.test(level2) ? `${level1}${level2}` : name;
  return kind === 'guide' && !/指南$/.test(whole) ? `${whole}办事指南` : whole;
}

function noticeForm({ level1, level2 }: DraftItem['item']): string {
  const name = level2 ?? level1;
  if (/公示|审核信息|审批信息|结果/.test(name)) return '公示';
  return /动态|活动|宣传/.test(name) ? '动态' : '公告';
}

/** The unit that is said to review the domain, else the one whose work the subject names (县级政府民政部门). */
function unitOf({ domain, item, units = [] }: DraftItem): DraftUnit | undefined {
  const responsible = units.filter((unit) => unit.domains?.includes(domain.id));
  if (responsible.length === 1) return responsible[0];
  const subject = item.subject ?? '';
  const named = units.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((one) => {
      const works = workOf(one).split(/和|与|及|、/);
      return works.some((work) => /^.{2,}(?<!政府)$/.test(work) && subject.includes(work));
    }),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** 县民政局 → 民政: what a unit does, by its name. */
function workOf(name: string): string {
  return name
    .replace(/^.{0,4}?[县市区](?=.{3})/, '')
    .replace(/(?:委员会|管理局|办公室|局|委|办)$/, '');
}

function notesOf({ item }: DraftItem): string[] {
  const { timing, channels = [], subject, elements = [], method } = item;
  const names = channels.map(({ channel, name }) => name ?? channelLabels[channel]);
  return [
    ...(elements.length === 0 ? [] : [`公开内容（要素）：${elements.join('；')}`]),
    ...(timing === undefined ? [] : [`公开时限：${timing.text}`]),
    ...(subject === undefined ? [] : [`公开主体：${subject}`]),
    ...(names.length === 0 ? [] : [`公开渠道：${names.join('、')}`]),
    ...(method === undefined || method.kind === 'proactive'
      ? []
      : [`公开方式：${methodLabels[method.kind]}，只登记目录，不写正文和附件`]),
  ];
}
