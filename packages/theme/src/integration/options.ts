import { z } from 'zod';

/** The parts of a page that a county may replace whole. */
export const SLOTS = ['Footer', 'Masthead'] as const;
export type Slot = (typeof SLOTS)[number];

const schema = z.strictObject({
  /** The county's folder in `content/`. */
  county: z.string().regex(/^[a-z0-9-]+$/),
  /** The folder that holds all counties, from the app's folder. Default `../../content`. */
  content: z.string().optional(),
  /** Stylesheets of the county's own, from the app's folder; they come after the theme's. */
  styles: z.array(z.string()).optional(),
  /** Components of the county's own instead of the theme's, by slot, from the app's folder. */
  components: z.partialRecord(z.enum(SLOTS), z.string()).optional(),
});

export type DisclosureColumnOptions = z.input<typeof schema>;
export interface DisclosureColumnSettings {
  readonly county: string;
  readonly content: string;
  readonly styles: readonly string[];
  readonly components: Readonly<Partial<Record<Slot, string>>>;
}

/** Fills in defaults. Throws where an option is wrong, naming it, its value and what it may be. */
export function normalOptions(options: DisclosureColumnOptions): DisclosureColumnSettings {
  const parsed = schema.safeParse(options);
  if (parsed.success) {
    const { county, content = '../../content', styles = [], components = {} } = parsed.data;
    return {
      county,
      content,
      styles,
      components: components as DisclosureColumnSettings['components'],
    };
  }
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'options'}: ${message}`,
  );
  throw new Error(
    `disclosureColumn(${JSON.stringify(options)}) in astro.config.mjs:\n${faults.join('\n')}\n` +
      "Write for example disclosureColumn({ county: 'anyue' }).",
  );
}
