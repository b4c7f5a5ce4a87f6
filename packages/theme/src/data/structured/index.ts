import type { Column, Entry } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import type { Graph, Thing } from 'schema-dts';
import type { PlaceLink } from '../crumbs.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { dataset } from './dataset.ts';
import { legislation } from './legislation.ts';
import { organisation } from './organisation.ts';
import { service } from './service.ts';

/** A page as schema.org's words are to describe it. */
export interface StructuredPage {
  readonly column: Column;
  readonly title: string;
  readonly crumbs: readonly PlaceLink[];
  readonly home: boolean;
  readonly entry: Entry | undefined;
  /** The whole address of a path below the base; as much of one as is known without `SITE`. */
  readonly at: (path: string) => string;
  /** The page's own address. */
  readonly url: string;
}

/**
 * What the page is about in the words of schema.org, as text for a `script` of the type
 * `application/ld+json`: data, no program. The organisation stands on the home page, what an entry
 * is on its own, and the way to the page on every other one.
 */
export function structuredData(page: StructuredPage): string {
  const graph: Graph = {
    '@context': 'https://schema.org',
    '@graph': page.home ? [organisation(page)] : [breadcrumbs(page), ...about(page)],
  };
  // Nothing inside may end the tag it stands in.
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** What is disclosed: nothing is said of what was withdrawn or is not open to all. */
function about(page: StructuredPage): Thing[] {
  const { entry } = page;
  if (!entry || !isOpen(entry)) return [];
  if (isKind(entry, 'policy')) return [legislation(entry, page)];
  if (isKind(entry, 'guide')) return [service(entry, page)];
  if (isKind(entry, 'register') && entry.table) return [dataset(entry, page)];
  return [];
}
