import { early } from '../client/access/early.ts';

/** `early.js`: the one script that runs before a page is painted. A file, for a page holds no code. */
export function GET(): Response {
  return new Response(`(${early})();\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
}
