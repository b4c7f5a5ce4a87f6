import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataFile, type Facts } from './facts.ts';
import { sum } from './share.ts';
import type { Story } from './story.ts';

const three = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]);

/** One matter as three writers put it: a title, and four things said of it, each in three ways. */
const familySchema = z.looseObject({
  at: z.string().min(1),
  title: three,
  said: z.tuple([three, three, three, three]),
  /** The part of the year in which it is told, where it has one: `06-02..06-12`. */
  between: z.string().optional(),
});

type Family = z.infer<typeof familySchema>;

/** Guides have their fields in three ways too. */
const FIELDS = ['who', 'if', 'need', 'steps'] as const;

/**
 * Stories that a county has of the families: it takes one way of each of the four things so that two counties never
 * have more than one in common (nine rows of an orthogonal array of strength two).
 */
export function familyStories(facts: Facts): Story[] {
  const { tells } = facts;
  if (tells === undefined) return [];
  const ways = waysOf(tells.row);
  // What a county leaves out changes nothing of what it tells.
  return families().flatMap((family, index) =>
    tells.without.includes(family.at) ? [] : [storyOf(family, index, facts, ways)],
  );
}

/** The row of the array: in any two rows exactly one of four is the same. */
function waysOf(row: number): readonly number[] {
  const [a, b] = [Math.floor(row / 3) % 3, row % 3];
  return [a, b, (a + b) % 3, (a + 2 * b) % 3];
}

function families(): Family[] {
  return readdirSync(dataFile('families'))
    .sort()
    .flatMap((name) =>
      z.array(familySchema).parse(parse(readFileSync(dataFile(`families/${name}`), 'utf8'))),
    );
}

/** How an office sets out the parts of such a text, and how it ends; which of them is used goes by the county and the family. */
const PARTS: readonly ((texts: readonly string[]) => string)[] = [
  (texts) => texts.join('\n\n'),
  (texts) => texts.map((text, at) => `${'一二三'.charAt(at)}、${text}`).join('\n\n'),
  (texts) => texts.map((text, at) => `${at + 1}. ${text}`).join('\n'),
];
const ENDS: readonly string[] = [
  '联系单位：{单位}，电话{电话}。',
  '以上内容由{单位}负责解释，工作日可以拨打{电话}咨询。',
  '{单位}　{日}',
  '查询和意见请联系{单位}（电话{电话}，工作日8:00—12:00、14:30—17:30）。',
];

function storyOf(family: Family, index: number, facts: Facts, ways: readonly number[]): Story {
  const { said, title, between, ...rest } = family;
  const { tells } = facts;
  const day = dayOf(index, spanOf(facts, between));
  const on = JSON.stringify(family).includes('{季}') ? afterQuarter(day, index, facts) : day;
  // What tells of a day to come is never told after it.
  const ahead = JSON.stringify(family).includes('{后日}');
  const late = (tells?.late ?? 0) > 0 && index % 5 === 0 && !ahead;
  const [first = '', ...others] = said.map((choices, at) => choices[ways[at] ?? 0] ?? '');
  const unit = facts.units.find(
    ({ id }) => id === facts.domains[family.at.split('/')[0] ?? '']?.unit,
  );
  const row = tells?.row ?? 0;
  const parts = PARTS[(index + row) % PARTS.length]?.(others) ?? '';
  const end = ENDS[(index * 3 + row) % ENDS.length]?.replace('{单位}', unit?.name ?? facts.name);
  const body = `${first}\n\n${parts}\n\n${end}`;
  const fields = Object.fromEntries(
    FIELDS.flatMap((field, at) => {
      const value = rest[field];
      return Array.isArray(value) ? [[field, value[ways[at] ?? 0]]] : [];
    }),
  );
  const story: Story = {
    ...rest,
    ...fields,
    on: late ? workday(dayAfter(on, tells?.late ?? 0)) : on,
    ...(late ? { formed: on } : {}),
    title: title[ways[(index % 3) + 1] ?? 0] ?? title[0],
    body,
  };
  return put(story, wordsFor(facts, on, index));
}

