import { escapeHtml } from '@columns/export';
import { readMarkup } from '../markup.ts';

/**
 * Makes the addresses of a page relative, so that it reads from a disk: `/anyue/2026/a/` on the page
 * `anyue/index.html` becomes `2026/a/index.html`. Addresses of other sites and of what is not packed
 * stay or lead to the page that says so.
 *
 * @param html the page: what its texts quote stays as it is
 * @param page its path in the folder
 * @param root the prefix before every address
 * @param has whether a path is in the folder
 */
export function relativePage(
  html: string,
  page: string,
  root: string,
  has: (path: string) => boolean,
): string {
  const up = '../'.repeat(page.split('/').length - 1);
  let out = '';
  let at = 0;
  const found = readMarkup(html).attributes.filter(({ name }) => LEADS.test(name));
  for (const { name, value, start, end } of found.sort((a, b) => a.start - b.start)) {
    const address = relativeTo(name, value);
    if (address === undefined || start < at) continue;
    out += `${html.slice(at, start)}${name}="${escapeHtml(address)}"`;
    at = end;
  }
  return out + html.slice(at);

  function relativeTo(name: string, address: string): string | undefined {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
    if (!path.startsWith(root) || path.startsWith('//')) return undefined;
    const below = decoded(path.slice(root.length));
    // What scripts read is a folder they add names to: it stays one.
    if (name.startsWith('data-') && (below === '' || below.endsWith('/'))) {
      return `${up}${below || './'}`;
    }
    const file = [below, `${below}index.html`, `${below}/index.html`].find(
      (one) => one !== '' && has(one),
    );
    return file === undefined ? `${up}not-packed.html` : `${up}${encodeURI(file)}${rest}`;
  }
}

/** Attributes whose addresses are made relative. */
const LEADS = /^(?:href|src|action|data-[a-z-]+)$/;

/** As it stands where its signs are no UTF-8: then it is no file of ours. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** The same for `url(/…)` in a style sheet. */
export function relativeStyles(css: string, file: string, root: string): string {
  const up = '../'.repeat(file.split('/').length - 1);
  return css.replaceAll(
    /url\((["']?)(\/(?!\/)[^)"']*)\1\)/g,
    (whole, quote: string, address: string) =>
      address.startsWith(root) ? `url(${quote}${up}${address.slice(root.length)}${quote})` : whole,
  );
}
