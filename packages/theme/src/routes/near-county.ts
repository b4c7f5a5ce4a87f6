import type { APIRoute } from 'astro';
import { nearCounty } from '../data/near.ts';

/** The towns that a reader can choose from, and the county's own halls. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(nearCounty())}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
