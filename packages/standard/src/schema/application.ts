import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** How an application may end, told to whoever applies. */
const outcomeSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** When it is so, and what the applicant gets, in plain words. */
  when: textSchema,
  get: textSchema,
  basis: textSchema,
});

export type ApplicationOutcome = z.infer<typeof outcomeSchema>;

/** A blank to be filled in. */
const blankSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  /** It is a day. */
  day: z.literal(true).optional(),
  /** Lines to write in, where one is not enough. */
  lines: z.int().min(2).max(8).optional(),
});

export type TextBlank = z.infer<typeof blankSchema>;

/** A text with its blanks as `{id}`. */
const standardTextSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** The outcome that it tells. */
  outcome: idSchema.optional(),
  /** When officers use it. */
  use: textSchema,
  basis: textSchema,
  /** Its own blanks, beside those that all share. */
  asks: z.array(blankSchema).min(1),
  title: textSchema,
  /** A letter has paragraphs; the first is whom it is to. */
  paragraphs: z.array(textSchema).min(2).optional(),
  /** A form has rows. */
  rows: z
    .array(
      z.strictObject({
        label: textSchema,
        value: z.string(),
        lines: z.int().min(2).max(8).optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Which of the `remedies` ends the letter. */
  remedy: z.enum(['plain', 'review-first']).optional(),
  /** The letter bears organ and date. */
  signed: z.literal(true).optional(),
  note: textSchema.optional(),
});

export type StandardText = z.infer<typeof standardTextSchema>;

/** `data/application.yaml`: how applications for information are answered. */
export const applicationFileSchema = z
  .strictObject({
    source: textSchema,
    outcomes: z.array(outcomeSchema).length(7),
    fields: z.array(blankSchema).min(1),
    remedies: z.strictObject({ plain: textSchema, 'review-first': textSchema }),
    texts: z.array(standardTextSchema).min(1),
  })
  .superRefine(({ outcomes, fields, remedies, texts }, ctx) => {
    const fault = (id: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: ['texts', id], message });
    const shared = new Set(fields.map(({ id }) => id));
    for (const { id, asks, paragraphs = [], rows = [], remedy, outcome, note = '' } of texts) {
      if ((paragraphs.length === 0) === (rows.length === 0))
        fault(id, 'has either paragraphs or rows');
      if (outcome !== undefined && !outcomes.some((one) => one.id === outcome))
        fault(id, `tells an outcome that is none: ${outcome}`);
      const known = new Set([...shared, ...asks.map((ask) => ask.id)]);
      const words = [...paragraphs, ...rows.map(({ value }) => value), note];
      if (remedy !== undefined) words.push(remedies[remedy]);
      const used = new Set(words.flatMap(blanksIn));
      for (const blank of used) if (!known.has(blank)) fault(id, `has an unknown blank: ${blank}`);
      for (const ask of asks) {
        if (shared.has(ask.id)) fault(id, `asks for what all share: ${ask.id}`);
        if (!used.has(ask.id)) fault(id, `asks for what it does not say: ${ask.id}`);
      }
    }
  });

export type ApplicationStandard = z.infer<typeof applicationFileSchema>;

/** The blanks that a text names. */
export function blanksIn(text: string): string[] {
  return [...text.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, id]) => id as string);
}
