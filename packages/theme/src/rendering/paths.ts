import { createHash } from 'node:crypto';
import type { GetStaticPathsOptions } from 'astro';
import { watchedName } from './watched-column.ts';

interface StaticPath {
  readonly params: Record<string, string | number | undefined>;
  readonly props: object;
}

/**
 * Wraps a route's paths: gives each a key of what the page is handed, so that a page is only kept
 * from an earlier build while it would be handed the same (`prerenderer.ts`).
 */
export function pagePaths<P extends StaticPath>(
  paths: (options: GetStaticPathsOptions) => readonly P[],
): (options: GetStaticPathsOptions) => P[] {
  return (options) => paths(options).map((path) => ({ ...path, cacheKey: digestOf(path.props) }));
}

/** Watched objects stand for themselves here: what they hold is noted when the page reads it. */
function digestOf(props: object): string {
  return createHash('sha256')
    .update(JSON.stringify(props, (_, value) => watchedName(value) ?? plain(value)))
    .digest('base64url');
}

function plain(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  if (typeof value === 'function' || (isObject && !isPlain(value))) {
    throw new TypeError('A page is handed something that has no JSON, so no build can compare it.');
  }
  return value;
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
