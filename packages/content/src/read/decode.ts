/** Text of a file, or why its bytes are not text that we can be sure of. */
export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'gb18030' }
  | { readonly broken: 'binary' | 'utf-16' | 'utf-8' | 'unknown'; readonly line: number };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/**
 * Reads UTF-8 or GB18030 (what Excel and old editors in China save), and nothing by guess:
 * a UTF-8 file with a few damaged bytes would decode as GB18030 into wrong characters,
 * so bytes that are mostly UTF-8 are reported as damaged instead.
 */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { broken: 'utf-16', line: 1 };
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { broken: 'binary', line: lineAt(bytes, zero) };
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const damaged = count(lenient, /�/g);
    const intact = count(lenient, /[\u0080-\u{10ffff}]/gu) - damaged;
    // In real GB18030 text nearly every pair of bytes is damage when read as UTF-8.
    if (intact > damaged) return { broken: 'utf-8', line: lineOf(lenient, '�') };
  }
  try {
    return { text: gb18030.decode(bytes), encoding: 'gb18030' };
  } catch {
    return { broken: 'unknown', line: 1 };
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function lineOf(text: string, mark: string): number {
  return text.slice(0, text.indexOf(mark)).split('\n').length;
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 0x0a) line++;
  return line;
}
