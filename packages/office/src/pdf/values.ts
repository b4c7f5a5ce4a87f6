/** A value of a PDF file (ISO 32000-1, 7.3). */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfValue[]
  | PdfDictionary;

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string as its bytes, a sign for each. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly object: number;
  readonly generation: number;
  constructor(object: number, generation: number) {
    this.object = object;
    this.generation = generation;
  }
}

export type PdfDictionary = Map<string, PdfValue>;

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  value instanceof Map;

/** The name that a key has as its value. */
export function nameAt(dictionary: PdfDictionary, key: string): string | undefined {
  const value = dictionary.get(key);
  return value instanceof PdfName ? value.name : undefined;
}

const UTF_16BE = new TextDecoder('utf-16be');
const UTF_16LE = new TextDecoder('utf-16le');
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030', { fatal: true });

/** A string as a reader sees it: by its mark, else Latin or, as Chinese programs write, GB18030. */
export function textOf({ bytes }: PdfString): string {
  const raw = Uint8Array.from(bytes, (sign) => sign.charCodeAt(0));
  if (bytes.startsWith('\u00fe\u00ff')) return UTF_16BE.decode(raw.subarray(2));
  if (bytes.startsWith('\u00ff\u00fe')) return UTF_16LE.decode(raw.subarray(2));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no decoder
  if (/^[\u0000-\u007f]*$/.test(bytes)) return bytes;
  for (const decoder of [UTF_8, GB18030]) {
    try {
      return decoder.decode(raw).replace(/^\ufeff/, '');
    } catch {
      // The next encoding, then.
    }
  }
  return bytes;
}
