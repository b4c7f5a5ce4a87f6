import { z } from 'zod';
import { daySchema, idSchema, textSchema } from './common.ts';

/** A domain (领域). */
export const domainSchema = z.strictObject({
  id: idSchema,
  /** The national name, or the most general one. */
  name: textSchema,
  /** Other names in use, for reading tables of other places. */
  aliases: z.array(textSchema).min(1).optional(),
  /** The name of a drawing in the theme: one word. */
  icon: idSchema,
  /** One line that tells citizens what they find here. */
  description: textSchema,
  /** From a date on another domain stands in its place. */
  replaced: z.strictObject({ by: idSchema, from: daySchema }).optional(),
});

export type Domain = z.infer<typeof domainSchema>;

export const domainsFileSchema = z.strictObject({ domains: z.array(domainSchema).min(1) });
