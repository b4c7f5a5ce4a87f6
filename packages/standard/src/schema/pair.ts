import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';
import { unitSchema } from './deadline.ts';
import { whereSchema } from './where.ts';

/** One half of a pair: entries of some kinds, or rows of the registers of some forms. */
const halfSchema = z.strictObject({
  /** What it is called in a sentence: 审计结果. */
  name: textSchema,
  kinds: z.array(idSchema).min(1).optional(),
  /** Forms of registers. With `rows` each row is one, else each register. */
  forms: z.array(idSchema).min(1).optional(),
  rows: z.literal(true).optional(),
  where: whereSchema.optional(),
  /** Or so: an entry that has any of these fields, `true` or filled. */
  any: z.array(textSchema).min(1).optional(),
  /**
   * Its day: the way to a field (`published`, `result.published`), or a column of its rows. Of a pair in one
   * list of front matter (`changes`), a field of the list's items.
   */
  day: textSchema.optional(),
});

export type PairHalf = z.infer<typeof halfSchema>;

/** How long after the first half the second must be there: a legal deadline by its id, or so many days. */
const withinSchema = z.union([
  idSchema,
  z.strictObject({ amount: z.int().nonnegative(), unit: unitSchema }),
]);

/**
 * What must be followed by what, and by when: 审计结果 → 整改, 公示 → 结果, 征集 → 反馈. What the halves
 * are and how they find each other is data; what it means to be late, missing or in the wrong order is the same
 * for all (`packages/content/src/pairs/`).
 */
export const pairSchema = z.strictObject({
  id: idSchema,
  /** What is counted: 政策解读. */
  name: textSchema,
  first: halfSchema,
  /** `kinds` and `forms` may be absent where any entry will do that names the first, or where both are one entry. */
  next: halfSchema,
  /**
   * How the halves find each other: fields of the second that name the first (`follows`, `interprets`); `matter`, for
   * the same matter; `same`, where both stand in one entry or row; `join:<id>`, for rows of one key.
   */
  by: z.array(z.string().regex(/^[a-z][a-z-]*(:[a-z0-9-]+)?$/)).min(1),
  /** The list of front matter in whose items both days stand. */
  each: textSchema.optional(),
  /** Absent: in whatever time, and what is missing is only counted. */
  within: withinSchema.optional(),
  /** Asked for from its day on, and never late: no source says in how many days. */
  whenever: z.literal(true).optional(),
  /** Whom the rate counts and the finding accuses: the first half without a second, or the second without a first. */
  counts: z.enum(['first', 'next']).default('first'),
  /** The rules that tell of it, where they are not the general ones. */
  rules: z
    .strictObject({
      late: textSchema.optional(),
      missing: textSchema.optional(),
      /** For a first half without a day. */
      undated: textSchema.optional(),
    })
    .default({}),
  /** What to do where the second half is missing, in one sentence. */
  mend: textSchema.optional(),
  /** The rate on the coverage pages, and how many in a hundred are asked for. */
  rate: z.strictObject({ name: textSchema, target: z.int().min(1).max(100).optional() }).optional(),
  source: textSchema,
});

export type Pair = z.infer<typeof pairSchema>;

export const pairsFileSchema = z.strictObject({ pairs: z.array(pairSchema) });
