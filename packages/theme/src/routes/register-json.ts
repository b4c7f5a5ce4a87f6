import type { Entry } from '@columns/content';
import { toJson } from '@columns/export';
import type { APIRoute } from 'astro';
import { getColumn } from '../data/column.ts';
import { registerPaths, tableOf } from '../data/registers.ts';
import { pagePaths } from '../rendering/paths.ts';

export const getStaticPaths = pagePaths(registerPaths);

export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(toJson(props.entry, tableOf(props.entry), getColumn()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
