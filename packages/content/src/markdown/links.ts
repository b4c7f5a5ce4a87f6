const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/** What a link in a body points to, or `refused` when a browser could run it or load it unseen. */
export type LinkTarget = 'outside' | 'inside' | 'contact' | 'refused';

/** Browsers drop control characters and spaces inside a scheme; so must the test for one. */
export function linkTarget(url: string): LinkTarget {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what must go
  const bare = url.replaceAll(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (/^[\\/]{2}/.test(bare)) return 'refused';
  const scheme = /^[^/?#]*?:/.exec(bare)?.[0].toLowerCase();
  if (scheme === undefined) return 'inside';
  if (!SCHEMES.includes(scheme)) return 'refused';
  return scheme.startsWith('http') ? 'outside' : 'contact';
}
