import { Inflate } from 'fflate';
import { concat } from './bytes.ts';

const PIECE = 16 * 1024;

/**
 * Inflates a raw deflate stream (RFC 1951) and stops beyond `most` bytes. A piece of 16 KB cannot grow
 * to more than some 17 MB, so no more than that is ever in memory beyond the bound. Where its size is known,
 * `most` is that size: the bytes then go where they belong at once, and are not in memory twice.
 *
 * @returns the bytes, `'too-large'`, or `'damaged'` with what came out before the fault
 */
export function inflate(packed: Uint8Array, most: number, isSize = false): Inflated {
  const pieces: Uint8Array[] = [];
  const whole = isSize ? new Uint8Array(most) : undefined;
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > most) throw TOO_LARGE;
    if (whole) whole.set(piece, length - piece.length);
    else if (piece.length > 0) pieces.push(piece);
  });
  const out = () => whole?.subarray(0, length) ?? concat(pieces);
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    return { fault: error === TOO_LARGE ? 'too-large' : 'damaged', bytes: out() };
  }
  return { bytes: out() };
}

export interface Inflated {
  readonly bytes: Uint8Array;
  readonly fault?: 'too-large' | 'damaged';
}

const TOO_LARGE = new Error('too large');
