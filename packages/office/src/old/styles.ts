import { viewOf } from '../bytes.ts';
import type { Looks, Place } from './looks.ts';
import { looksOf, placeOf } from './looks.ts';

export interface OldStyle {
  readonly name: string;
  readonly place: Place;
  readonly looks: Looks;
}

const UTF_16 = new TextDecoder('utf-16le');
const NIL = 0xfff;

interface Raw {
  readonly name: string;
  readonly base: number;
  readonly paragraph?: Uint8Array;
  readonly characters?: Uint8Array;
}

/** Styles by their index, with what their bases say ([MS-DOC] 2.9.271 and on). */
export function readStyleSheet(bytes: Uint8Array, longer: (at: number) => Uint8Array): OldStyle[] {
  if (bytes.length < 6) return [];
  const view = viewOf(bytes);
  const header = view.getUint16(0, true);
  const count = Math.min(view.getUint16(2, true), 4096);
  const fixed = view.getUint16(4, true);
  const raws: (Raw | undefined)[] = [];
  let at = 2 + header;
  for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
    const size = view.getUint16(at, true);
    raws.push(size === 0 ? undefined : rawStyle(bytes.subarray(at + 2, at + 2 + size), fixed));
    at += 2 + size;
  }
  const resolve = (index: number, depth: number): OldStyle => {
    const raw = raws[index];
    if (!raw || depth > 20) return { name: '', place: {}, looks: {} };
    const base = raw.base === NIL ? undefined : resolve(raw.base, depth + 1);
    return {
      name: raw.name,
      place: { ...base?.place, ...(raw.paragraph ? placeOf(raw.paragraph, longer) : {}) },
      looks: { ...base?.looks, ...(raw.characters ? looksOf(raw.characters) : {}) },
    };
  };
  return raws.map((_, index) => resolve(index, 0));
}

const BUILT_IN_TITLE = 62;

function rawStyle(bytes: Uint8Array, fixed: number): Raw | undefined {
  if (bytes.length < fixed + 2 || fixed < 8) return undefined;
  const view = viewOf(bytes);
  const known = view.getUint16(0, true) & 0xfff;
  const kind = view.getUint16(2, true) & 0xf;
  const base = view.getUint16(2, true) >> 4;
  const count = view.getUint16(4, true) & 0xf;
  const length = view.getUint16(fixed, true);
  const end = fixed + 2 + length * 2;
  const written = UTF_16.decode(bytes.subarray(fixed + 2, end));
  const name =
    known >= 1 && known <= 9
      ? `heading ${known}`
      : known >= 19 && known <= 27
        ? `toc ${known - 18}`
        : known === BUILT_IN_TITLE
          ? 'Title'
          : written;
  const parts: Uint8Array[] = [];
  // A zero stands behind the name; each list of properties begins on an even place.
  for (let at = end + 2, left = count; left > 0 && at + 2 <= bytes.length; left--) {
    at += at % 2;
    if (at + 2 > bytes.length) break;
    const size = view.getUint16(at, true);
    parts.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size;
  }
  const [first, second] = parts;
  if (kind === 1)
    return {
      name,
      base,
      ...(first ? { paragraph: first.subarray(2) } : {}),
      ...(second ? { characters: second } : {}),
    };
  return { name, base, ...(kind === 2 && first ? { characters: first } : {}) };
}
