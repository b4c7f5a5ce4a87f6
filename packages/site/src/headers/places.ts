/** What a server is told of a site. */
export interface ServedSite {
  /** Whole bases of the columns, prefix included: `/repository/anyue/`. */
  readonly bases: readonly string[];
  /**
   * Paths from the site's root that were published and are not any more: they answer 410. One that ends with
   * `/` means all below it.
   */
  readonly gone?: readonly string[] | undefined;
}

/** Each column's own page for what is not found, the deepest base first: the first that fits holds. */
export function missingPages(bases: readonly string[]): { base: string; page: string }[] {
  return [...bases]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((base) => ({ base, page: `${base}404.html` }));
}

/**
 * A pattern of the bases: a folder of ours is one right below a base. By its name alone, an entry or a unit
 * of that name would be served with the folder's policy, or with none.
 */
export function basesPattern(bases: readonly string[]): string {
  return `^(?:${bases.map(literal).join('|')})`;
}

/** A pattern of a path, or of all below a folder. */
export function pathPattern(path: string): string {
  return `^${literal(path)}${path.endsWith('/') ? '' : '$'}`;
}

/** A path as it stands in a pattern. */
export function literal(path: string): string {
  return path.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
