import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfFile, type BuiltSite, htmlFiles, listFiles } from './files.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

/** Stands for whatever host publishes the site: links inside of it name none. */
const HOST = 'http://site.invalid';

/**
 * Every reference in every page that leads to no file of the sites, or to a place that its page
 * does not have. Several sites stand side by side, each under its base. Other hosts are not asked.
 */
export function deadLinks(sites: readonly BuiltSite[]): string[] {
  const pages = new Map<string, PageFacts>();
  const files = new Set<string>();
  for (const { folder, base } of sites) {
    const names = listFiles(folder);
    for (const name of names) files.add(base + name);
    for (const name of htmlFiles(names)) {
      pages.set(base + name, pageFacts(readFileSync(join(folder, name), 'utf8')));
    }
  }
  const dead: string[] = [];
  for (const [file, { references }] of pages) {
    for (const { where, value } of references) {
      const fault = faultOf(value, HOST + addressOfFile(file), files, pages);
      if (fault) dead.push(`${file}: ${where} “${value}”: ${fault}`);
    }
  }
  return dead;
}

function faultOf(
  value: string,
  from: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageFacts>,
): string | undefined {
  const url = URL.parse(value, from);
  if (url === null) return 'not an address';
  if (url.origin !== HOST) return undefined;
  const path = decodeURIComponent(url.pathname);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) {
    return files.has(`${path}/index.html`) ? 'no slash at the end' : 'no such file';
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  const target = pages.get(file);
  // An empty fragment and `#top` mean the head of any page.
  if (fragment === '' || fragment === 'top' || target === undefined) return undefined;
  return target.ids.has(fragment) ? undefined : `no id “${fragment}” there`;
}
