import type { EntryOf } from '@columns/content';
import { amountNumber, isPart, readAmount, saysTotal, writeAmount } from '@columns/content';
import type { Chart, ChartMark } from '@columns/export/chart';
import type { RegisterForm } from '@columns/standard';
import { getColumn } from './column.ts';
import { type RegisterTable, tableOf } from './registers.ts';

type Register = EntryOf<'register'>;
type Picture = NonNullable<RegisterForm['picture']>;
type Row = readonly string[];

/** What is drawn of one table of money, with what stands below the drawings. */
export interface MoneyPictures {
  readonly charts: readonly Chart[];
  /** 合计 13,200 元，3 人，人均 4,400 元. */
  readonly words: readonly string[];
}

/** More bars are no picture: the smallest are drawn as one. */
const MOST_BARS = 12;

/** What a register of money shows in pictures; nothing where it has no amounts. Totals are no parts. */
export function moneyPictures(entry: Register): MoneyPictures | undefined {
  const table = tableOf(entry);
  const form = getColumn().forms.find(({ id }) => id === entry.table?.form);
  const picture = form?.picture ?? (form ? undefined : pictureByNames(table.columns));
  if (!picture) return undefined;
  const rows = table.rows.filter((row) => counts(form, table, row));
  const groups = groupsOf(table, picture, rows);
  const charts = groups.flatMap(([group, own]) =>
    picture.by.flatMap((by) => chartOf(table, picture, group, by, own)),
  );
  const words = groups.flatMap(([group, own]) => wordsOf(table, picture, group, own));
  return charts.length === 0 && words.length === 0 ? undefined : { charts, words };
}

function counts(form: RegisterForm | undefined, table: RegisterTable, row: Row): boolean {
  if (form?.totals) return isPart(form, table, row);
  return !row.some(saysTotal);
}

const PLACES = ['村', '村（社区）', '乡镇', '乡镇（街道）'];
const COUNTED = { 户数: '户', 人数: '人' } as const;

/** Of a table of no form: its one column of money, by the places that it names. */
function pictureByNames(columns: readonly string[]): Picture | undefined {
  const amounts = columns.filter((name) => unitOf(name) !== undefined);
  const by = columns.filter((name) => PLACES.includes(name)).reverse();
  const [amount] = amounts;
  if (amounts.length !== 1 || amount === undefined || by.length === 0) return undefined;
  return { amount: [amount], by };
}

/** Whether a table of no form with these heads tells money by place. */
export function drawsByNames(columns: readonly string[]): boolean {
  return pictureByNames(columns) !== undefined;
}

function unitOf(column: string): string | undefined {
  return /（((?:万|亿)?元)）$/.exec(column)?.[1];
}

function groupsOf({ columns }: RegisterTable, { group }: Picture, rows: readonly Row[]) {
  const at = columns.indexOf(group ?? '');
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = at < 0 ? '' : (row[at] ?? '');
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups];
}

function sumOf(columns: readonly string[], names: readonly string[], rows: readonly Row[]): bigint {
  const at = names.map((name) => columns.indexOf(name)).filter((column) => column >= 0);
  return rows
    .flatMap((row) => at.map((column) => readAmount(row[column] ?? '') ?? 0n))
    .reduce((all, amount) => all + amount, 0n);
}

/** `before` and `planned` only where the table has the column: it may be optional. */
function compared({ columns }: RegisterTable, name: string | undefined, rows: readonly Row[]) {
  if (name === undefined || !columns.includes(name)) return undefined;
  const sum = sumOf(columns, [name], rows);
  return sum === 0n ? undefined : amountNumber(sum);
}

function chartOf(
  table: RegisterTable,
  picture: Picture,
  group: string,
  by: string,
  rows: readonly Row[],
): Chart[] {
  const { columns } = table;
  const at = columns.indexOf(by);
  const unit = unitOf(picture.amount[0] ?? '') ?? '元';
  if (at < 0) return [];
  const total = amountNumber(sumOf(columns, picture.amount, rows));
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameAt(columns, by, row);
    if (name !== '') parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  if (parts.size < 2 || total <= 0) return [];
  const bars = [...parts]
    .map(([name, own]) => ({ name, own, sum: sumOf(columns, picture.amount, own) }))
    .sort((a, b) => (a.sum < b.sum ? 1 : a.sum > b.sum ? -1 : 0));
  const shown = bars.length > MOST_BARS ? bars.slice(0, MOST_BARS - 1) : bars;
  const rest = bars.slice(shown.length);
  const marks = shown.map(({ name, own, sum }) => mark(name, own, sum));
  if (rest.length > 0) {
    const own = rest.flatMap((bar) => bar.own);
    marks.push(mark(`其余 ${rest.length} 个`, own, sumOf(columns, picture.amount, own)));
  }
  const of = group === '' ? '' : `${group}：`;
  return [{ title: `${of}按${by.replace(/（.*）$/, '')}`, unit, over: 'names', marks }];

  function mark(name: string, own: readonly Row[], sum: bigint): ChartMark {
    const value = amountNumber(sum);
    const told = [
      `占 ${percent(value / total)}`,
      changeText(value, compared(table, picture.before, own)),
      plannedText(value, compared(table, picture.planned, own)),
    ].filter((text) => text !== undefined);
    return { label: name, note: told.join('，'), value, text: withCommas(sum) };
  }
}

