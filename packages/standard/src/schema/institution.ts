import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** One thing that a public institution discloses. */
export const institutionItemSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  elements: z.array(textSchema).min(1).optional(),
});

export type InstitutionItem = z.infer<typeof institutionItemSchema>;

/** A trade of 公共企事业单位, with the rule that binds it and what it must disclose. */
export const sectorSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** The ministry's rule, by name and number where known. */
  rule: textSchema,
  /** The items were read in that rule; false where they come from memory and local catalogues. */
  verified: z.boolean(),
  items: z.array(institutionItemSchema).min(1),
});

export type Sector = z.infer<typeof sectorSchema>;

export const institutionsFileSchema = z.strictObject({
  /** What obliges them all. */
  source: textSchema,
  sectors: z.array(sectorSchema).min(1),
});

export type InstitutionStandard = z.infer<typeof institutionsFileSchema>;
