import type { APIRoute } from 'astro';
import { libraryRows } from '../data/library-rows.ts';
import { LIBRARIES, type LibraryName } from '../rendering/library-filters.ts';
import { pagePaths } from '../rendering/paths.ts';

/** Every document of a library as data, for the page that combines facets. */
export const getStaticPaths = pagePaths(() =>
  Object.keys(LIBRARIES).map((library) => ({ params: { library }, props: { library } })),
);

export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(libraryRows(props['library'] as LibraryName))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
