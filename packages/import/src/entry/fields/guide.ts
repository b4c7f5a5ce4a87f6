import { ELEMENT_WORDS } from '@columns/content/draft';
import type { Block, Table } from '@columns/office/paper';
import { grid, isParagraph, paragraph, plain, textOf } from '@columns/office/paper';
import { squeeze } from '@columns/office/words';
import { isOnlyDay } from '../../facts/dates.ts';
import { isOrgan } from '../../facts/organ.ts';
import { remark } from '../../failure.ts';
import type { FieldsOfKind } from './index.ts';

/** What guides call their fields beside what catalogues do. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  who: ['服务对象', '申请主体', '适用对象', '申请人', '办理对象'],
  amount: ['补贴标准', '补助标准', '发放标准', '待遇标准', '救助标准', '保障标准'],
  basis: ['设定依据', '办理依据', '政策依据', '法律依据'],
  conditions: ['办理条件', '受理条件', '申请条件', '申报条件'],
  materials: ['申请材料', '所需材料', '办理材料', '申报材料', '提交材料', '材料清单'],
  flow: ['办理流程', '办理程序', '办事流程', '申请流程', '申办流程'],
  limit: ['承诺时限', '办理时限', '承诺办结时限', '办结时限', '办理期限'],
  legal: ['法定时限', '法定办结时限', '法定期限'],
  fee: ['收费标准', '是否收费', '收费情况', '收费', '收费依据及标准', '收费标准及依据'],
  place: ['办理地点', '受理地点', '办公地址', '办理地址', '办公地点', '办理窗口'],
  hours: ['办理时间', '办公时间', '受理时间', '工作时间'],
  telephone: ['咨询电话', '联系电话', '咨询方式', '联系方式', '咨询途径'],
  complaints: ['监督电话', '投诉电话', '监督投诉电话', '监督方式', '监督投诉渠道', '监督投诉'],
  result: ['办理结果', '结果名称', '审批结果', '办理结果名称'],
  delivery: ['结果送达', '送达方式', '领取方式'],
  code: ['事项编码', '事项代码', '实施编码', '基本编码'],
  online: ['网上办理地址', '网办地址', '在线办理', '网上办理'],
};

const FIELD_OF = new Map(
  [
    ...ELEMENT_WORDS.filter(({ kind }) => kind === 'guide').flatMap(({ field, words }) =>
      words.map((word) => [word, field] as const),
    ),
    ...Object.entries(NAMES).flatMap(([field, words]) =>
      words.map((word) => [word, field] as const),
    ),
  ].filter(([, field]) => field in NAMES),
);

/** The field that a label names: 七、申请材料： is materials. */
export function guideField(label: string): string | undefined {
  const bare = squeeze(label)
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/,
      '',
    )
    .replace(/[：:]$/, '');
  return FIELD_OF.get(bare);
}

/** So many labels make a document a guide. */
export const GUIDE_LABELS = 4;

/** How many fields of a guide a document has by their labels, in a table's first cells or as headings. */
export function guideLabels(blocks: readonly Block[]): number {
  const labels = blocks.flatMap((block) =>
    isParagraph(block)
      ? [labelLine(block)?.label ?? textOf(block)]
      : pairsOf(block).map(({ label }) => label),
  );
  return new Set(labels.map(guideField).filter((field) => field !== undefined)).size;
}

