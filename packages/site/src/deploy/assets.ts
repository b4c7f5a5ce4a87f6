import path from 'node:path';

/** Attributes that make a browser load or offer a file. */
const ATTRIBUTE = /\s(?:src|href|poster|data)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SRCSET = /\ssrcset\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g;

/** Addresses of assets in a page or style sheet, as they are written there. Scripts' texts are no links. */
export function assetsIn(file: string, text: string): string[] {
  if (file.endsWith('.css')) return matches(CSS_URL, text);
  const markup = text
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, '$1');
  const sets = matches(SRCSET, markup).flatMap((set) =>
    set.split(',').map((one) => one.trim().split(/\s/, 1).join('')),
  );
  return [...matches(ATTRIBUTE, markup), ...sets];
}

function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
}

/**
 * The file below the output that an address on a page means, or nothing for what is none of ours to
 * judge: other hosts, `data:` and `mailto:`, pages (they have their own check).
 *
 * @param prefix what stands before every address (`/`, `/repository/`)
 */
export function assetFile(address: string, page: string, prefix: string): string | undefined {
  const plain = address.replaceAll('&amp;', '&').split(/[?#]/, 1).join('');
  if (plain === '' || plain.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(plain))
    return undefined;
  const base = new URL(`${prefix}${encodeURI(page)}`, 'https://local.invalid');
  if (!URL.canParse(plain, base)) return undefined;
  const { pathname } = new URL(plain, base);
  if (!pathname.startsWith(prefix)) return undefined;
  const below = decoded(pathname.slice(prefix.length));
  const extension = path.posix.extname(below);
  return extension === '' || extension === '.html' || below.endsWith('/') ? undefined : below;
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
