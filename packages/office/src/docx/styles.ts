import type { XmlElement } from '../tree.ts';
import { child, elements, isOn, value } from '../tree.ts';

/** What a paragraph's style says, its bases included. */
export interface Style {
  readonly level?: number;
  readonly title?: boolean;
  readonly align?: string;
  readonly numbering?: { readonly id: string; readonly depth?: number };
  /** Of a character style: its words are bold. */
  readonly bold?: boolean;
  /** Its words are hidden, or struck through. */
  readonly vanish?: boolean;
  readonly strike?: boolean;
  /** Lines of a table of contents. */
  readonly contents?: boolean;
}

const HEADING = /^(?:heading|标题)\s*([1-9])$/i;

export function readStyles(tree: XmlElement | undefined): ReadonlyMap<string, Style> {
  const raw = new Map(
    elements(tree, 'style').map((style) => [style.attributes['styleId'] ?? '', style]),
  );
  const resolved = new Map<string, Style>();
  const resolve = (id: string, seen: readonly string[]): Style => {
    const known = resolved.get(id);
    if (known) return known;
    const style = raw.get(id);
    if (!style || seen.includes(id)) return {};
    const base = value(style, 'basedOn');
    const own = {
      ...(base === undefined ? {} : inherited(resolve(base, [...seen, id]))),
      ...ownStyle(style),
    };
    resolved.set(id, own);
    return own;
  };
  for (const id of raw.keys()) resolve(id, []);
  return resolved;
}

/** A style based on 标题 or 标题 1 looks like it, but only outline levels make it one. */
function inherited({ title: _, ...rest }: Style): Style {
  return rest;
}

function ownStyle(style: XmlElement): Style {
  const name = value(style, 'name') ?? '';
  const properties = child(style, 'pPr');
  const outline = value(properties, 'outlineLvl');
  const level =
    HEADING.exec(name)?.[1] ??
    (outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : undefined);
  const align = value(properties, 'jc');
  const numbering = numberingOf(properties);
  return {
    ...(level === undefined ? {} : { level: Number(level) }),
    ...(/^(?:title|标题)$/i.test(name) ? { title: true } : {}),
    ...(align === undefined ? {} : { align }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(style.attributes['type'] === 'character' ? look('bold', style, 'b') : {}),
    ...look('vanish', style, 'vanish'),
    ...look('strike', style, 'strike'),
    ...(/^(?:toc|目录)\s*\d/i.test(name) ? { contents: true } : {}),
  };
}

/** What a style says itself; a style may also switch off what its base says. */
function look<K extends string>(key: K, style: XmlElement, name: string): { [P in K]?: boolean } {
  const properties = child(style, 'rPr');
  const said = child(properties, name) !== undefined;
  return (said ? { [key]: isOn(properties, name) } : {}) as { [P in K]?: boolean };
}

/** The list that paragraph properties put a paragraph into. */
export function numberingOf(properties: XmlElement | undefined): Style['numbering'] {
  const list = child(properties, 'numPr');
  const id = value(list, 'numId');
  const depth = value(list, 'ilvl');
  return id === undefined
    ? undefined
    : { id, ...(depth === undefined ? {} : { depth: Number(depth) }) };
}
