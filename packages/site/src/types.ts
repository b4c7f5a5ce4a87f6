import path from 'node:path';

/** What the file server's own table lacks or gives without a charset: Chinese text needs one. */
const types: Record<string, string> = {
  '.css': 'text/css;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.ics': 'text/calendar;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.md': 'text/markdown;charset=utf-8',
  '.mjs': 'text/javascript;charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.txt': 'text/plain;charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml;charset=utf-8',
};

/** The media type for a path, where it differs from what the file server would say. */
export function contentType(pathname: string): string | undefined {
  // A folder may be called `a.json`; what is served for `a.json/` is its index page.
  if (pathname.endsWith('/')) return undefined;
  return types[path.posix.extname(pathname).toLowerCase()];
}
