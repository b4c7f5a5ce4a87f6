import { contentType as typeOf } from '@columns/export/media-types';

/** The Content-Type for a path, as every host should send it; nothing where no ending tells. */
export function contentType(pathname: string): string | undefined {
  // A folder may be called `a.json`; what is served for `a.json/` is its index page.
  return pathname.endsWith('/') ? undefined : typeOf(pathname);
}
