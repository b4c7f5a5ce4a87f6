import { z } from 'zod';
import { textSchema } from './common.ts';

/** The way to a field of front matter as officers write it: `published`, `result.published`. */
export const fieldSchema = z.string().regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*)*$/, {
  error: 'a field of front matter, such as published or result.published',
});

/**
 * Which entries or rows are meant: by field of front matter, or by column of a form, the values of which it
 * has one; `true` where any will do. Of several fields each must hold.
 */
export const whereSchema = z.record(z.string(), z.union([z.array(textSchema).min(1), z.boolean()]));

export type Where = z.infer<typeof whereSchema>;
