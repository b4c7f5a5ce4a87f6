import type { Attributes } from './xml.ts';
import { parseXml } from './xml.ts';

/** An element with its children, for parts that are read back and forth. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (XmlElement | string)[];
}

export function parseTree(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  parseXml(bytes, {
    open: (name, attributes) => {
      const element: XmlElement = { name, attributes, children: [] };
      stack.at(-1)?.children.push(element);
      stack.push(element);
    },
    close: () => {
      stack.pop();
    },
    text: (text) => {
      stack.at(-1)?.children.push(text);
    },
  });
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function child(
  parent: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

/** `w:val` of a child: `<w:jc w:val="center"/>`. */
export function value(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['val'];
}

/** Whether an on-off property is set (ECMA-376 part 1, 17.17.4): present, and not switched off. */
export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const element = child(parent, name);
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['val'] ?? '');
}

export function words(parent: XmlElement): string {
  return parent.children.map((each) => (typeof each === 'string' ? each : words(each))).join('');
}

/** Elements of a name anywhere below, in order. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((each) => [
    ...(each.name === name ? [each] : []),
    ...descendants(each, name),
  ]);
}
