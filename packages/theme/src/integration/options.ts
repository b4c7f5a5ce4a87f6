import { z } from 'zod';

const schema = z.strictObject({
  /** The county's folder in `content/`. */
  county: z.string().regex(/^[a-z0-9-]+$/),
  /** The folder that holds all counties, from the app's folder. Default `../../content`. */
  content: z.string().optional(),
});

export type DisclosureColumnOptions = z.input<typeof schema>;
export interface DisclosureColumnSettings {
  readonly county: string;
  readonly content: string;
}

/** Fills in defaults. Throws where an option is wrong, naming it, its value and what it may be. */
export function normalOptions(options: DisclosureColumnOptions): DisclosureColumnSettings {
  const parsed = schema.safeParse(options);
  if (parsed.success) return { ...parsed.data, content: parsed.data.content ?? '../../content' };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'options'}: ${message}`,
  );
  throw new Error(
    `disclosureColumn(${JSON.stringify(options)}) in astro.config.ts:\n${faults.join('\n')}\n` +
      "Write for example disclosureColumn({ county: 'anyue' }).",
  );
}
