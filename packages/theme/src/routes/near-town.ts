import type { Town } from '@columns/content';
import type { APIRoute } from 'astro';
import { getColumn } from '../data/column.ts';
import { nearTown } from '../data/near.ts';
import { pagePaths } from '../rendering/paths.ts';

export const getStaticPaths = pagePaths(() =>
  getColumn().towns.map((town) => ({ params: { town: town.id }, props: { town } })),
);

/** Hall, hours and notices of one town, for the scripts of pages that show the reader's own. */
export const GET: APIRoute<{ town: Town }> = ({ props }) =>
  new Response(`${JSON.stringify(nearTown(props.town))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
