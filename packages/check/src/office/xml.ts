import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { OfficeFailure } from './failure.ts';

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
    throw new OfficeFailure('damaged', '文件内部的数据读不通，可能已损坏', '打开后另存一份');
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
