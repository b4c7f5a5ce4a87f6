import { z } from 'zod';
import { idSchema, itemRefSchema, textSchema } from './common.ts';
import { fiveOpen } from './item.ts';

const partSchema = z.strictObject({
  name: z.enum(fiveOpen),
  /** What it tells, in a citizen's words. */
  about: textSchema,
  /** Kinds of entries, forms of registers (by name) and items that show it. */
  kinds: z.array(idSchema).default([]),
  forms: z.array(textSchema).default([]),
  items: z.array(itemRefSchema).default([]),
});

export type FiveOpenPart = z.infer<typeof partSchema>;

/** `data/five.yaml`: 五公开. */
export const fiveFileSchema = z.strictObject({
  source: textSchema,
  parts: z.array(partSchema).length(fiveOpen.length),
});

export type FiveOpen = z.infer<typeof fiveFileSchema>;
