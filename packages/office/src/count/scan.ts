import { encodingOf } from '../xml.ts';

export interface ScanHandlers {
  /** `written`: the attributes as they stand in the tag; see `attributeOf`. */
  readonly open?: (name: string, written: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** The name of elements that are taken whole, with what is written inside them; none holds another. */
  readonly leaf?: string;
  readonly whole?: (written: string, inner: string) => void;
}

const CHUNK = 1024 * 1024;
const SLASH = 0x2f;
const COLON = 0x3a;
const BANG = 0x21;
const ASKED = 0x3f;

/**
 * Goes through XML sign by sign, many times as fast as a parser, and finds no fault in it: what is wrong
 * with a part is its reader's to say. Names lose their prefix.
 */
export function scanXml(bytes: Uint8Array, handlers: ScanHandlers): void {
  const decoder = decoderFor(bytes);
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    rest = scan(rest === '' ? piece : rest + piece, handlers, false);
  }
  scan(rest + decoder.decode(), handlers, true);
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(bytes));
  } catch {
    return new TextDecoder();
  }
}

/** Scans what is written inside an element that was taken whole. */
export function scanInner(inner: string, handlers: ScanHandlers): void {
  scan(inner, handlers, true);
}

/** Scans what is whole; gives back what goes on in the next piece. */
function scan(text: string, handlers: ScanHandlers, last: boolean): string {
  const { open, close, text: words, leaf, whole } = handlers;
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag === -1) {
      if (!last) return text.slice(at);
      if (at < text.length) words?.(plainText(text.slice(at)));
      return '';
    }
    const first = text.charCodeAt(tag + 1);
    const mark = first === BANG || first === ASKED ? markAt(text, tag) : undefined;
    const end = mark ? text.indexOf(mark.end, tag) : endOfTag(text, tag);
    if (end === -1) return last ? '' : text.slice(at);
    if (tag > at) words?.(plainText(text.slice(at, tag)));
    if (mark) {
      if (mark.end === ']]>') words?.(text.slice(tag + '<![CDATA['.length, end));
      at = end + mark.end.length;
      continue;
    }
    at = end + 1;
    if (first === SLASH) {
      close?.(nameIn(text, tag + 2, end));
      continue;
    }
    const closed = text.charCodeAt(end - 1) === SLASH;
    const stop = closed ? end - 1 : end;
    const cut = endOfName(text, tag + 1, stop);
    const name = nameIn(text, tag + 1, cut);
    const written = cut === stop ? '' : text.slice(cut, stop);
    if (name === leaf && !closed) {
      const ending = `</${text.slice(tag + 1, cut)}`;
      const inner = text.indexOf(ending, at);
      if (inner === -1 && !last) return text.slice(tag);
      whole?.(written, text.slice(at, inner === -1 ? text.length : inner));
      at = inner === -1 ? text.length : inner;
      continue;
    }
    open?.(name, written);
    if (closed) close?.(name);
  }
}

/** What is no element: a comment, an instruction, text that is marked as such. */
function markAt(text: string, at: number): { readonly end: string } {
  if (text.startsWith('<!--', at)) return { end: '-->' };
  if (text.startsWith('<![CDATA[', at)) return { end: ']]>' };
  return { end: text.startsWith('<?', at) ? '?>' : '>' };
}

/** The `>` of a tag; one between quotes is none. */
function endOfTag(text: string, tag: number): number {
  let end = text.indexOf('>', tag);
  while (end !== -1 && isQuoted(text, tag, end)) end = text.indexOf('>', end + 1);
  return end;
}

function isQuoted(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (quote === 0) {
      if (sign === 0x22 || sign === 0x27) quote = sign;
    } else if (sign === quote) quote = 0;
  }
  return quote !== 0;
}

function endOfName(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > 0x20) at++;
  return at;
}

function nameIn(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 0x20) end--;
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === COLON) start = at + 1;
  return text.slice(start, end);
}

/** The value of an attribute of this local name in a tag's attributes. */
export function attributeOf(written: string, name: string): string | undefined {
  for (let at = written.indexOf(name); at !== -1; at = written.indexOf(name, at + 1)) {
    const before = written.charCodeAt(at - 1);
    if (!(before <= 0x20 || before === COLON)) continue;
    let start = at + name.length;
    while (written.charCodeAt(start) <= 0x20) start++;
    if (written[start] !== '=') continue;
    start++;
    while (written.charCodeAt(start) <= 0x20) start++;
    const quote = written[start];
    if ((quote !== '"' && quote !== "'") || isQuoted(written, 0, at)) continue;
    const end = written.indexOf(quote, start + 1);
    return end === -1 ? undefined : plainText(written.slice(start + 1, end));
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text without its entities. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, dec, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
  });
}
