import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An address written in a page. */
export interface Reference {
  /** Such as `a[href]`, for messages. */
  readonly where: string;
  readonly value: string;
  /** Whether a browser fetches it to show the page, rather than when a reader asks for it. */
  readonly loads: boolean;
}

/** What the checks ask of a page. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  /** Addresses of linked style sheets; each is a reference too. */
  readonly styles: readonly string[];
  /** Scripts that run: linked ones and those in the page. */
  readonly scripts: number;
  /** Scripts that run and stand in the page itself, which a strict content policy would not run. */
  readonly inlineScripts: readonly string[];
  /** `meta` tags that have a name. */
  readonly tags: readonly { readonly name: string; readonly content: string }[];
  /** Texts of JSON-LD blocks. */
  readonly data: readonly string[];
  readonly tables: readonly TableFacts[];
}

export interface TableFacts {
  readonly caption: boolean;
  /** Heads that do not say whether they are of a row or of a column. */
  readonly unscoped: number;
  /** Whether it stands in a document's own text, which has no way to write a caption. */
  readonly written: boolean;
}

/** Reads a page as a browser would, and keeps only what the checks ask for. */
export function pageFacts(html: string): PageFacts {
  const ids = new Set<string>();
  const references: Reference[] = [];
  const styles: string[] = [];
  const inlineScripts: string[] = [];
  const tags: { name: string; content: string }[] = [];
  const data: string[] = [];
  const tables: TableFacts[] = [];
  let scripts = 0;
  for (const element of elements(parse(html))) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const id = attributes.get('id');
    if (id !== undefined) ids.add(id);
    references.push(...referencesOf(element.tagName, attributes));
    if (element.tagName === 'script' && isProgram(attributes.get('type'))) {
      scripts += 1;
      if (!attributes.has('src')) inlineScripts.push(textOf(element));
    }
    if (attributes.get('type') === 'application/ld+json') data.push(textOf(element));
    if (element.tagName === 'table') tables.push(tableFacts(element));
    const name = element.tagName === 'meta' ? attributes.get('name') : undefined;
    if (name !== undefined) tags.push({ name, content: attributes.get('content') ?? '' });
    const rel = attributes.get('rel')?.split(' ') ?? [];
    if (element.tagName === 'link' && rel.includes('stylesheet')) {
      styles.push(attributes.get('href') ?? '');
    }
  }
  return { ids, references, styles, scripts, inlineScripts, tags: tags.reverse(), data, tables };
}

function tableFacts(table: Element): TableFacts {
  const parts = [...elements(table)];
  const heads = parts.filter(({ tagName }) => tagName === 'th');
  let written = false;
  for (let at: Node | null = table; at && 'parentNode' in at; at = at.parentNode) {
    const named = 'attrs' in at ? at.attrs.find(({ name }) => name === 'class')?.value : undefined;
    if (named?.split(' ').includes('prose')) written = true;
  }
  return {
    caption: parts.some(({ tagName }) => tagName === 'caption'),
    unscoped: heads.filter(({ attrs }) => !attrs.some(({ name }) => name === 'scope')).length,
    written,
  };
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function* elements(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) yield node;
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
}

/** Data blocks, such as JSON-LD, stand in the same tag but never run. */
function isProgram(type: string | undefined): boolean {
  return (
    type === undefined || /^(?:module|importmap|(?:text|application)\/javascript)?$/u.test(type)
  );
}

/** `link` is fetched for these; `canonical`, `alternate` and their like only name a page. */
const FETCHED = /\b(?:stylesheet|icon|preload|modulepreload|manifest|prefetch)\b/u;

function referencesOf(tag: string, attributes: ReadonlyMap<string, string>): Reference[] {
  const found: Reference[] = [];
  const add = (attribute: string, value: string | undefined, loads: boolean) => {
    if (value !== undefined) found.push({ where: `${tag}[${attribute}]`, value, loads });
  };
  const rel = attributes.get('rel') ?? '';
  add('href', attributes.get('href'), tag === 'link' ? FETCHED.test(rel) : tag === 'use');
  add('src', attributes.get('src'), true);
  add('poster', attributes.get('poster'), true);
  add('data', tag === 'object' ? attributes.get('data') : undefined, true);
  add('action', attributes.get('action'), false);
  add('formaction', attributes.get('formaction'), false);
  for (const name of ['srcset', 'imagesrcset']) {
    for (const candidate of attributes.get(name)?.split(/,\s+/u) ?? []) {
      add(name, candidate.trim().split(/\s/u)[0], true);
    }
  }
  if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
    add('content', /url=(.*)$/iu.exec(attributes.get('content') ?? '')?.[1], false);
  }
  return found;
}
