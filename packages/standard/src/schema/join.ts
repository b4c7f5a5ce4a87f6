import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';
import { fieldSchema, whereSchema } from './where.ts';

/**
 * Who carries a key: a column of the registers of a form, a field of a kind's entries (`records.entry`
 * looks into a list), or the county's own list of units by their names.
 */
export const carrierSchema = z
  .strictObject({
    form: idSchema.optional(),
    column: textSchema.optional(),
    kind: idSchema.optional(),
    field: fieldSchema.optional(),
    list: z.literal('units').optional(),
    /** What it is called beside the others; a form's or kind's own name when absent. */
    as: textSchema.optional(),
    /** A cell may hold several, with 、 between them. */
    many: z.literal(true).optional(),
    /** Only these rows or entries. */
    where: whereSchema.optional(),
  })
  .refine(
    ({ form, column, kind, field, list }) =>
      [
        form !== undefined && column !== undefined,
        kind !== undefined && field !== undefined,
        list,
      ].filter(Boolean).length === 1,
    { error: 'form with column, or kind with field, or list' },
  );

export type JoinCarrier = z.infer<typeof carrierSchema>;

/** A key that several forms and kinds share: 职权编码 on a power, its guide, its fee and its permits. */
export const joinSchema = z.strictObject({
  id: idSchema,
  /** The key's name, as it stands above its cells: 职权编码. */
  name: textSchema,
  carriers: z.array(carrierSchema).min(2),
  /**
   * The form, kind or list that says which keys there are. Once a county has it, a key that stands only
   * elsewhere is a join to nothing.
   */
  home: idSchema.optional(),
  /** Which half must not be missing: 有权力无指南. */
  lacks: z
    .array(
      z.strictObject({
        /** How the finding begins: 有权力无指南. */
        name: textSchema,
        /** The carrier that is there, by its form, kind or list, and which of its rows. */
        of: idSchema,
        where: whereSchema.optional(),
        /** The carrier that must be there too. */
        needs: idSchema,
        /** Nobody is asked before the other half has anything. */
        begun: z.literal(true).optional(),
        /** What to do, in one sentence. */
        mend: textSchema,
        source: textSchema,
      }),
    )
    .default([]),
  source: textSchema,
});

export type Join = z.infer<typeof joinSchema>;

export const joinsFileSchema = z.strictObject({ joins: z.array(joinSchema) });
