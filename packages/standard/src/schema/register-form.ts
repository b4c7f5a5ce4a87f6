import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';
import { fiveOpen } from './item.ts';

/**
 * What may stand in a cell. A `date` may be a year or a month, where no more is known. The `masked-*` types are the masks in use for personal data: a mobile
 * number `138****1234`, an identity number's first 2 and last 3, an account without its middle, an
 * address down to the town. `person` may be whole or masked, `masked-person` shows the family name.
 * `entries` are ids of entries; `proofs` may be pages, and what other counties have, too.
 */
export const cellTypes = [
  'text',
  'day',
  'date',
  'amount',
  'count',
  'choice',
  'person',
  'masked-person',
  'masked-phone',
  'masked-id',
  'masked-account',
  'town-address',
  'entries',
  'proofs',
  'url',
] as const;

export type CellType = (typeof cellTypes)[number];

/** Where forms are listed, in this order. */
export const formGroups = {
  funds: '财政资金和补贴',
  powers: '权责和收费清单',
  services: '服务和审批清单',
  enforcement: '执法和监管',
  resources: '监管结果和资源配置',
  directories: '名录',
  periodic: '定期公开',
  work: '政务公开工作',
  tasks: '任务清单',
} as const;

export type FormGroup = keyof typeof formGroups;

export const formColumnSchema = z.strictObject({
  name: textSchema,
  type: z.enum(cellTypes).default('text'),
  /** For `choice`. */
  values: z.array(textSchema).min(1).optional(),
  /** The column may be left out altogether. */
  optional: z.literal(true).optional(),
  /** Its cells may be empty; those of an optional column always may. */
  blank: z.literal(true).optional(),
  /** Whether a row of totals holds the sum of this column. */
  sum: z.literal(true).optional(),
});

export type FormColumn = z.infer<typeof formColumnSchema>;

/** A register whose columns are fixed, by law, by a plan or by what its item asks for. */
export const registerFormSchema = z.strictObject({
  id: idSchema,
  /** What officers write as `form`. */
  name: textSchema,
  group: z.enum(Object.keys(formGroups) as [FormGroup, ...FormGroup[]]),
  /** Which part of the work it shows (五公开, `five.yaml`). */
  five: z.enum(fiveOpen),
  /** One line for the officer who must choose a form. */
  hint: textSchema,
  /** In the order they are shown; none where the item's elements are the columns. */
  columns: z.array(formColumnSchema),
  /** The columns are the elements of the item the register is filed under; others may be added. */
  elements: z.literal(true).optional(),
  /** Rows of totals: the column in which they say 合计, and the one by which they are grouped. */
  totals: z.strictObject({ label: textSchema, group: textSchema.optional() }).optional(),
  /** Groups of `totals` that make a balance: what the opening comes to, with what came in and went out. */
  balance: z
    .strictObject({ opening: textSchema, in: textSchema, out: textSchema, closing: textSchema })
    .optional(),
  /**
   * What is compared from period to period: columns of figures, as their totals say; `by` names the column
   * whose values are compared apart, and `measure` the one in which rows say their unit.
   */
  trend: z
    .strictObject({
      figures: z.array(textSchema).min(1),
      by: textSchema.optional(),
      measure: textSchema.optional(),
    })
    .optional(),
  /**
   * What of one table is drawn: the sums of `amount` by the values of each column of `by`, apart for each value of
   * `group`. `before` is the same a year earlier, `planned` what had been planned; `per` says of what a row is one.
   */
  picture: z
    .strictObject({
      amount: z.array(textSchema).min(1),
      by: z.array(textSchema).min(1),
      group: textSchema.optional(),
      before: textSchema.optional(),
      planned: textSchema.optional(),
      per: textSchema.optional(),
      /** The value of `group` whose total is told per head of those who live in the county. */
      residents: textSchema.optional(),
    })
    .optional(),
  source: textSchema,
});

export type RegisterForm = z.infer<typeof registerFormSchema>;

export const registerFormsFileSchema = z.strictObject({ forms: z.array(registerFormSchema) });
