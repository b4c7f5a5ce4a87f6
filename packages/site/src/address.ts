import { reservedAt } from '@columns/standard';
import type { Problem } from './problem.ts';

/** What is wrong with a column's own base, or nothing. */
export function checkBase(base: string, where: string): Problem | undefined {
  if (!/^\/(?:[a-z0-9][a-z0-9-]*\/)*$/.test(base)) {
    return {
      code: 'bad-base',
      where,
      message: `base“${base}”不是路径`,
      mend: '在 county.yaml 把 base 写成以“/”开头和结尾的小写字母、数字、连字符，如 /anyue/',
    };
  }
  const reserved = reservedAt(base);
  if (reserved !== undefined) {
    return {
      code: 'reserved-base',
      where,
      message: `base“${base}”的${reserved.at === 0 ? '第一段' : '其中一段'}“${reserved.segment}”是保留名称`,
      mend: '在 county.yaml 换一个 base，如县区的拼音',
    };
  }
  return undefined;
}

/**
 * The environment's prefix in its one form: begins and ends with `/`. An empty value and a missing
 * last `/` are accepted, for hosts hand out `/repository` or nothing. Wrong values come back as
 * `undefined`.
 */
export function normalPrefix(prefix: string | undefined): string | undefined {
  const value = prefix === undefined || prefix === '' ? '/' : prefix;
  const whole = value.endsWith('/') ? value : `${value}/`;
  return /^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/.test(whole) ? whole : undefined;
}

/** The origin in its one form (`https://example.org`), or `undefined` if it is none. */
export function normalSite(site: string): string | undefined {
  if (!URL.canParse(site)) return undefined;
  const url = new URL(site);
  const plain = url.pathname === '/' && url.search === '' && url.hash === '';
  return plain && /^https?:$/.test(url.protocol) && url.username === '' ? url.origin : undefined;
}

/** Prefix and base as one path: `/repository/` and `/anyue/` give `/repository/anyue/`. */
export function joinBase(prefix: string, base: string): string {
  return prefix + base.slice(1);
}
