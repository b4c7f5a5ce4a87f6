import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { ImportFailure } from '../failure.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const CHUNK = 256 * 1024;
const DEEPEST = 200;

/**
 * Streams XML in pieces, so that a large sheet never becomes one string. Names lose their prefix:
 * makers choose their own. A document type, and with it every entity of its own, is refused.
 */
export function parseXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const fail = () => {
    throw new ImportFailure('damaged', '文件内部的数据读不通，可能已损坏', '打开后另存一份再导入');
  };
  let depth = 0;
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEEPEST) fail();
    handlers.open?.(local(tag.name), attributesOf(tag.attributes));
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    handlers.close?.(local(tag.name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(attributes: Readonly<Record<string, string>>): Attributes {
  // Cells have none with a prefix, and there are millions of them.
  if (!Object.keys(attributes).some((name) => name.includes(':'))) return attributes;
  const plain: Record<string, string> = {};
  for (const name in attributes) plain[local(name)] = attributes[name] as string;
  return plain;
}

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
