import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';
import { deadlineSchema } from './deadline.ts';

/** On or before a fixed day of the year after the one that is reported on. */
export const fixedDateSchema = z.strictObject({
  kind: z.literal('fixed-date'),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});

export type FixedDate = z.infer<typeof fixedDateSchema>;

/** A deadline that a law or a plan sets for the work as a whole, not for one item. */
export const legalDeadlineSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  rule: z.union([deadlineSchema, fixedDateSchema]),
  /** A county may set its own figure. */
  setting: z.boolean(),
  /** Read in the law itself or a national rule; false where it differs by place. */
  verified: z.boolean(),
  source: textSchema,
  note: textSchema.optional(),
});

export type LegalDeadline = z.infer<typeof legalDeadlineSchema>;

export const deadlinesFileSchema = z.strictObject({ deadlines: z.array(legalDeadlineSchema) });
