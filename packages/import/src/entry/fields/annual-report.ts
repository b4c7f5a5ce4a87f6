import { APPLICANTS, APPLICATION_ROWS, DISPUTE_ROWS, OUTCOMES } from '@columns/content';
import type { Block, Table } from '@columns/office/paper';
import { grid, isParagraph, textOf } from '@columns/office/paper';
import { squeeze } from '@columns/office/words';
import type { Remark } from '../../failure.ts';
import { remark } from '../../failure.ts';
import type { FieldsOfKind } from './index.ts';

/** The six parts that 国办公开办函〔2021〕30号 prescribes, by the words of their headings. */
const PARTS = [
  ['overview', /总体情况/],
  ['proactive', /主动公开政府信息情况/],
  ['applications', /收到和处理政府信息公开申请/],
  ['disputes', /行政复议.{0,6}行政诉讼/],
  ['problems', /主要问题/],
  ['other', /其他需要报告/],
] as const;
type Part = (typeof PARTS)[number][0];

const TEXTS: readonly Part[] = ['overview', 'problems', 'other'];

/** Whether tables and headings are those of the prescribed report. */
export function isReport(title: string, blocks: readonly Block[]): boolean {
  if (!/政府信息公开.{0,6}年度报告|政府信息公开.{0,4}年报/.test(squeeze(title))) return false;
  return blocks.filter((block) => partOf(block) !== undefined).length >= 3;
}

