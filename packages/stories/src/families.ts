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
  return families()
    .filter(({ at }) => !tells.without.includes(at))
    .map((family, index) => storyOf(family, index, facts, ways));
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

/** How an office begins such a text; which of them is used goes by the county and the family. */
const BEGINNINGS: readonly string[] = [
  '现将有关情况公布如下。',
  '为便于群众办事和监督，说明如下。',
  '根据公开目录的要求，现予公布。',
  '按照工作安排，主要情况如下。',
  '近期咨询较多，集中说明如下。',
  '依照规定的公开时限，现公开下列内容。',
  '经审核，现将主要内容公开。',
  '本项信息按年度更新，最新情况如下。',
  '为方便查阅，把要点整理如下。',
];

function storyOf(family: Family, index: number, facts: Facts, ways: readonly number[]): Story {
  const { said, title, between, ...rest } = family;
  const { tells } = facts;
  const on = dayOf(index, spanOf(facts, between));
  const late = (tells?.late ?? 0) > 0 && index % 5 === 0;
  const [first = '', ...others] = said.map((choices, at) => choices[ways[at] ?? 0] ?? '');
  const beginning = BEGINNINGS[(index * 2 + (tells?.row ?? 0)) % BEGINNINGS.length] ?? '';
  const unit = facts.units.find(
    ({ id }) => id === facts.domains[family.at.split('/')[0] ?? '']?.unit,
  );
  const points = others.map((text, at) => `${at + 1}. ${text}`).join('\n');
  const body = `${beginning}${first}\n\n${points}\n\n联系单位：${unit?.name ?? facts.name}，电话{电话}。`;
  const fields = Object.fromEntries(
    FIELDS.flatMap((field, at) => {
      const value = rest[field];
      return Array.isArray(value) ? [[field, value[ways[at] ?? 0]]] : [];
    }),
  );
  const story: Story = {
    ...rest,
    ...fields,
    on: late ? dayAfter(on, tells?.late ?? 0) : on,
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

/** What a family's text may ask for beside the county's words: the quarter before, a number of its own scale. */
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
    /\{(季|期数|数:([\d.]+))\}/g,
    (whole, name: string, scale: string | undefined) => word(name, scale) ?? whole,
  );
  return JSON.parse(text) as Story;
}

/** Families are told one after the other over the county's time; weekends are passed over. */
function dayOf(index: number, [from, to]: readonly [string, string]): string {
  const [start, days] = [Date.parse(from), (Date.parse(to) - Date.parse(from)) / 86_400_000];
  const day = new Date(start + Math.floor((((index * 23) % 59) / 59) * days) * 86_400_000);
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function dayAfter(day: string, days: number): string {
  const date = new Date(Date.parse(day) + days * 86_400_000);
  return date.toISOString().slice(0, 10);
}
