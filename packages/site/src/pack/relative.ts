/**
 * Makes the addresses of a page relative, so that it reads from a disk: `/anyue/2026/a/` on the page
 * `anyue/index.html` becomes `2026/a/index.html`. Addresses of other sites and of what is not packed
 * stay or lead to the page that says so.
 *
 * @param html a page of ours: attributes are in double quotes
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
  const depth = page.split('/').length - 1;
  const up = '../'.repeat(depth);
  return html.replaceAll(
    /(\s(?:href|src|action|data-[a-z-]+)=)"(\/(?!\/)[^"]*)"/g,
    (whole, attribute: string, address: string) => {
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
      if (!path.startsWith(root)) return whole;
      const below = decodeURI(path.slice(root.length));
      // What scripts read is a folder they add names to: it stays one.
      if (/^\sdata-/.test(attribute) && (below === '' || below.endsWith('/'))) {
        return `${attribute}"${up}${below || './'}"`;
      }
      const file = [below, `${below}index.html`, `${below}/index.html`].find(
        (one) => one !== '' && has(one),
      );
      if (file === undefined) return `${attribute}"${up}not-packed.html"`;
      return `${attribute}"${up}${encodeURI(file)}${rest}"`;
    },
  );
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
