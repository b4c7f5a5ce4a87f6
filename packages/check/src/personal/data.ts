import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string().min(1));

/** The tail of the rule by which a kind is told: `personal/<type>`. */
const TYPES = [
  'id-number',
  'mobile',
  'bank-card',
  'address',
  'document',
  'plate',
  'contact',
] as const;
export type PersonalType = (typeof TYPES)[number];

/** What each is called where several are counted. */
export const TYPE_NAMES: Readonly<Record<PersonalType, string>> = {
  'id-number': '身份证号码',
  mobile: '手机号码',
  'bank-card': '银行卡号',
  address: '住址',
  document: '证件号码',
  plate: '车牌号',
  contact: '个人联系方式',
};

const kind = z.strictObject({
  id: z.string(),
  name: z.string(),
  rule: z.enum(TYPES),
  form: z.string(),
  labels: words,
  listed: words.default([]),
  alone: z.enum(['id', 'mobile', 'card']).optional(),
  unless: words.default([]),
  written: z.boolean().default(false),
  mask: z.tuple([z.int(), z.int()]),
  source: z.string(),
});

const schema = z.strictObject({
  kinds: z.array(kind),
  provinces: z.array(z.int()),
  mobile: z.string(),
  cards: z.string(),
  codes: words,
  'persons-number': words,
  office: words,
  'unit-accounts': words,
  amounts: words,
  homes: words,
  'person-heads': words,
  'institution-heads': words,
  'place-heads': words,
  offices: words,
});

/** A kind of number of a person's own: a row of `data/personal.yaml`. */
export type PersonalKind = z.infer<typeof kind>;

/** `data/personal.yaml`: how personal numbers look, and what stands beside those that are none. */
export const PERSONAL = schema.parse(
  parse(readFileSync(new URL('../../data/personal.yaml', import.meta.url), 'utf8')),
);

/** One of `list`, as a part of a pattern. */
export function oneOf(list: readonly string[]): string {
  const longest = [...list].sort((a, b) => b.length - a.length);
  return `(?:${longest.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')})`;
}
