import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readPlace, splitFrontMatter } from '@columns/content';
import { parse } from 'yaml';
import type { ListedEntry } from '../browser/entry-list.ts';

/**
 * The entries of a county as references name them, from their heads alone: judging ten thousand files
 * would keep an officer waiting. On the web the list comes from the column's open data.
 */
export function listEntries(contentRoot: string, county: string): ListedEntry[] {
  const folder = join(contentRoot, county);
  return listFiles(folder).flatMap(({ path, kind: found }) => {
    const place = found === 'file' ? readPlace(path) : undefined;
    if (place === undefined || 'fault' in place) return [];
    const head = splitFrontMatter(readFileSync(join(folder, path), 'utf8'))?.head ?? '';
    const [title, kind, published] = ['title', 'kind', 'published'].map((name) =>
      lineOf(head, name),
    );
    if (title === undefined || kind === undefined || published === undefined) return [];
    const { id, domain = null, item = null } = place;
    const docNumber = lineOf(head, 'doc-number') ?? null;
    return [{ id, title, kind, published, domain, item, docNumber, file: `${county}/${path}` }];
  });
}

/** The value of a field that stands on one line. */
function lineOf(head: string, name: string): string | undefined {
  const line = new RegExp(`^${name}:[ \\t]+(.+)$`, 'm').exec(head)?.[1]?.trim();
  if (line === undefined || !/^["'|>]|[#\\]/.test(line)) return line;
  try {
    return String(parse(line));
  } catch {
    return undefined;
  }
}