/** The county's time, as far as it lies in the family's part of the year. */
function spanOf({ tells, year }: Facts, between: string | undefined): readonly [string, string] {
  const { from = '', to = '' } = tells ?? {};
  const [first = '', last = ''] = (between ?? '').split('..');
  if (between === undefined) return [from, to];
  const [, start = from] = [`${year}-${first}`, from].sort();
  const [end = to] = [`${year}-${last}`, to].sort();
  return start <= end ? [start, end] : [from, to];
}

/** What a family's text may ask for beside the county's words: the quarter before, days about its own, a number of its own scale. */
function wordsFor(facts: Facts, on: string, index: number) {
  const month = Number(on.slice(5, 7));
  const year = Number(on.slice(0, 4));
  const quarter = Math.floor((month - 1) / 3);
  const people = sum(facts.towns.map((town) => town.people)) / 1000;
  return (name: string, scale: string | undefined): string | undefined => {
    if (name === '季')
      return quarter === 0
        ? `${year - 1}年第四季度`
        : `${year}年第${'〇一二三'.charAt(quarter)}季度`;
    if (name === '期数') return String(month * 2 - 1);
    const away = DAYS[name];
    if (away !== undefined) return dayInWords(workday(dayAfter(on, away)));
    if (scale === undefined) return undefined;
    return String(
      Math.max(
        2,
        Math.round(
          people *
            Number(scale) *
            (0.86 + ((index * 17 + facts.name.length * 5 + people) % 29) / 100),
        ),
      ),
    );
  };
}

function put(story: Story, word: ReturnType<typeof wordsFor>): Story {
  const text = JSON.stringify(story).replaceAll(
    /\{(季|期数|前日|日|后日|数:([\d.]+))\}/g,
    (whole, name: string, scale: string | undefined) => word(name, scale) ?? whole,
  );
  return JSON.parse(text) as Story;
}

/** Days that a text may name, by how far they are from its own. */
const DAYS: Readonly<Record<string, number>> = { 前日: -16, 日: 0, 后日: 24 };

/** Families are told one after the other over the county's time; days off are passed over. */
function dayOf(index: number, [from, to]: readonly [string, string]): string {
  const [start, days] = [Date.parse(from), (Date.parse(to) - Date.parse(from)) / 86_400_000];
  const day = new Date(start + Math.floor((((index * 23) % 59) / 59) * days) * 86_400_000);
  return workday(day.toISOString().slice(0, 10));
}

/** What tells of a quarter is told within two weeks of its end: of the quarter before a day, or the first of the county's time. */
function afterQuarter(day: string, index: number, { tells }: Facts): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const ends = [0, 1].map((later) =>
    new Date(Date.UTC(year, (Math.ceil(month / 3) - 1 + later) * 3, 0)).toISOString().slice(0, 10),
  );
  const days = ends.map((end) => workday(dayAfter(end, 6 + (index % 6))));
  return days.find((each) => each >= (tells?.from ?? '') && each <= (tells?.to ?? '')) ?? day;
}

/** Days off that are no weekends, first and last (国务院办公厅关于2026年部分节假日安排的通知). */
const DAYS_OFF: readonly (readonly [string, string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];

/** The day itself, or the first after it on which an office works. */
function workday(day: string): string {
  const isOff =
    new Date(day).getUTCDay() % 6 === 0 ||
    DAYS_OFF.some(([first, last]) => first <= day && day <= last);
  return isOff ? workday(dayAfter(day, 1)) : day;
}

/** 2026年3月5日. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function dayAfter(day: string, days: number): string {
  const date = new Date(Date.parse(day) + days * 86_400_000);
  return date.toISOString().slice(0, 10);
}
