/** The order of the bytes of a text in UTF-16, by the mark at its start. */
export function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * The encoding that a page or the head of a letter names (`charset=gb2312`), as `TextDecoder` calls it;
 * `undefined` where it names none that a browser knows. What calls itself GB2312 or GBK is GB18030.
 */
export function namedEncoding(head: string): string | undefined {
  const name = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (/^gb/.test(name)) return 'gb18030';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/**
 * Which of the encodings in use here fits bytes that come in pieces: the mark of UTF-16, else UTF-8, else
 * GB18030, and none by guess.
 */
export class EncodingTrial {
  #marked: string | undefined;
  #begun = false;
  #utf8: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });
  #gb18030: TextDecoder | undefined = new TextDecoder('gb18030', { fatal: true });

  /** Whether more bytes could still change the answer. */
  add(piece: Uint8Array): boolean {
    if (!this.#begun) this.#marked = markedUtf16(piece);
    this.#begun = true;
    if (this.#marked !== undefined) return false;
    this.#utf8 = fits(this.#utf8, piece);
    this.#gb18030 = fits(this.#gb18030, piece);
    return this.#utf8 !== undefined || this.#gb18030 !== undefined;
  }

  get encoding(): string | undefined {
    return this.#marked ?? (this.#utf8 ? 'utf-8' : this.#gb18030 ? 'gb18030' : undefined);
  }
}

function fits(decoder: TextDecoder | undefined, piece: Uint8Array): TextDecoder | undefined {
  try {
    decoder?.decode(piece, { stream: true });
    return decoder;
  } catch {
    return undefined;
  }
}
