import path from 'node:path';
import { readMarkup } from '../markup.ts';

/** Attributes that make a browser load or offer a file; `data` only on an object. */
const ADDRESSES = new Set(['src', 'href', 'xlink:href', 'poster', 'data', 'background']);
const SETS = new Set(['srcset', 'imagesrcset']);
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g;

/** Addresses of assets in a page or style sheet, as they are written there. Scripts' texts are no links. */
export function assetsIn(file: string, text: string): string[] {
  if (file.endsWith('.css')) return inStyles(text);
  const { attributes, styles } = readMarkup(text);
  return [
    ...attributes.flatMap(({ element, name, value }) => {
      if (SETS.has(name)) return inSet(value);
      return ADDRESSES.has(name) && (name !== 'data' || element === 'object') ? [value] : [];
    }),
    ...styles.flatMap(inStyles),
  ];
}

function inStyles(css: string): string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...rules.matchAll(CSS_URL)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
}

function inSet(set: string): string[] {
  return set
    .split(',')
    .map((one) => one.trim().split(/\s/, 1).join(''))
    .filter((one) => one !== '');
}

/** Where an attribute of ours may begin: a browser finds none where its name does not stand in the source. */
const MAYBE = /(?<=[\s"'/])(?:xlink:href|imagesrcset|srcset|src|href|poster|data|background)\s*=/gi;
/** The form in which our own pages have them; nothing else in it needs a parser to be read. */
const PLAIN = /(?<=\s)(?:(srcset)|src|href|poster|data)="([^"&]*)"/g;

/**
 * Whether a page needs no file but such as `has` knows, told without a parser: everything in it that could
 * be an attribute is one in plain form, and each is there. `false` means only that a parser must judge.
 */
export function plainlyWhole(html: string, isThere: (address: string) => boolean): boolean {
  if (/<style|\0/i.test(html)) return false;
  let plain = 0;
  for (const [, set, value = ''] of html.matchAll(PLAIN)) {
    plain += 1;
    if (!(set === undefined ? [value] : inSet(value)).every(isThere)) return false;
  }
  return plain === (html.match(MAYBE)?.length ?? 0);
}

/**
 * The file below the output that an address on a page means, or nothing for what is none of ours to
 * judge: other hosts, `data:` and `mailto:`, pages (they have their own check).
 *
 * @param prefix what stands before every address (`/`, `/repository/`)
 */
export function assetFile(address: string, page: string, prefix: string): string | undefined {
  const plain = address.trim().split(/[?#]/, 1).join('');
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
