import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** One thing that a text must say, and the words of which one shows that it does. */
const saysSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  words: z.array(textSchema).min(1),
});

export type StatutoryPoint = z.infer<typeof saysSchema>;

/** One of the four parts that a disclosure column opens with. */
const entrySchema = z.strictObject({
  id: z.enum(['guide', 'rules', 'proactive', 'annual-report']),
  name: textSchema,
  basis: textSchema,
  says: z.array(saysSchema).min(1),
  /** What it must give of the office in charge: the six fields of article 12. */
  contact: z.array(saysSchema).min(1).optional(),
});

export type StatutoryEntry = z.infer<typeof entrySchema>;

/** 20.1 is 第二十条第一项; article 21 numbers neither the county's list nor the town's (`21t`): their order does. */
export const statutoryClassIdSchema = z.string().regex(/^(?:20|21t?)\.[1-9]\d?$/);

const classSchema = z.strictObject({
  id: statutoryClassIdSchema,
  /** The matter in the words of the law. */
  name: textSchema,
  for: z.array(z.enum(['county', 'unit', 'town'])).min(1),
});

export type StatutoryClass = z.infer<typeof classSchema>;

/** `data/statute.yaml`: what 《政府信息公开条例》 asks of every publisher. */
export const statuteFileSchema = z.strictObject({
  source: textSchema,
  entries: z.array(entrySchema).length(4),
  classes: z.array(classSchema).min(1),
});

export type Statute = z.infer<typeof statuteFileSchema>;
