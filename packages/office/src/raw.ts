import { latin1, viewOf } from './bytes.ts';
import type { Take } from './passage.ts';

const PIECE = 2 ** 20;
/** What two pieces share, so that nothing is cut in two; even, for two-byte text. */
const SHARED = 1024;

/** Bytes that a text in UTF-8, GB18030 or ASCII has. */
const ONE_BYTE = /[\t\x20-\x7e\x80-\xff]{11,}/g;
const WORTH_READING = /\d{3}|[\x80-\xff]{8}/;
const READABLE = /[\t\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]{5,}/g;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030', { fatal: true });
const GB18030_ANY = new TextDecoder('gb18030');
const UTF_16 = [new TextDecoder('utf-16le'), new TextDecoder('utf-16be')];

/**
 * Looks at bytes that no reader understands as texts in every encoding that is in use here: UTF-8,
 * GB18030 and ASCII, UTF-16 of both orders. So nothing is passed over because nobody could read it.
 */
export function searchBytes(bytes: Uint8Array, where: string, take: Take): void {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(Math.max(0, at - SHARED), at + PIECE);
    for (const match of latin1(piece).matchAll(ONE_BYTE)) {
      if (!WORTH_READING.test(match[0])) continue;
      const run = piece.subarray(match.index, match.index + match[0].length);
      take({ text: oneByteText(run), where, again: 'same' });
    }
    // Read from its second byte on, the last sign still needs its other half.
    const padded = new Uint8Array(piece.length + 1);
    padded.set(piece);
    for (const shift of [0, 1]) {
      for (const decoder of UTF_16) {
        for (const [text] of decoder.decode(padded.subarray(shift)).matchAll(READABLE))
          take({ text, where, again: 'same' });
      }
    }
  }
}

function oneByteText(run: Uint8Array): string {
  for (const decoder of [UTF_8, GB18030]) {
    try {
      return decoder.decode(run);
    } catch {
      // The next encoding, then.
    }
  }
  return GB18030_ANY.decode(run);
}

const NUMBER_RECORD = [0x03, 0x02, 0x0e, 0x00];

/** The numbers of an old sheet's NUMBER records ([MS-XLS] 2.4.180), as the digits that a reader sees. */
export function searchNumbers(bytes: Uint8Array, take: Take): void {
  const view = viewOf(bytes);
  for (let at = bytes.indexOf(3); at !== -1; at = bytes.indexOf(3, at + 1)) {
    if (at + 18 > bytes.length) return;
    if (!NUMBER_RECORD.every((byte, index) => bytes[at + index] === byte)) continue;
    const number = view.getFloat64(at + 10, true);
    if (Number.isSafeInteger(number) && number >= 1e10)
      take({ text: String(number), where: '数字单元格中' });
  }
}
