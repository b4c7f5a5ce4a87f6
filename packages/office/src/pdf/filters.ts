import { concat, latin1 } from '../bytes.ts';
import { inflate } from '../inflate.ts';
import type { PdfDictionary, PdfValue } from './values.ts';
import { isDictionary, PdfName } from './values.ts';

/** What a stream holds when its filters are undone (ISO 32000-1, 7.4). */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** `picture` where the rest is a picture's own coding, `too-large` beyond the bound. */
  readonly stop?: 'picture' | 'too-large' | 'unknown' | 'damaged';
}

const PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);
/** No reader undoes more filters than this in a row for any good reason. */
const MOST_FILTERS = 6;

/** Undoes the filters of a stream and stops beyond `most` bytes at any step. */
export function decodeStream(
  raw: Uint8Array,
  dictionary: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
  most: number,
): Decoded {
  const filters = list(resolve(dictionary.get('Filter') ?? dictionary.get('F'))).map(resolve);
  const settings = list(resolve(dictionary.get('DecodeParms') ?? dictionary.get('DP'))).map(
    resolve,
  );
  if (filters.length > MOST_FILTERS) return { bytes: raw, stop: 'unknown' };
  let bytes = raw;
  let damaged = false;
  for (const [index, filter] of filters.entries()) {
    const name = filter instanceof PdfName ? filter.name : '';
    if (PICTURES.has(name)) return { bytes, stop: 'picture' };
    const decode = DECODERS[name];
    if (!decode) return { bytes, stop: 'unknown' };
    const done = decode(bytes, most);
    if (done === 'too-large') return { bytes: new Uint8Array(), stop: 'too-large' };
    if (done.damaged) damaged = true;
    const parms = settings[index];
    bytes = isDictionary(parms) ? unpredict(done.bytes, parms, resolve) : done.bytes;
  }
  return damaged ? { bytes, stop: 'damaged' } : { bytes };
}

function list(value: PdfValue | undefined): PdfValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

type Step = { readonly bytes: Uint8Array; readonly damaged?: boolean } | 'too-large';

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, most: number) => Step>> = {
  FlateDecode: flate,
  Fl: flate,
  LZWDecode: lzw,
  LZW: lzw,
  ASCIIHexDecode: hex,
  AHx: hex,
  ASCII85Decode: base85,
  A85: base85,
  RunLengthDecode: runs,
  RL: runs,
  Crypt: (bytes) => ({ bytes }),
};

function flate(bytes: Uint8Array, most: number): Step {
  // Two bytes of zlib stand before what is deflated; a cut-off end is common and harmless.
  const { bytes: plain, fault } = inflate(bytes.subarray(2), most);
  if (fault === 'too-large') return 'too-large';
  return { bytes: plain, damaged: plain.length === 0 && bytes.length > 12 };
}

function lzw(bytes: Uint8Array, most: number): Step {
  const pieces: Uint8Array[] = [];
  let table: Uint8Array[] = [];
  const reset = () => {
    table = Array.from({ length: 258 }, (_, code) => Uint8Array.of(code & 0xff));
  };
  reset();
  let width = 9;
  let buffer = 0;
  let bits = 0;
  let length = 0;
  let before: Uint8Array | undefined;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >>> bits) & (2 ** width - 1);
    if (code === 257) break;
    if (code === 256) {
      reset();
      width = 9;
      before = undefined;
      continue;
    }
    const known = table[code];
    if (!known && (!before || code !== table.length))
      return { bytes: concat(pieces), damaged: true };
    const piece = known ?? concat([before as Uint8Array, (before as Uint8Array).subarray(0, 1)]);
    length += piece.length;
    if (length > most) return 'too-large';
    pieces.push(piece);
    if (before && table.length < 4096) table.push(concat([before, piece.subarray(0, 1)]));
    before = piece;
    if (table.length + 1 >= 2 ** width && width < 12) width++;
  }
  return { bytes: concat(pieces) };
}

function hex(bytes: Uint8Array): Step {
  const digits = latin1(bytes)
    .split('>', 1)
    .join('')
    .replaceAll(/[^\da-f]/gi, '');
  return {
    bytes: Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, at) =>
      Number.parseInt(digits.slice(at * 2, at * 2 + 2).padEnd(2, '0'), 16),
    ),
  };
}

function base85(bytes: Uint8Array): Step {
  const text = latin1(bytes)
    .replace(/^\s*<~/, '')
    .split('~', 1)
    .join('')
    .replaceAll(/\s/g, '');
  const out: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === 'z') {
      out.push(0, 0, 0, 0);
      at++;
      continue;
    }
    const group = text.slice(at, at + 5);
    at += 5;
    let value = 0;
    for (const sign of group.padEnd(5, 'u')) value = value * 85 + sign.charCodeAt(0) - 33;
    const four = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 0xff);
    out.push(...four.slice(0, group.length - 1));
  }
  return { bytes: Uint8Array.from(out) };
}

function runs(bytes: Uint8Array, most: number): Step {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at] as number;
    if (count === 128) break;
    const piece =
      count < 128
        ? bytes.subarray(at + 1, at + 2 + count)
        : new Uint8Array(257 - count).fill(bytes[at + 1] ?? 0);
    at += count < 128 ? 2 + count : 2;
    length += piece.length;
    if (length > most) return 'too-large';
    pieces.push(piece);
  }
  return { bytes: concat(pieces) };
}

/** Undoes the row filters of PNG (ISO 32000-1, 7.4.4.4): tables of objects have them. */
function unpredict(
  bytes: Uint8Array,
  parms: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = resolve(parms.get(key));
    return typeof value === 'number' ? value : otherwise;
  };
  if (number('Predictor', 1) < 10) return bytes;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const step = Math.max(1, Math.ceil(bits / 8));
  const row = Math.ceil((bits * number('Columns', 1)) / 8);
  if (row < 1 || row > bytes.length) return bytes;
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line++) {
    const kind = bytes[line * (row + 1)] ?? 0;
    for (let at = 0; at < row; at++) {
      const place = line * row + at;
      const left = at >= step ? (out[place - step] as number) : 0;
      const up = line > 0 ? (out[place - row] as number) : 0;
      const corner = line > 0 && at >= step ? (out[place - row - step] as number) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[place] = (bytes[line * (row + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
