import type { Entry } from '@columns/content';
import { toCsv } from '@columns/export';
import type { APIRoute } from 'astro';
import { registerPaths, tableOf } from '../data/registers.ts';
import { pagePaths } from '../rendering/paths.ts';

export const getStaticPaths = pagePaths(registerPaths);

export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(toCsv(tableOf(props.entry)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
