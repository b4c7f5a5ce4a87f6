import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** An attribute as a browser finds it. */
export interface Attribute {
  /** In lower case: `img`. */
  readonly element: string;
  readonly name: string;
  /** With character references read. */
  readonly value: string;
  /** Where it stands in the source, name and value. */
  readonly start: number;
  readonly end: number;
}

export interface Markup {
  readonly attributes: readonly Attribute[];
  /** The texts of `<style>` elements. */
  readonly styles: readonly string[];
}

/**
 * A page read as a browser reads it: words of a text, of a comment or of a script are no attributes,
 * however they look.
 */
export function readMarkup(html: string): Markup {
  const attributes: Attribute[] = [];
  const styles: string[] = [];
  const waiting: DefaultTreeAdapterMap['node'][] = [
    parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
  ];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
    if (!('tagName' in node)) continue;
    if (node.tagName === 'style') {
      styles.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
    }
    for (const { name, prefix, value } of node.attrs) {
      const whole = prefix ? `${prefix}:${name}` : name;
      const place = node.sourceCodeLocation?.attrs?.[whole];
      // An element that the parser made itself has its attributes elsewhere already.
      if (!place) continue;
      const { startOffset: start, endOffset: end } = place;
      attributes.push({ element: node.tagName, name: whole, value, start, end });
    }
  }
  return { attributes, styles };
}
