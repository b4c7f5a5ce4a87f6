/*
 * Addresses that are spoken for: one table for the check, `columns new`, the header files and the putting
 * together of all columns. What stands here can be no part of a column's base, so no column can ever
 * stand over another's pages, data, records or editor, nor over what the site itself has.
 */

/** First segments below a column's base: its pages (the theme's routes), data, records and editor. */
const OF_COLUMN = [
  ...['_astro', 'access', 'admin', 'application', 'assets', 'catalogue', 'counties', 'coverage'],
  ...[
    'data',
    'disclosure',
    'domains',
    'doors',
    'elder',
    'feeds',
    'for',
    'frame',
    'gazette',
    'guides',
  ],
  ...[
    'history',
    'institutions',
    'kinds',
    'kiosk',
    'ledger',
    'library',
    'lists',
    'map',
    'media',
    'money',
    'open-days',
  ],
  ...['openness', 'pagefind', 'periodic', 'projects', 'public', 'questions', 'reports', 'search'],
  ...['tasks', 'towns', 'units', 'upper', 'villages'],
] as const;

/** Names at the site's root that belong to no column, now or later. */
const OF_SITE = ['404', 'api', 'columns', 'editor', 'feed', 'index', 'robots', 'sitemap'] as const;

const RESERVED: ReadonlySet<string> = new Set([...OF_COLUMN, ...OF_SITE]);

/** Whether a segment can be no part of a base; years are a column's entries. */
export function isReservedSegment(segment: string): boolean {
  return /^\d{4}$/.test(segment) || RESERVED.has(segment);
}

/** A base: whole segments between slashes, none of them reserved. */
export const BASE_PATTERN = new RegExp(
  `^/(?:(?!(?:\\d{4}|${[...RESERVED].join('|')})/)[a-z0-9][a-z0-9-]*/)*$`,
);

/** The first segment of a path that is reserved, with its place, or nothing: what is before it is a base. */
export function reservedAt(path: string): { segment: string; at: number } | undefined {
  const segments = path.split('/').slice(1);
  const at = segments.findIndex(isReservedSegment);
  return at < 0 ? undefined : { segment: segments[at] as string, at };
}

/**
 * Folders that servers, data and records tell apart by name alone. An entry, a unit or a town of such
 * a name would be served as the machine's folder is: without its policy, or over a file of another's.
 */
export const RESERVED_IDS = [
  ...['admin', 'assets', 'counties', 'coverage', 'data', 'editor', 'history', 'kiosk'],
  ...['ledger', 'pagefind', 'search'],
] as const;
