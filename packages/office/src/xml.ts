import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { markedUtf16 } from './encoding.ts';
import { OfficeFailure } from './failure.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** `written`: the attributes with their prefixes, where two can have one local name. */
  readonly open?: (name: string, attributes: Attributes, written: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Comments and processing instructions: nobody sees them, and they are in the file. */
  readonly aside?: (text: string) => void;
}

const CHUNK = 256 * 1024;
const DEEPEST = 200;

/**
 * Streams XML in pieces, so that a large sheet never becomes one string. Names lose their prefix:
 * makers choose their own. A document type, and with it every entity of its own, is refused; so are
 * bytes that are no text of the encoding that the file names.
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
    handlers.open?.(local(tag.name), attributesOf(tag.attributes), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    handlers.close?.(local(tag.name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const { aside } = handlers;
  if (aside) {
    parser.on('comment', aside);
    parser.on('processinginstruction', ({ body }) => aside(body));
  }
  const decoder = decoderFor(bytes);
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return fail() ?? '';
    }
  };
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decode(bytes.subarray(at, at + CHUNK)));
  }
  parser.write(decode());
  parser.close();
}

/** The local name of the root element; undefined where no XML begins. */
export function rootOf(bytes: Uint8Array): string | undefined {
  let root: string | undefined;
  try {
    parseXml(bytes, {
      open: (name) => {
        root = name;
        throw FOUND;
      },
    });
  } catch {
    // Found, or no XML: what is wrong with it is told by who reads it.
  }
  return root;
}

const FOUND = new Error('found');

function decoderFor(bytes: Uint8Array): TextDecoder {
  const name = encodingOf(bytes);
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}

/** By its first bytes, else by what its declaration says (XML 1.0, appendix F). */
export function encodingOf(bytes: Uint8Array): string {
  const marked = markedUtf16(bytes);
  if (marked !== undefined) return marked;
  const [a, b] = bytes;
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
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
