import type { ColumnReading } from '@columns/content';
import { addressOf, decode, pageAddress, readWithin, splitFrontMatter } from '@columns/content';
import { renderMarkdown } from '@columns/content/markdown';
import type { Found } from '../column-rule.ts';

/** Links to a place within a page that is not there. Pages are only read where one is linked to. */
export function deadAnchors({ root, column, links }: ColumnReading): Found[] {
  if (root === undefined || !column || !links) return [];
  const files = new Map(column.entries.map((entry) => [`/${addressOf(entry)}`, entry.file]));
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const anchorsOf = (file: string) => {
    if (!known.has(file)) known.set(file, anchors(root, file));
    return known.get(file);
  };
  return [...links].flatMap(([file, list]) =>
    list.flatMap(({ url, at }): Found[] => {
      const [path = '', anchor = ''] = url.split('#');
      if (anchor === '' || /^[a-z]+:/i.test(url)) return [];
      const target = path === '' ? file : files.get(pageAddress(path, file, column.county.id));
      if (target === undefined || !/\.md$/.test(target)) return [];
      const there = anchorsOf(target);
      if (!there || there.has(plain(anchor))) return [];
      const expected = [...there]
        .filter((id) => id.startsWith('s-'))
        .slice(0, 8)
        .map((id) => `#${id}`);
      return [
        {
          file,
          ...at,
          value: `#${anchor}`,
          ...(expected.length === 0 ? {} : { expected: expected.join('、') }),
        },
      ];
    }),
  );
}

/** The ids that a page's text has when it is rendered: headings and notes. Not known of a file that is gone. */
function anchors(root: string, file: string): ReadonlySet<string> | undefined {
  try {
    const decoded = decode(readWithin(root, file));
    const body = 'text' in decoded ? (splitFrontMatter(decoded.text)?.body ?? '') : '';
    const { html } = renderMarkdown(body);
    return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''));
  } catch {
    return undefined;
  }
}

/** `%E6%B3%A8` as it is read; a loose `%` stays one. */
function plain(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
