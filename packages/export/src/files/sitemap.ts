import type { Entry, ShownColumn } from '@columns/content';
import { addressOf, isOpen } from '@columns/content';
import { groupBy } from '@columns/standard';
import { BESIDE } from '../beside.ts';
import { escapeHtml } from '../escape.ts';
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
  const first: Part = {
    name: 'lists',
    updated: column.newest,
    urls: lists.map((path) => url(base + path)),
  };
  const parts = [first, ...yearParts(column, (entry) => base + addressOf(entry))];
  return filesOf('sitemap.xml', base, parts);
}

/**
 * The same of each open entry's content file (`2026/abc.md`), for programs that read text; `llms.txt` names it, and
 * `robots.txt` does not, for a search engine shall show the page.
 */
export function markdownSitemap(column: ShownColumn, base: string): DataFile[] {
  const parts = yearParts(column, (entry) => base + BESIDE.fileOf(entry, 'md'));
  const named = parts.map((part) => ({ ...part, name: `markdown-${part.name}` }));
  return filesOf(MARKDOWN_SITEMAP, base, named);
}

/** Below the column's base. */
export const MARKDOWN_SITEMAP = 'sitemap-markdown.xml';

interface Part {
  readonly name: string;
  readonly updated: string | undefined;
  readonly urls: readonly string[];
}

function yearParts({ entries }: ShownColumn, addressOfOne: (entry: Entry) => string): Part[] {
  const byYear = groupBy(entries.filter(isOpen), ({ year }) => year);
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, own]) => {
      const starts = Array.from({ length: Math.ceil(own.length / MOST) }, (_, at) => at * MOST);
      return starts.map((from) => {
        const part = own.slice(from, from + MOST);
        return {
          name: from === 0 ? String(year) : `${year}-${from / MOST + 1}`,
          updated: part[0]?.data.published,
          urls: part.map((entry) => url(addressOfOne(entry), entry.data.published)),
        };
      });
    });
}

function filesOf(index: string, base: string, parts: readonly Part[]): DataFile[] {
  const lines = parts.map(({ name, updated }) =>
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
    { path: index, bytes: document('sitemapindex', lines) },
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
  return `<${name}>${escapeHtml(text)}</${name}>`;
}

function document(root: string, lines: readonly string[]): string {
  const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${space}">\n${lines.join('\n')}\n</${root}>\n`;
}
