import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A part of a stretch of HTML, and where in it that part begins. */
export type HtmlPiece =
  | { readonly type: 'text'; readonly text: string; readonly offset: number }
  | { readonly type: 'comment'; readonly text: string; readonly offset: number }
  | HtmlTag;

export interface HtmlTag {
  readonly type: 'tag';
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly offset: number;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)([^<>]*)>?/iy;

/** Cuts HTML into tags and what stands between them. Every sign of it is in one of the parts. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let offset = 0;
  while (offset < html.length) {
    if (html[offset] !== '<') {
      const end = ended(html.indexOf('<', offset), html);
      yield { type: 'text', text: html.slice(offset, end), offset };
      offset = end;
      continue;
    }
    TAG.lastIndex = offset;
    const match = TAG.exec(html);
    if (match) {
      const [whole, slash = '', name = '', attributes = ''] = match;
      yield { type: 'tag', name: name.toLowerCase(), closes: slash !== '', attributes, offset };
      offset += whole.length;
    } else {
      const comment = html.startsWith('<!--', offset);
      const sign = comment
        ? '-->'
        : html[offset + 1] === '!' || html[offset + 1] === '?'
          ? '>'
          : '';
      const end = sign === '' ? offset + 1 : ended(html.indexOf(sign, offset), html, sign.length);
      const text = html.slice(offset, end);
      yield sign === '' ? { type: 'text', text, offset } : { type: 'comment', text, offset };
      offset = end;
    }
  }
}

function ended(at: number, html: string, more = 0): number {
  return at === -1 ? html.length : at + more;
}

const REFERENCE = /&(?:#x([\da-f]{1,8})|#(\d{1,9})|([a-z][a-z\d]{1,31}));?/gi;

/** Text with its character references read, as a browser does: without their `;` too. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

/** How many columns or rows a cell spans. */
export function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const value = new RegExp(`${name}\\s{0,4}=\\s{0,4}["']?(\\d{1,3})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Number(value ?? 1));
}