/** Two villages of two towns may have one name. */
function nameAt(columns: readonly string[], by: string, row: Row): string {
  const own = row[columns.indexOf(by)] ?? '';
  const town = by.startsWith('村') ? columns.findIndex((name) => name.startsWith('乡镇')) : -1;
  return town < 0 || own === '' ? own : `${row[town] ?? ''}${own}`;
}

function wordsOf(
  table: RegisterTable,
  picture: Picture,
  group: string,
  rows: readonly Row[],
): string[] {
  const { columns } = table;
  const unit = unitOf(picture.amount[0] ?? '') ?? '元';
  const sum = sumOf(columns, picture.amount, rows);
  const total = amountNumber(sum);
  if (total <= 0) return [];
  const counted = columns.find((name): name is keyof typeof COUNTED => name in COUNTED);
  const heads =
    picture.per === undefined
      ? counted && amountNumber(sumOf(columns, [counted], rows))
      : rows.length;
  const per = picture.per ?? (counted && COUNTED[counted]);
  const parts = [
    `${group === '' ? '合计' : `${group}合计`} ${withCommas(sum)} ${unit}`,
    changeText(total, compared(table, picture.before, rows)),
    plannedText(total, compared(table, picture.planned, rows)),
    heads && per ? `${heads} ${per}，平均每${per} ${short(total / heads)} ${unit}` : undefined,
  ];
  return [parts.filter((text) => text !== undefined).join('，')];
}

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/**
 * What a total of the whole county comes to for each who lives in it; nothing where the county does not say how many
 * do, or where the table is one bureau's own.
 */
export function perHead(entry: Register): string | undefined {
  const { county, forms, departments } = getColumn();
  const { population } = county;
  const form = forms.find(({ id }) => id === entry.table?.form);
  const picture = form?.picture;
  if (!population || !picture?.residents) return undefined;
  const unit = departments.find(({ id }) => id === entry.data.unit);
  if (unit && !/财政|政府/.test(unit.name)) return undefined;
  const table = tableOf(entry);
  const rows = table.rows.filter((row) => counts(form, table, row));
  const own = groupsOf(table, picture, rows).find(([group]) => group === picture.residents)?.[1];
  const factor = YUAN[unitOf(picture.amount[0] ?? '') ?? '元'];
  if (!own || factor === undefined) return undefined;
  const each =
    (amountNumber(sumOf(table.columns, picture.amount, own)) * factor) / population.residents;
  const { residents, year, source, example } = population;
  const people = `${year}年末常住人口 ${withSeparators(String(residents))} 人`;
  return `按${people}算，人均${picture.residents} ${withSeparators(each.toFixed(0))} 元（人口数${example ? '为示例' : `来源：${source}`}）`;
}

function changeText(value: number, before: number | undefined): string | undefined {
  if (before === undefined) return undefined;
  const change = value / before - 1;
  return Math.abs(change) < 0.0005
    ? '与上年持平'
    : `比上年${change > 0 ? '增加' : '减少'} ${percent(Math.abs(change))}`;
}

function plannedText(value: number, planned: number | undefined): string | undefined {
  return planned === undefined ? undefined : `为预算的 ${percent(value / planned)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function short(value: number): string {
  return withSeparators(value.toFixed(2).replace(/\.?0+$/, ''));
}

/** `13200.5` as it is read with ease: `13,200.5`. */
export function withCommas(sum: bigint): string {
  return withSeparators(writeAmount(sum));
}

function withSeparators(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A form of money with its registers, newest first. */
export interface MoneyForm {
  readonly form: RegisterForm;
  readonly registers: readonly Register[];
}

/** A year's total of one group of a form. */
export interface YearTotal {
  readonly year: number;
  readonly sum: bigint;
}

/**
 * The totals of a form by the years that its registers tell of: of one year the newest counts.
 * @param group of `picture.group`; empty where a form has none
 */
export function yearTotals({ form, registers }: MoneyForm, group: string): YearTotal[] {
  const { picture } = form;
  if (!picture) return [];
  const years = new Map<number, bigint>();
  // What one bureau has is no year of what the county has.
  const unit = registers[0]?.data.unit;
  for (const entry of registers.filter(({ data }) => data.unit === unit)) {
    const year = Number(/\d{4}/.exec(entry.data.period ?? entry.data.title)?.[0] ?? entry.year);
    if (years.has(year)) continue;
    const table = tableOf(entry);
    const at = table.columns.indexOf(picture.group ?? '');
    const rows = table.rows.filter(
      (row) => counts(form, table, row) && (at < 0 || row[at] === group),
    );
    years.set(year, sumOf(table.columns, picture.amount, rows));
  }
  return [...years].map(([year, sum]) => ({ year, sum })).sort((a, b) => a.year - b.year);
}
