import { findDays } from '../facts/dates.ts';
import { isOrgan } from '../facts/organ.ts';

export interface Signature {
  readonly organs: readonly string[];
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** Where a running text is signed: `…特此通知。某某局 2023年3月14日`. */
export function findSignature(text: string): Signature | undefined {
  for (const { day, start, end } of findDays(text)) {
    // 某某办公室 2026年5月29日印发 says who printed it and when.
    if (/^[\s\u3000]*印发/.test(text.slice(end))) continue;
    const found = organsBefore(text, start);
    // In a sentence (某某局2023年5月29日印发) no space stands before the date.
    const apart = /\s$/.test(text.slice(0, start));
    const ends = /^(?:[\s\u3000（(]|附\s*件|抄送|$)/.test(text.slice(end));
    if (found && (apart || ends)) return { organs: found.organs, day, start: found.start, end };
  }
  return undefined;
}

/** The offices that stand right before `end`, apart by spaces, after the end of a sentence. */
function organsBefore(text: string, end: number): { organs: string[]; start: number } | undefined {
  const stop = Math.max(
    ...['。', '！', '？', '；', ';', '”', '：', ':'].map((sign) => text.lastIndexOf(sign, end - 1)),
  );
  const words = [...text.slice(stop + 1, end).matchAll(/[^\s\u3000]+/g)];
  const organs: string[] = [];
  let start = end;
  for (const word of words.reverse()) {
    if (!isOrgan(word[0])) break;
    organs.unshift(word[0]);
    start = stop + 1 + word.index;
  }
  return organs.length > 0 ? { organs, start } : undefined;
}