/** The fields of a guide from its table (label beside value) or from its headings (label above value). */
export function guideFields(blocks: readonly Block[]): FieldsOfKind {
  const values = new Map<string, string[]>();
  const labels: string[] = [];
  const rest: Block[] = [];
  const put = (field: string, label: string, lines: readonly string[]) => {
    labels.push(label);
    values.set(field, [...(values.get(field) ?? []), ...lines.filter((line) => line !== '')]);
  };
  const dropped: string[] = [];
  let open: string | undefined;
  for (const block of blocks) {
    if (!isParagraph(block)) {
      const pairs = pairsOf(block);
      const known = pairs.filter(({ label }) => guideField(label) !== undefined);
      open = undefined;
      if (known.length < 2 || known.length * 2 < pairs.filter(({ label }) => label !== '').length) {
        // A table of materials under their heading stays a table.
        rest.push(block);
        continue;
      }
      for (const { numbers, label, lines } of pairs) {
        const field = guideField(label);
        dropped.push(...numbers);
        if (field !== undefined) put(field, label, lines);
        else if (label === '') rest.push(...lines.map((text) => paragraph(text)));
        else
          rest.push(
            ...[`${label}：${lines[0] ?? ''}`, ...lines.slice(1)].map((text) => paragraph(text)),
          );
      }
      continue;
    }
    const text = textOf(block).trim();
    const line = labelLine(block);
    const field = guideField(line?.label ?? text);
    if (field !== undefined) {
      put(field, line ? `${line.label}${line.sign}` : text, line ? [line.value] : []);
      open = field;
    } else if (
      open !== undefined &&
      block.level === undefined &&
      text !== '' &&
      isPlain(block) &&
      !isOnlyDay(text) &&
      !isOrgan(text)
    ) {
      put(open, '', [text]);
    } else {
      rest.push(block);
      if (text !== '') open = undefined;
    }
  }
  const told = labels.filter((label) => label !== '');
  const fields = Object.fromEntries(
    [...values]
      .flatMap(([field, lines]) => (lines.length === 0 ? [] : [made(field, lines, values)]))
      .filter(([key]) => key !== ''),
  );
  // What is cut into items loses its signs; what is written as it stands is held against the file.
  const cut = [...values].flatMap(([field, lines]) => (IN_ITEMS.has(field) ? lines : []));
  return {
    fields,
    blocks: rest,
    remarks:
      told.length === 0
        ? []
        : [
            remark(
              'changed',
              `办事指南的 ${told.length} 项写成了字段：${told.map((label) => squeeze(label)).join('、')}，请逐项核对`,
              { words: [...told, ...dropped, ...cut] },
            ),
          ],
  };
}

const IN_ITEMS = new Set([
  'amount',
  'basis',
  'conditions',
  'materials',
  'flow',
  'fee',
  'telephone',
  'complaints',
]);

const isPlain = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.content.every(({ type }) => type === 'text' || type === 'break');

/** 咨询电话：0282-…: a label and its value on one line. */
function labelLine(block: Block): { label: string; sign: string; value: string } | undefined {
  if (!isParagraph(block)) return undefined;
  const [, label = '', sign = '', value = ''] =
    /^([^：:]{2,16})([：:])\s*(\S.*)$/s.exec(textOf(block).trim()) ?? [];
  return guideField(label) === undefined ? undefined : { label, sign, value };
}

interface Pair {
  /** The numbers before the label and before its lines, where rows are numbered. */
  readonly numbers: string[];
  /** Empty where a row says something without a label. */
  readonly label: string;
  readonly lines: string[];
}

/**
 * Label and lines of each row; where a row has several pairs, each of them. A label over several rows has the
 * lines of all, and what stands behind the last pair belongs to it. A table with a head of its own has none.
 */
function pairsOf(table: Table): Pair[] {
  const width = grid(table)[0]?.length ?? 0;
  if (width < 2 || hasHead(table)) return [];
  const pairs: Pair[] = [];
  let below = 0;
  for (const row of table.rows) {
    const { number, cells } = numbered(linesOfCells(row));
    const own = pairs.at(-1);
    if (below > 0 && own) {
      below--;
      own.lines.push(...cells.flat());
      if (number !== '') own.numbers.push(number);
      continue;
    }
    below = Math.max(0, (row[number === '' ? 0 : 1]?.rowspan ?? 1) - 1);
    const numbers = number === '' ? [] : [number];
    if (cells.length === 1) pairs.push({ numbers, label: '', lines: cells.flat() });
    // Several pairs in a row have each a label of their own.
    const step = below > 0 ? cells.length : 2;
    for (let at = 0; at + 1 < cells.length; at += step) {
      const rest = at + step + 1 >= cells.length ? cells.length : at + step;
      pairs.push({
        numbers: at === 0 ? numbers : [],
        label: (cells[at] ?? []).join(''),
        lines: cells.slice(at + 1, rest).flat(),
      });
    }
  }
  return pairs.filter(({ label, lines }) => label !== '' || lines.length > 0);
}

function linesOfCells(row: Table['rows'][number]): string[][] {
  return row.map(({ content }) =>
    content
      .flatMap((inlines) => plain(inlines).split('\n'))
      .map((text) => text.trim())
      .filter(Boolean),
  );
}

