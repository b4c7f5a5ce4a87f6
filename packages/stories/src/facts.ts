import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const DATA = new URL('../data/', import.meta.url);

const text = z.string().min(1);
const whole = z.int().min(0);

const townSchema = z.strictObject({
  id: text,
  name: text,
  /** Residents, in round thousands: made up, and the weight by which figures are divided. */
  people: whole,
  /** 耕地, mu. */
  land: whole.optional(),
  villages: whole.optional(),
  /** Longitude and latitude of its hall, made up; only where the county shows halls. */
  at: z.tuple([z.number(), z.number()]).optional(),
});

const unitSchema = z.strictObject({
  id: text,
  name: text,
  /** 支出预算 by 功能分类科目, 万元. */
  budget: z.record(text, whole).optional(),
  /** “三公”经费: 用车购置, 用车运行, 接待; 万元. */
  expenses: z.tuple([z.number(), z.number(), z.number()]).optional(),
});

const subsidySchema = z.strictObject({
  name: text,
  unit: text,
  /** 科目 of the unit's budget that it is paid from. */
  from: text,
  standard: text,
  counted: text,
  count: whole,
  /** 元 a year for each that is counted. */
  each: z.number().positive(),
  /** What divides it among towns. */
  by: z.enum(['people', 'land']).optional(),
});

/** A county's plain facts: all figures of its texts and tables come from here. */
const factsSchema = z.strictObject({
  county: text,
  name: text,
  year: whole,
  /** The unit that publishes in a domain, and 主题分类. */
  domains: z.record(text, z.strictObject({ unit: text, topic: text })),
  towns: z.array(townSchema),
  units: z.array(unitSchema),
  /** Units whose budget is another level's. */
  directed: z.array(text).optional(),
  /** What is no unit's: 预备费, 债务付息; 万元. */
  unallocated: z.record(text, whole).optional(),
  /** 一般公共预算收入 by 科目, without what balances it; 万元. */
  revenue: z.record(text, whole).optional(),
  transfers: z
    .array(z.tuple([z.enum(['一般性转移支付', '专项转移支付']), text, whole, text, text]))
    .optional(),
  subsidies: z.array(subsidySchema).optional(),
  /** Villages whose accounts are told: what stood there at the beginning, 元. */
  villages: z
    .array(z.strictObject({ id: text, name: text, town: text, opening: z.number() }))
    .optional(),
  /** How the county takes part in the families: its row, its time, what it has told itself, how many days it is late. */
  tells: z
    .strictObject({
      row: z.int().min(0).max(8),
      from: text,
      to: text,
      late: whole.optional(),
      without: z.array(text),
    })
    .optional(),
  /** Named figures and words that texts may ask for. */
  figures: z.record(text, z.union([z.number(), text])),
});

export type Facts = z.infer<typeof factsSchema>;
export type StoryTown = Facts['towns'][number];
export type StoryUnit = Facts['units'][number];
export type Subsidy = NonNullable<Facts['subsidies']>[number];

/** Counties that have facts. */
export const STORY_COUNTIES: readonly string[] = readdirSync(DATA, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'families')
  .map(({ name }) => name)
  .sort();

/** Reads a county's facts. @throws where they are not what the schema asks */
export function readFacts(county: string): Facts {
  return factsSchema.parse(parse(readFileSync(dataFile(`${county}/facts.yaml`), 'utf8')));
}

/** A file below `data/`. */
export function dataFile(path: string): string {
  return fileURLToPath(new URL(path, DATA));
}
