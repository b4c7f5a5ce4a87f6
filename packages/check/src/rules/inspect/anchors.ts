import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnReading } from '@columns/content';
import { addressOf, decode, pageAddress, splitFrontMatter } from '@columns/content';
import { renderMarkdown } from '@columns/content/markdown';
import type { Found } from '../column-rule.ts';

/** Links to a place within a page that is not there. Pages are only read where one is linked to. */
export function deadAnchors({ root, column, links }: ColumnReading): Found[] {
  if (root === undefined || !column || !links) return [];
  const files = new Map(column.entries.map((entry) => [`/${addressOf(entry)}`, entry.file]));
  const known = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (file: string) => {
    const done = known.get(file) ?? anchors(join(root, file));
    known.set(file, done);
    return done;
  };
  return [...links].flatMap(([file, list]) =>
    list.flatMap(({ url, at }): Found[] => {
      const [path = '', anchor = ''] = url.split('#');
      if (anchor === '' || /^[a-z]+:/i.test(url)) return [];
      const target = path === '' ? file : files.get(pageAddress(path, file, column.county.id));
      if (target === undefined || !/\.md$/.test(target)) return [];
      const there = anchorsOf(target);
      if (there.has(decodeURIComponent(anchor))) return [];
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

/** The ids that a page's text has when it is rendered: headings and notes. */
function anchors(path: string): ReadonlySet<string> {
  const decoded = decode(readFileSync(path));
  const body = 'text' in decoded ? (splitFrontMatter(decoded.text)?.body ?? '') : '';
  const { html } = renderMarkdown(body);
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''));
}
