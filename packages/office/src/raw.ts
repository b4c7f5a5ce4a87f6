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
const LITTLE = new TextDecoder('utf-16le', { ignoreBOM: true });
const BIG = new TextDecoder('utf-16be', { ignoreBOM: true });

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
    // Figures in one order are figures in the other from one byte further on, all but the first or the last.
    for (const shift of [0, 1]) {
      const little = LITTLE.decode(padded.subarray(shift));
      const big = BIG.decode(padded.subarray(1 - shift));
      const ofLittle = stretchesOf(little, shift);
      const ofBig = stretchesOf(big, 1 - shift);
      const texts = [
        withoutParts(little, ofLittle, ofBig, false),
        withoutParts(big, ofBig, ofLittle, true),
      ];
      for (const [text] of texts.flatMap((plain) => [...plain.matchAll(READABLE)]))
        take({ text, where, again: 'same' });
    }
  }
}

/** A stretch of figures and letters: the bytes that it stands at, two a sign. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Figures and letters of ASCII in a text in two bytes a sign that begins at the byte `shift`, in order. */
function stretchesOf(text: string, shift: number): Stretch[] {
  return [...text.matchAll(/[\x20-\x7e]{4,}/g)].map(({ 0: stretch, index }) => {
    const from = shift + 2 * index;
    return { at: index, from, to: from + 2 * stretch.length, text: stretch };
  });
}

/** The text with blanks for those of its stretches that are part of others, at the same bytes but for one. */
function withoutParts(
  text: string,
  own: readonly Stretch[],
  others: readonly Stretch[],
  alsoEqual: boolean,
): string {
  let plain = '';
  let done = 0;
  let next = 0;
  for (const stretch of own) {
    while (next < others.length && (others[next] as Stretch).to + 1 < stretch.to) next++;
    const other = others[next];
    if (!other || other.from > stretch.from + 1 || !other.text.includes(stretch.text)) continue;
    if (other.text.length === stretch.text.length && !alsoEqual) continue;
    plain += text.slice(done, stretch.at) + ' '.repeat(stretch.text.length);
    done = stretch.at + stretch.text.length;
  }
  return plain + text.slice(done);
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
