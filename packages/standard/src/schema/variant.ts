import { z } from 'zod';
import { idSchema, itemRefSchema, textSchema } from './common.ts';
import { itemFieldNames } from './item.ts';

/**
 * A row as one place prints it, in its own words: never an item of the standard, and no other
 * place's. It shows how else an item is called, and which rows a place has added.
 */
export const variantSchema = z.strictObject({
  /** Where it was read: 某县, with the edition where the page says one. */
  place: textSchema,
  /** The item that it words differently; absent for a row that the standard does not have. */
  item: itemRefSchema.optional(),
  level1: textSchema.optional(),
  level2: textSchema.optional(),
  level3: textSchema.optional(),
  elements: z.array(textSchema).min(1).optional(),
  basis: textSchema.optional(),
  /** 公开时限 as printed: odd ones too. */
  timing: textSchema.optional(),
  /** What is odd in its 公开时限. */
  odd: textSchema.optional(),
  /** 公开主体 as printed: that place's own unit. */
  'sample-subject': textSchema.optional(),
  /** 公开渠道和载体 as printed. */
  channels: z.array(textSchema).min(1).optional(),
  audience: textSchema.optional(),
  method: textSchema.optional(),
  levels: z.array(textSchema).min(1).optional(),
  /** Read on a government page, or only in a copy somewhere else. */
  read: z.enum(['government', 'copy']),
  truncated: z.literal(true).optional(),
  incomplete: z.array(z.enum(itemFieldNames)).min(1).optional(),
  note: textSchema.optional(),
  /** The government page. A copy's address is given nowhere. */
  source: z.url().optional(),
});

export type Variant = z.infer<typeof variantSchema>;

/** `data/variants/<domain>.yaml`. */
export const variantsFileSchema = z.strictObject({
  domain: idSchema,
  variants: z.array(variantSchema).min(1),
});

/** The variants of one domain, or of a field that is none of ours. */
export type DomainVariants = z.infer<typeof variantsFileSchema>;
