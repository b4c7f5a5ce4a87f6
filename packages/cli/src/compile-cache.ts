import { join } from 'node:path';

/** Where Node keeps what it has compiled, ours and what we start; safe to delete. */
export const COMPILE_CACHE = join(
  import.meta.dirname,
  '../../../node_modules/.cache/columns/compile',
);
