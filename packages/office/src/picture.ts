import type { Allowance } from './allowance.ts';
import { concat, latin1, viewOf } from './bytes.ts';
import { inflate } from './inflate.ts';
import type { Account } from './passage.ts';
import { searchBytes } from './raw.ts';

const EXTENSION = 0x21;
/** Plain text, remarks, and what programs add. */
const REMARKS = new Set([0x01, 0xfe, 0xff]);

const TEXTS = new Set(['zTXt', 'iTXt']);

/**
 * What a picture says besides what is seen on it: EXIF, comments, packed texts of a PNG. What these unpack to
 * counts as the file's own: a thousand short ones can ask for gigabytes.
 */
export function readPicture(
  bytes: Uint8Array,
  account: Account,
  allowance: Allowance,
  where = '图片的附加信息中',
): void {
  searchBytes(bytes, where, (passage) => account.take(passage));
  if (latin1(bytes.subarray(0, 4)) === 'GIF8') readBlocks(bytes, account, where);
  if (bytes[0] === 0x1f) readPacked(bytes, account, allowance, where);
  if (bytes[0] !== 0x89) return;
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (TEXTS.has(latin1(bytes.subarray(at + 4, at + 8)))) {
      const text = bytes.subarray(at + 8, at + 8 + length);
      // A name and its end stand before two to five bytes of flags, and the bytes of zlib.
      const from = text.indexOf(0x78, text.indexOf(0) + 1);
      if (from !== -1) {
        const plain = unpacked(text.subarray(from + 2), allowance);
        searchBytes(plain, where, (passage) => account.take(passage));
      }
    }
    at += 12 + length;
  }
}

/** Remarks of a GIF lie in blocks of up to 255 bytes, with their lengths between them (GIF89a, 15 and 24). */
function readBlocks(bytes: Uint8Array, account: Account, where: string): void {
  // An extension begins anywhere behind the pictures before it: what is none gives no words.
  for (let at = bytes.indexOf(EXTENSION, 6); at !== -1; at = bytes.indexOf(EXTENSION, at + 1)) {
    if (!REMARKS.has(bytes[at + 1] ?? 0)) continue;
    const blocks: Uint8Array[] = [];
    for (let next = at + 2; (bytes[next] ?? 0) > 0; next += 1 + (bytes[next] as number)) {
      blocks.push(bytes.subarray(next + 1, next + 1 + (bytes[next] as number)));
      at = next;
    }
    if (blocks.length > 1) searchBytes(concat(blocks), where, (passage) => account.take(passage));
  }
}

/** A drawing that was packed (.emz, .wmz): a head of ten bytes, perhaps a name, then what is deflated. */
function readPacked(
  bytes: Uint8Array,
  account: Account,
  allowance: Allowance,
  where: string,
): void {
  const named = ((bytes[3] ?? 0) & 8) !== 0;
  const from = named ? bytes.indexOf(0, 10) + 1 : 10;
  const plain = unpacked(bytes.subarray(from), allowance);
  searchBytes(plain, where, (passage) => account.take(passage));
}

/** All that it unpacks to, or what came out before a fault. */
function unpacked(packed: Uint8Array, allowance: Allowance): Uint8Array {
  const { bytes, fault } = inflate(packed, allowance.left);
  if (fault === 'too-large') throw allowance.tooLarge();
  allowance.spend(bytes.length);
  return bytes;
}
