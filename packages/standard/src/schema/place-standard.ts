import { z } from 'zod';
import { daySchema, idSchema, textSchema } from './common.ts';

/** One thing that a place must have: its name as the plan prints it, and other words that say the same. */
const needSchema = z
  .union([textSchema, z.strictObject({ name: textSchema, words: z.array(textSchema).min(1) })])
  .transform((value): PlaceNeed => (typeof value === 'string' ? { name: value } : value));

export type PlaceNeed = { name: string; words?: string[] };

/** What one plan asks of places that people come to: zones, query points, shelves of gazettes. */
export const placeStandardSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  source: textSchema,
  /** Forms of places (服务场所 `form`) of which every town must have one, and by when. */
  towns: z.array(textSchema).min(1).optional(),
  by: daySchema.optional(),
  places: z
    .array(
      z.strictObject({
        forms: z.array(textSchema).min(1),
        equipment: z.array(needSchema).min(1).optional(),
        'on-display': z.array(needSchema).min(1).optional(),
        services: z.array(needSchema).min(1).optional(),
        /** Somebody to ask must be there. */
        staff: z.literal(true).optional(),
        /** It must be accepted (验收) by its upper level. */
        accepted: z.literal(true).optional(),
      }),
    )
    .min(1),
});

export type PlaceStandard = z.infer<typeof placeStandardSchema>;

export const placeStandardsFileSchema = z.strictObject({
  standards: z.array(placeStandardSchema).min(1),
});
