import type { Entry } from '@columns/content';
import { addressOf, pageAddress } from '@columns/content';

/** Gives the address that a link or picture of a body has on the site; nothing where it has none. */
export type ResolveLink = (url: string) => string | undefined;

/**
 * The address of what a text names: a file beside it, or another entry. The same for `.md` and `.mdx`.
 *
 * @param base what stands before every address of the column
 */
export function resolveBodyLink(entry: Entry, url: string, base: string): string | undefined {
  const [path = '', rest = ''] = cutAt(url, /[?#]/);
  if (path === '') return url;
  const folder = `${entry.id}/`;
  if (path.startsWith(folder)) return base + addressOf(entry) + path.slice(folder.length) + rest;
  if (path.startsWith('/') || /\.mdx?$/.test(path)) {
    return base + pageAddress(path, entry.file, entry.county).slice(1) + rest;
  }
  return undefined;
}

function cutAt(text: string, mark: RegExp): [string, string] {
  const at = text.search(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
