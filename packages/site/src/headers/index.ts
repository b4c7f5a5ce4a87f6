import { apacheHeaders } from './apache.ts';
import { caddyHeaders } from './caddy.ts';
import { cloudflareHeaders } from './cloudflare.ts';
import { nginxHeaders } from './nginx.ts';
import type { ServedSite } from './places.ts';

export type { ServedSite } from './places.ts';

/** Servers that a county may have, by name: how each is told the headers of `headersAt`. */
export const HEADER_FILES: Readonly<Record<string, (site: ServedSite) => string>> = {
  apache: apacheHeaders,
  caddy: caddyHeaders,
  cloudflare: cloudflareHeaders,
  nginx: nginxHeaders,
};
