import { posix } from 'node:path';
import type { CountyContent } from '@columns/content';
import { addressOf, pageAddress } from '@columns/content';
import type { Surroundings } from './county.ts';
import type { Edits } from './edits.ts';

/** Where an entry stands after the change. */
export interface NewPlace {
  readonly id: string;
  readonly year: number;
  /** Below `content/`. */
  readonly file: string;
}

/** Gathers every name of an entry, and every link to it or out of it, that its new place makes wrong. */
export function followReferences(around: Surroundings, to: NewPlace, edits: Edits): void {
  const { entry, county, content, below } = around;
  if (to.id !== entry.id) {
    rename(content, entry.id, to.id, edits);
    for (const lower of below) rename(lower, `${county}/${entry.id}`, `${county}/${to.id}`, edits);
  }
  for (const [file, links] of content.links) {
    for (const { url, at } of links) {
      const after = newLink(around, to, file, url);
      if (after !== undefined && after !== url)
        edits.add({ file, ...at, before: url, after, sort: 'link' });
    }
  }
}

function rename({ mentions }: CountyContent, before: string, after: string, edits: Edits): void {
  for (const { to, target, file, line, column } of mentions) {
    if ((to === 'entry' || to === 'proof') && target === before)
      edits.add({ file, line, column, before, after, sort: 'name' });
  }
}

/** What a link must be after the change; `undefined` where it is none of ours. */
function newLink(
  { entry, county }: Surroundings,
  to: NewPlace,
  file: string,
  url: string,
): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return undefined;
  if (path.startsWith('/')) {
    if (pageAddress(path, file, county) !== `/${addressOf(entry)}`) return undefined;
    return `/${addressOf(to).slice(0, path.endsWith('/') ? undefined : -1)}${rest}`;
  }
  const own = file === entry.file;
  if (own && path.startsWith(`${entry.id}/`))
    return `${to.id}/${path.slice(entry.id.length + 1)}${rest}`;
  const target = posix.join(posix.dirname(file), path);
  if (!own && target !== entry.file) return undefined;
  const now = target === entry.file ? to.file : target;
  return posix.relative(posix.dirname(own ? to.file : file), now) + rest;
}

/** Where others name an entry or link to it, as `file:line`, for the officer to look at. */
export function pointers({ content, below, county, entry }: Surroundings): string[] {
  const named = [content, ...below].flatMap(({ id, mentions }) =>
    mentions.flatMap(({ to, target, file, line }) => {
      const name = id === county ? entry.id : `${county}/${entry.id}`;
      const names = (to === 'entry' || to === 'proof') && target === name;
      const links =
        to === 'page' &&
        id === county &&
        pageAddress(target, file, county) === `/${addressOf(entry)}`;
      return (names || links) && file !== entry.file ? [`content/${file} 第 ${line} 行`] : [];
    }),
  );
  return [...new Set(named)].sort();
}