/** A row's cells without the number that counts it. */
function numbered(cells: string[][]): { number: string; cells: string[][] } {
  const first = cells[0]?.join('') ?? '';
  return cells.length > 1 && /^\d{1,2}$/.test(first)
    ? { number: first, cells: cells.slice(1) }
    : { number: '', cells };
}

/** Rows that end with a cell of their own, below one that is no label, are a table: 事项、责任单位、时限. */
function hasHead({ rows }: Table): boolean {
  const lines = rows.map(linesOfCells);
  const first = numbered(lines[0] ?? []).cells[0]?.join('') ?? '';
  if (lines.length < 2 || guideField(first) !== undefined) return false;
  const open = lines.filter((row) => {
    const { cells } = numbered(row);
    return cells.length > 2 && cells.length % 2 === 1 && (cells.at(-1) ?? []).length > 0;
  });
  return open.length * 2 > lines.length;
}

const NUMBER = /^(?:[（(]?\d{1,2}[）).．、]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)])\s*/;

function made(
  field: string,
  lines: readonly string[],
  all: ReadonlyMap<string, readonly string[]>,
): [string, unknown] {
  const one = lines.join(' ');
  const items = itemsOf(lines);
  switch (field) {
    case 'amount':
    case 'basis':
    case 'conditions':
      return [field, items];
    case 'materials':
      return ['materials', items.map(material)];
    case 'flow':
      return ['flow', steps(items)];
    case 'limit': {
      const legal = all.get('legal')?.join(' ');
      return ['limit', { promised: one, ...(legal === undefined ? {} : { legal }) }];
    }
    case 'legal':
      return all.has('limit') ? ['', undefined] : ['limit', { promised: one, legal: one }];
    case 'fee':
      return /^(?:不收费|免费|否|无|不收取)/.test(one)
        ? ['fee', { charged: '不收费' }]
        : ['fee', { charged: '收费', standard: one, basis: one }];
    case 'telephone':
    case 'complaints':
      return [field, telephones(one)];
    default:
      return [field, one];
  }
}

/** Items of a list, by line or by the numbers and semicolons inside a line. */
function itemsOf(lines: readonly string[]): string[] {
  const split =
    lines.length > 1
      ? lines
      : (lines[0] ?? '').split(/[；;](?=.)|(?=[①-⑳])|(?<=.)(?=[（(]?\d{1,2}[）).．、](?!\d))/);
  return split
    .map((text) =>
      text
        .trim()
        .replace(NUMBER, '')
        .replace(/[；;。]$/, '')
        .trim(),
    )
    .filter(Boolean);
}

/** 身份证复印件1份: name, form and how many. A number that is not told is one; what is only looked at says so itself. */
function material(text: string): Record<string, unknown> {
  const copies = /([一二两三四五六七八九十]|\d{1,2})\s*[份张]/.exec(text)?.[1];
  const count =
    copies === undefined
      ? 1
      : /\d/.test(copies)
        ? Number(copies)
        : '一二三四五六七八九十'.indexOf(copies === '两' ? '二' : copies) + 1;
  const form = /原件(?:及|和|、)复印件/.test(text)
    ? '原件和复印件'
    : /复印件/.test(text)
      ? '复印件'
      : /原件/.test(text)
        ? '原件'
        : /电子/.test(text)
          ? '电子材料'
          : undefined;
  return { name: text, ...(form === undefined ? {} : { form }), copies: count };
}

/** 申请→受理→审核→办结 in a line, or a step a line with how it is done behind its name. */
function steps(items: readonly string[]): Record<string, unknown>[] {
  const chain = items.length === 1 ? (items[0] ?? '').split(/\s*(?:→|—+>?|-+>|⇒)\s*/) : items;
  return chain
    .filter((text) => text !== '')
    .map((text) => {
      const [, name, rest] = /^([^：:，。]{2,12})[：:]\s*(.+)$/s.exec(text) ?? [];
      return name === undefined ? { name: text } : { name, text: rest };
    });
}

/** Numbers of an office in their form: 0282-4520001 for （0282）4520001. */
function telephones(text: string): string {
  const numbers = [
    ...text.matchAll(/(?:[（(]?(0\d{2,3})[）)]?[-—－\s]?)?(\d{7,8})(?!\d)|\b(1\d{4}|1\d{2})\b/g),
  ].map(([, area, number, short]) => short ?? (area === undefined ? number : `${area}-${number}`));
  return numbers.length === 0 ? text : numbers.join('、');
}
