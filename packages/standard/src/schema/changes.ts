import { z } from 'zod';
import { pathText } from '../data-error.ts';
import { daySchema, idSchema, itemRefSchema, textSchema } from './common.ts';
import { timingSchema } from './deadline.ts';
import { itemFields } from './item.ts';
import { yearDaySchema } from './period.ts';

const fields = {
  ...itemFields,
  /** A county may write the text alone; its deadlines are then read from it. */
  timing: z.union([textSchema, timingSchema]).optional(),
  edition: textSchema.optional(),
  note: textSchema.optional(),
};

const addSchema = z.strictObject({ domain: idSchema, id: idSchema, ...fields });

const changeSchema = z.strictObject({
  item: itemRefSchema,
  ...fields,
  level1: itemFields.level1.optional(),
  /** The county vouches for the row as it now stands. */
  confirmed: z.boolean().optional(),
});

const dropSchema = z.strictObject({
  item: itemRefSchema,
  /** Why the county does not have it; shown with the catalogue. */
  reason: textSchema,
});

const replaceSchema = z.union([
  z.strictObject({ item: itemRefSchema, by: itemRefSchema, from: daySchema }),
  z.strictObject({ domain: idSchema, by: idSchema, from: daySchema }),
]);

/** One day, or one of every year: `12-20`. */
const filingTermSchema = z.union([daySchema, yearDaySchema], {
  error: '日期（如 2026-12-20），或每年的月-日（如 12-20）',
});

/** When it was done: the day, which stands for its own year, or the day of each year's catalogue. */
const filedSchema = z.union([daySchema, z.record(z.string().regex(/^\d{4}$/), daySchema)], {
  error: '日期（如 2026-12-18），或按年份写（如 { 2025: 2025-12-18, 2026: 2027-01-05 }）',
});

/**
 * 目录的报备和公布: the days by which a catalogue must be filed above and published, and those on which it
 * was. Days that bind are inherited; those of every year bind from the year `since`.
 */
export const filingSchema = z.strictObject({
  'file-by': filingTermSchema.optional(),
  filed: filedSchema.optional(),
  'publish-by': filingTermSchema.optional(),
  published: filedSchema.optional(),
  since: z.int().min(2008).max(2100).optional(),
});

export type CatalogueFiling = z.infer<typeof filingSchema>;

/**
 * `catalogue.yaml` of a place or a file in its `_catalogue/`: what differs from what is inherited. Every
 * part may be left out.
 */
export const catalogueChangesSchema = z.strictObject({
  add: z.array(addSchema).default([]),
  change: z.array(changeSchema).default([]),
  drop: z.array(dropSchema).default([]),
  replace: z.array(replaceSchema).default([]),
  /** 专题: domains that the structure does not have and that stand beside it (`catalogue.yaml` only). */
  topics: z.array(idSchema).default([]),
  filing: filingSchema.optional(),
});

export type CatalogueChanges = z.infer<typeof catalogueChangesSchema>;
export type AddedItem = CatalogueChanges['add'][number];
export type ChangedItem = CatalogueChanges['change'][number];

/** The changes of a county that has none. */
export const noChanges: CatalogueChanges = {
  add: [],
  change: [],
  drop: [],
  replace: [],
  topics: [],
};

/** Something wrong in a county's `catalogue.yaml`, for officers. */
export type CatalogueProblem = {
  code:
    | 'shape'
    | 'unknown-domain'
    | 'domain-not-in-structure'
    | 'topic-taken'
    | 'unknown-item'
    | 'id-taken'
    | 'repeats-item'
    | 'due-without-period'
    | 'changed-twice'
    | 'dropped-twice'
    | 'changed-and-dropped'
    | 'timing-not-understood'
    | 'unknown-replacement'
    | 'replaced-twice'
    | 'replacement-cycle';
  /** Where in the file: `drop[1].item`. */
  path: string;
  /** Chinese: what is wrong and how to mend it. */
  message: string;
};

/**
 * A parsed `catalogue.yaml` as changes. A file of the wrong shape gives `noChanges` and its
 * problems; an empty file is no changes. Never throws.
 */
export function readCatalogueChanges(value: unknown): {
  changes: CatalogueChanges;
  problems: CatalogueProblem[];
} {
  const { localeError } = z.locales.zhCN();
  const result = catalogueChangesSchema.safeParse(value ?? {}, { error: localeError });
  if (result.success) return { changes: result.data, problems: [] };
  const problems = result.error.issues.map(
    ({ path, message }): CatalogueProblem => ({
      code: 'shape',
      path: pathText(path),
      message,
    }),
  );
  return { changes: noChanges, problems };
}
