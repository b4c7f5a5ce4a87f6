import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import astroLog from 'astro/logger/node';

/**
 * Where a build's messages go (Astro's `logger` setting): to its own log, but for two lines a page, which
 * in a county of ten thousand bury all others. The prerenderer tells how far it is.
 */
export default function log(): AstroLoggerDestination {
  const all = astroLog({});
  return {
    write(event) {
      if (!isOfPage(event)) all.write(event);
    },
  };
}

/** `├─ /map/index.html`, without a line's end, and `(+3ms)` after it. */
function isOfPage({ label, message, newLine }: AstroLoggerMessage): boolean {
  return newLine ? label === 'SKIP_FORMAT' && message.includes('(+') : message.includes('├─');
}
