import { z } from 'zod';
import { idSchema, itemRefSchema, textSchema } from './common.ts';
import { fiveOpen } from './item.ts';

const partSchema = z.strictObject({
  name: z.enum(fiveOpen),
  /** What it tells, in a citizen's words. */
  about: textSchema,
  /** Kinds of entries and items that show it; forms of registers say so themselves. */
  kinds: z.array(idSchema).default([]),
  items: z.array(itemRefSchema).default([]),
});

export type FiveOpenPart = z.infer<typeof partSchema>;

/** `data/five.yaml`: 五公开. */
export const fiveFileSchema = z.strictObject({
  source: textSchema,
  parts: z.array(partSchema).length(fiveOpen.length),
});

export type FiveOpen = z.infer<typeof fiveFileSchema>;