function partOf(block: Block): Part | undefined {
  if (!isParagraph(block)) return undefined;
  const text = squeeze(textOf(block));
  if (text.length > 40 || !/^[一二三四五六][、.．]/.test(text)) return undefined;
  return PARTS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The report's parts as data: its three texts, and the numbers of its tables by the names of their rows. */
export function reportFields(title: string, blocks: readonly Block[]): FieldsOfKind {
  const parts = new Map<Part, Block[]>();
  const before: Block[] = [];
  const heads: string[] = [];
  let open: Part | undefined;
  for (const block of blocks) {
    const part = partOf(block);
    if (part !== undefined) {
      open = part;
      heads.push(textOf(block));
      parts.set(part, []);
    } else if (open === undefined) before.push(block);
    else parts.get(open)?.push(block);
  }
  const remarks: Remark[] = [];
  const fields: Record<string, unknown> = {};
  const rest: Block[] = [...before];
  const covered: string[] = [...heads];
  const year = /(20\d{2})\s*年/.exec(title)?.[1];
  if (year !== undefined) fields['year'] = Number(year);
  fields['by'] = /人民政府(?!办)/.test(title) ? '本级政府' : '行政机关';
  for (const part of TEXTS) {
    const lines = (parts.get(part) ?? []).flatMap((block) => {
      if (isParagraph(block)) return textOf(block).trim() === '' ? [] : [textOf(block).trim()];
      rest.push(block);
      return [];
    });
    if (lines.length > 0) fields[part] = lines.join('\n');
  }
  const tablesOf = (part: Part): Table[] => {
    const own = parts.get(part) ?? [];
    covered.push(
      ...own.flatMap((block) => (isParagraph(block) ? [textOf(block)] : grid(block).flat())),
    );
    return own.filter((block): block is Table => !isParagraph(block));
  };
  const proactive = proactiveOf(tablesOf('proactive'));
  if (proactive) fields['proactive'] = proactive;
  else remarks.push(missing('二、主动公开政府信息情况'));
  const applications = rowsOf(tablesOf('applications'), APPLICATION_ROWS, APPLICANTS.length);
  if (applications) fields['applications'] = applications;
  else remarks.push(missing('三、收到和处理政府信息公开申请情况'));
  const disputes = disputesOf(tablesOf('disputes'));
  if (disputes) fields['disputes'] = disputes;
  else remarks.push(missing('四、行政复议、行政诉讼情况'));
  remarks.push(
    remark('changed', '年报的三张表按规定格式写成了数据，表头和行名由网页显示，请逐行核对', {
      words: covered,
    }),
  );
  return { fields, blocks: rest, remarks };
}

const missing = (part: string): Remark =>
  remark('missing', `没有认出“${part}”的表格，请在编辑页面中填写`);

/** A number of a cell; what is empty is nothing, as the form says. */
function numberOf(text: string): number | undefined {
  const bare = squeeze(text).replaceAll(/[,，件次元万]/g, '');
  if (bare === '' || /^[-—/／无]+$/.test(bare)) return 0;
  return /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}

/** Names of rows without numbers, brackets and marks: 1.属于国家秘密 is 属于国家秘密. */
const nameOf = (text: string): string =>
  squeeze(text)
    .replaceAll(
      /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])/g,
      '',
    )
    .replaceAll(/[“”"'（()）、，,；;：:]/g, '');

/** The last numbers of the row that each name stands in. */
function rowsOf(
  tables: readonly Table[],
  rows: readonly { readonly key: string; readonly label: string }[],
  width: number,
): Record<string, number[]> | undefined {
  const lines = tables.flatMap((table) => grid(table));
  const found: Record<string, number[]> = {};
  for (const line of lines) {
    const names = line.map(nameOf);
    // A row stands under the name of its group, which stands before it.
    const row = [...names]
      .reverse()
      .map((name) =>
        rows.find(
          ({ label, key }) =>
            name !== '' &&
            !(key in found) &&
            (nameOf(label) === name ||
              (name.length >= 6 && nameOf(label).startsWith(name.slice(0, 12)))),
        ),
      )
      .find((each) => each !== undefined);
    if (!row) continue;
    const numbers = line.slice(-width).map(numberOf);
    if (numbers.length !== width || numbers.includes(undefined)) continue;
    found[row.key] = numbers as number[];
  }
  if (Object.keys(found).length === 0) return undefined;
  return Object.fromEntries(
    Object.entries(found).filter(([, numbers]) => numbers.some((n) => n !== 0)),
  );
}

/** Part four is one row of fifteen numbers under three heads. */
function disputesOf(tables: readonly Table[]): Record<string, number[]> | undefined {
  const width = DISPUTE_ROWS.length * OUTCOMES.length;
  for (const line of tables.flatMap((table) => grid(table)).toReversed()) {
    const numbers = line.map(numberOf);
    if (line.length !== width || numbers.includes(undefined)) continue;
    return Object.fromEntries(
      DISPUTE_ROWS.flatMap(({ key }, index) => {
        const own = (numbers as number[]).slice(
          index * OUTCOMES.length,
          (index + 1) * OUTCOMES.length,
        );
        return own.some((n) => n !== 0) ? [[key, own]] : [];
      }),
    );
  }
  return undefined;
}

/** Part two: four small tables, each a name and its numbers. */
function proactiveOf(tables: readonly Table[]): Record<string, unknown> | undefined {
  const lines = tables.flatMap((table) => grid(table));
  const row = (name: RegExp, width: number): number[] | undefined => {
    const line = lines.find((cells) => name.test(nameOf(cells[0] ?? '')));
    const numbers = line?.slice(1, 1 + width).map(numberOf);
    return numbers === undefined || numbers.length < width || numbers.includes(undefined)
      ? undefined
      : (numbers as number[]);
  };
  const documents = (name: RegExp) => {
    const numbers = row(name, 3);
    return numbers && { made: numbers[0], repealed: numbers[1], valid: numbers[2] };
  };
  const [rules, papers] = [documents(/^规章$/), documents(/^(?:行政)?规范性文件$/)];
  const [permits, penalties, compulsion, fees] = [
    /^行政许可$/,
    /^行政处罚$/,
    /^行政强制$/,
    /^行政事业性收费$/,
  ].map((name) => row(name, 1)?.[0]);
  if ([rules, papers, permits, penalties, compulsion, fees].includes(undefined)) return undefined;
  return { rules, documents: papers, permits, penalties, compulsion, fees };
}
