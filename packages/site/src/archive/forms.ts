import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * Addresses that a browser asks for when the forms of pages are sent: `https://example.gov.cn/anyue/search/?q=`. A host
 * gives the page for whatever stands behind the `?`; a reader of archives knows only addresses that were recorded, and
 * takes of those that differ in their question the nearest. So one with empty fields stands for all.
 */
export class FormAddresses {
  /** Most forms stand on every page. */
  readonly #known = new Map<string, string | undefined>();
  readonly #found = new Set<string>();

  /** Keeps where the forms of a page lead. */
  addPage(url: string, html: string): void {
    for (const [form] of html.matchAll(/<form\b.*?<\/form>/gs)) {
      if (!this.#known.has(form)) this.#known.set(form, emptyRequest(form));
      const request = this.#known.get(form);
      if (request !== undefined) this.#found.add(new URL(request, url).href);
    }
  }

  /** Those whose page is at this address. */
  of(url: string): string[] {
    return [...this.#found].filter((one) => one.slice(0, one.indexOf('?')) === url);
  }
}

/** Where a form leads with nothing in it, as it is written there; nothing for one that a script handles. */
function emptyRequest(html: string): string | undefined {
  const elements = elementsOf(parseFragment(html));
  const action = elements.map((one) => attribute(one, 'action')).find((one) => one !== undefined);
  const names = elements
    .filter(({ tagName }) => ['input', 'select', 'textarea'].includes(tagName))
    .flatMap((one) => attribute(one, 'name') ?? []);
  if (action === undefined || names.length === 0) return undefined;
  return `${action}?${new URLSearchParams(names.map((name) => [name, '']))}`;
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}
