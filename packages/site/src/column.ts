import { z } from 'zod';

const text = z.string().trim().min(1);
const count = z.int().nonnegative();

/**
 * `dist/site.json` of an app: what putting the sites together needs to know of a column.
 * `base` is the county's own (`/anyue/`), without the environment's prefix.
 * Strict, because the file is written by our own theme: a key that is not known is a slip.
 */
export const siteFile = z.strictObject({
  county: z.string().regex(/^[a-z][a-z0-9-]*$/, '应为小写字母、数字和连字符，如 anyue'),
  name: text,
  level: z.enum(['province', 'city', 'county']),
  /** The upper level's county, whose portal shows this one. */
  parent: z.string().exactOptional(),
  base: z.string(),
  title: text,
  demo: z.boolean(),
  /** When the newest of them was published, as far as that is known; absent while there is none. */
  newest: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, '应为日期，如 2023-05-29')
    .optional(),
  /** How many entries count as disclosed. */
  entries: count,
  pages: count,
  /** Script that fills a search page, below the base: the page over all columns uses it too. */
  search: text.exactOptional(),
});

export type SiteFile = z.infer<typeof siteFile>;

/** A column in its place: `path` is its address from the root of the origin, prefix included. */
export interface Column extends SiteFile {
  path: string;
}

/** `columns.json` at the root of the output: the same list as the index page, for machines. */
export const columnsFile = z.object({
  base: z.string(),
  site: z.string().optional(),
  columns: z.array(siteFile.extend({ path: z.string() })),
});

export type ColumnsFile = z.infer<typeof columnsFile>;

export const COLUMNS_FILE = 'columns.json';

const ranks = { province: 0, city: 1, county: 2 } as const;

/** Provinces, cities, counties; by id within a level. A pure function of the set, not its order. */
export function inOrder<T extends SiteFile>(columns: readonly T[]): T[] {
  return [...columns].sort(
    (a, b) => ranks[a.level] - ranks[b.level] || (a.county < b.county ? -1 : 1),
  );
}

const messagesInChinese = z.locales.zhCN().localeError;

/** Reads unknown data as a `site.json`: the value, or one Chinese sentence for each fault. */
export function readSiteFile(data: unknown): { value: SiteFile } | { faults: string[] } {
  const result = siteFile.safeParse(data, { error: messagesInChinese });
  if (result.success) return { value: result.data };
  return {
    faults: result.error.issues.map((issue) =>
      issue.path.length > 0 ? `${issue.path.join('.')}：${issue.message}` : issue.message,
    ),
  };
}
