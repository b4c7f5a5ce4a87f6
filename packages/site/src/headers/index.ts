import { apacheHeaders } from './apache.ts';
import { caddyHeaders } from './caddy.ts';
import { cloudflareHeaders } from './cloudflare.ts';
import { nginxHeaders } from './nginx.ts';

/** Servers that a county may have, by name: how each is told the headers of `headersAt`. */
export const HEADER_FILES: Readonly<Record<string, (bases: readonly string[]) => string>> = {
  apache: apacheHeaders,
  caddy: caddyHeaders,
  cloudflare: cloudflareHeaders,
  nginx: nginxHeaders,
};
