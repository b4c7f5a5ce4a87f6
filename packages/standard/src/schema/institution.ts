import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';
import type { Item } from './item.ts';

/** One thing that a public institution discloses. */
export const institutionItemSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  elements: z.array(textSchema).min(1).optional(),
});

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

/** A trade with all that it must disclose, what every trade does included, as items of a catalogue. */
export type Sector = Omit<z.infer<typeof sectorSchema>, 'items'> & { items: Item[] };

export type InstitutionStandard = { source: string; sectors: Sector[] };

export const institutionsFileSchema = z.strictObject({
  /** What obliges them all. */
  source: textSchema,
  /** What every trade discloses beside its own; a trade's own item of the same id holds instead. */
  common: z.array(institutionItemSchema).default([]),
  sectors: z.array(sectorSchema).min(1),
});
