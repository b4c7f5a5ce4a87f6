import type { Entry } from '@columns/content';
import { toJson } from '@columns/export';
import type { APIRoute } from 'astro';
import { registerPaths, tableOf } from '../data/registers.ts';

export const getStaticPaths = registerPaths;

export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(toJson(props.entry, tableOf(props.entry)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
