import { z } from 'zod';

const text = z.string().min(1);

/**
 * One entry as a writer puts it down: what follows from the county's facts and from the item is left out. All other
 * keys are front matter as they stand.
 */
export const storySchema = z.looseObject({
  /** `<domain>/<item>`, a domain alone, or nothing: then the entry stands with its kind. */
  at: text.optional(),
  id: text.optional(),
  kind: text.optional(),
  /** 发布日期; of a series, how many days after the end of each period. */
  on: z.union([text, z.int()]),
  /** A series: `2025-10..2026-09` or `2025Q4..2026Q3`, one entry a period. */
  each: text.optional(),
  title: text,
  body: text.optional(),
  /** A register's table: a table that is derived from the facts, by its name and what it is asked with. */
  table: z.union([text, z.tuple([text, z.unknown()])]).optional(),
  /** A register's table as its writer puts it down, in CSV. */
  rows: text.optional(),
  /** Shorthand of a guide. */
  need: text.optional(),
  steps: text.optional(),
  if: text.optional(),
  days: text.optional(),
});

export type Story = z.infer<typeof storySchema>;
