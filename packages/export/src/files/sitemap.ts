import type { ShownColumn } from '@columns/content';
import { addressOf, isOpen } from '@columns/content';
import { groupBy } from '@columns/standard';
import type { DataFile } from './table-files.ts';

/** What the protocol allows in one file (sitemaps.org). */
const MOST = 50_000;

/**
 * The sitemap: an index, one file for the lists and one for each year's entries. Whole addresses only,
 * so it needs the site's. Withdrawn entries and those not open to all are left out.
 *
 * @param base the column's whole address, `https://example.gov.cn/anyue/`
 */
export function sitemapFiles(column: ShownColumn, base: string): DataFile[] {
  const lists = ['', ...column.domains.map(({ id }) => `domains/${id}/`), 'catalogue/', 'data/'];
  const open = column.entries.filter(isOpen);
  const byYear = groupBy(open, ({ year }) => year);
  const parts: { name: string; updated: string | undefined; urls: string[] }[] = [
    { name: 'lists', updated: column.newest, urls: lists.map((path) => url(base + path)) },
  ];
  for (const [year, entries] of [...byYear].sort(([a], [b]) => b - a)) {
    for (let from = 0; from < entries.length; from += MOST) {
      const part = entries.slice(from, from + MOST);
      parts.push({
        name: from === 0 ? String(year) : `${year}-${from / MOST + 1}`,
        updated: part[0]?.data.published,
        urls: part.map((entry) => url(base + addressOf(entry), entry.data.published)),
      });
    }
  }
  const index = parts.map(({ name, updated }) =>
    [
      '<sitemap>',
      tag('loc', `${base}sitemaps/${name}.xml`),
      updated && tag('lastmod', updated),
      '</sitemap>',
    ]
      .filter(Boolean)
      .join(''),
  );
  return [
    { path: 'sitemap.xml', bytes: document('sitemapindex', index) },
    ...parts.map(({ name, urls }) => ({
      path: `sitemaps/${name}.xml`,
      bytes: document('urlset', urls),
    })),
  ];
}

function url(address: string, day?: string): string {
  return `<url>${tag('loc', address)}${day === undefined ? '' : tag('lastmod', day)}</url>`;
}

function tag(name: string, text: string): string {
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}

function document(root: string, lines: readonly string[]): string {
  const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${space}">\n${lines.join('\n')}\n</${root}>\n`;
}
