/** Feeds read and judged by what did not write them. */
import type { Page } from 'playwright-core';

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly authors: number;
  readonly alternates: readonly string[];
}

export interface Atom extends AtomEntry {
  readonly error: string;
  readonly namespace: string;
  readonly self: string;
  readonly entries: readonly AtomEntry[];
}

/** Reads a feed with the browser's own XML parser, which is no part of what wrote it. */
export async function readAtom(page: Page, xml: string): Promise<Atom> {
  return (await page.evaluate(`(() => {
    const tree = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml');
    const of = (node, name) => [...node.children].filter((child) => child.localName === name);
    const text = (node, name) => of(node, name).map((child) => child.textContent).join('|');
    const links = (node, rel) =>
      of(node, 'link').filter((link) => link.getAttribute('rel') === rel)
        .map((link) => link.getAttribute('href'));
    const facts = (node) => ({
      id: text(node, 'id'),
      title: text(node, 'title'),
      updated: text(node, 'updated'),
      authors: of(node, 'author').filter((author) => text(author, 'name') !== '').length,
      alternates: links(node, 'alternate'),
    });
    const root = tree.documentElement;
    return {
      ...facts(root),
      error: tree.querySelector('parsererror')?.textContent ?? '',
      namespace: root.namespaceURI,
      self: links(root, 'self').join('|'),
      entries: of(root, 'entry').map(facts),
    };
  })()`)) as Atom;
}

/** What breaks RFC 4287: 4.1.1 (feed), 4.1.2 (entry), 3.3 (dates), 4.2.6 (ids). */
export function atomFaults(feed: Atom): string[] {
  const faults: string[] = feed.error === '' ? [] : [feed.error];
  if (feed.namespace !== 'http://www.w3.org/2005/Atom') faults.push(`namespace ${feed.namespace}`);
  if (!isWhole(feed.self)) faults.push('feed has no address of its own');
  const seen = new Set<string>();
  for (const [name, part] of [
    ['feed', feed] as const,
    ...feed.entries.map((entry, index) => [`entry ${index}`, entry] as const),
  ]) {
    for (const field of ['id', 'title', 'updated'] as const)
      if (part[field] === '' || part[field].includes('|')) faults.push(`${name} has no ${field}`);
    if (!isWhole(part.id)) faults.push(`${name}: id ${part.id} is no address`);
    if (part.alternates.length !== 1 || !part.alternates.every(isWhole))
      faults.push(`${name} has not one page`);
    if (!isMoment(part.updated)) faults.push(`${name}: updated ${part.updated} is no moment`);
    if (part !== feed && seen.has(part.id)) faults.push(`${name} has the id of another`);
    if (part !== feed) seen.add(part.id);
    if (part.authors + feed.authors === 0) faults.push(`${name} has no author`);
  }
  return faults.sort();
}

function isWhole(address: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(address);
}

/** RFC 3339, and a moment that exists. */
function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}
