import type { PdfDictionary, PdfValue } from './values.ts';
import { PdfName, PdfReference, PdfString } from './values.ts';

const DEEPEST = 200;

const isSpace = (byte: number | undefined) =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;
/** ( ) < > [ ] { } / % */
const isDelimiter = (byte: number | undefined) =>
  byte === 40 ||
  byte === 41 ||
  byte === 60 ||
  byte === 62 ||
  byte === 91 ||
  byte === 93 ||
  byte === 123 ||
  byte === 125 ||
  byte === 47 ||
  byte === 37;

/** A word of the language itself: `endobj`, `stream`, `true`. */
class Word {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Reads values of a PDF at any place of some bytes (ISO 32000-1, 7.2 and 7.3). */
export class PdfParser {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The value that begins here; throws where none can be read. */
  value(depth = 0): PdfValue {
    const token = this.#token(depth);
    if (token instanceof Word) {
      if (token.word === 'null') return null;
      if (token.word === 'true') return true;
      if (token.word === 'false') return false;
      throw new Error(`no value: ${token.word.slice(0, 20)}`);
    }
    return token;
  }

  /** The word that begins here, without going on. */
  peekWord(): string {
    const before = this.at;
    this.skipSpace();
    let end = this.at;
    while (end < this.#bytes.length && !isSpace(this.#bytes[end]) && !isDelimiter(this.#bytes[end]))
      end++;
    const word = this.#text(this.at, Math.min(end, this.at + 40));
    this.at = before;
    return word;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (isSpace(byte)) this.at++;
      else if (byte === 37) {
        while (
          this.at < this.#bytes.length &&
          this.#bytes[this.at] !== 10 &&
          this.#bytes[this.at] !== 13
        )
          this.at++;
      } else return;
    }
  }

  #token(depth: number): PdfValue | Word {
    if (depth > DEEPEST) throw new Error('too deep');
    this.skipSpace();
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new Error('end');
    if (byte === 47) return this.#name();
    if (byte === 40) return this.#string();
    if (byte === 91) return this.#array(depth);
    if (byte === 60) return this.#bytes[this.at + 1] === 60 ? this.#dictionary(depth) : this.#hex();
    if (isDigit(byte) || byte === 43 || byte === 45 || byte === 46) return this.#number();
    const from = this.at;
    while (
      this.at < this.#bytes.length &&
      !isSpace(this.#bytes[this.at]) &&
      !isDelimiter(this.#bytes[this.at])
    )
      this.at++;
    if (this.at === from) {
      this.at++;
      throw new Error('stray sign');
    }
    return new Word(this.#text(from, Math.min(this.at, from + 40)));
  }

  #number(): PdfValue {
    const number = this.#plainNumber();
    if (!Number.isInteger(number) || number < 0) return number;
    // `12 0 R` is a reference.
    const before = this.at;
    this.skipSpace();
    if (isDigit(this.#bytes[this.at])) {
      const generation = this.#plainNumber();
      this.skipSpace();
      const next = this.#bytes[this.at + 1];
      if (
        this.#bytes[this.at] === 82 &&
        (next === undefined || isSpace(next) || isDelimiter(next))
      ) {
        this.at++;
        return new PdfReference(number, generation);
      }
    }
    this.at = before;
    return number;
  }

  #plainNumber(): number {
    const from = this.at;
    while (/[\d.+-]/.test(String.fromCharCode(this.#bytes[this.at] ?? 0))) this.at++;
    const number = Number.parseFloat(this.#text(from, this.at).replace(/^([+-])+/, '$1'));
    return Number.isNaN(number) ? 0 : number;
  }

  #name(): PdfName {
    this.at++;
    let name = '';
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined || isSpace(byte) || isDelimiter(byte)) return new PdfName(name);
      const code = byte === 35 ? this.#text(this.at + 1, this.at + 3) : '';
      if (/^[\da-f]{2}$/i.test(code)) {
        name += String.fromCharCode(Number.parseInt(code, 16));
        this.at += 3;
      } else {
        name += String.fromCharCode(byte);
        this.at++;
      }
    }
  }

  #string(): PdfString {
    this.at++;
    const pieces: string[] = [];
    let depth = 1;
    let from = this.at;
    const flush = () => pieces.push(this.#text(from, this.at));
    while (this.at < this.#bytes.length) {
      const byte = this.#bytes[this.at];
      if (byte === 92) {
        flush();
        pieces.push(this.#escape());
        from = this.at;
        continue;
      }
      if (byte === 40) depth++;
      if (byte === 41 && --depth === 0) {
        flush();
        this.at++;
        return new PdfString(pieces.join(''));
      }
      this.at++;
    }
    throw new Error('string without end');
  }

  #escape(): string {
    const sign = String.fromCharCode(this.#bytes[this.at + 1] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(this.#text(this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += 1 + octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 2;
    if (sign === '\r' && this.#bytes[this.at] === 10) this.at++;
    const named = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' }[sign];
    return named ?? sign;
  }

  #hex(): PdfString {
    const end = this.#bytes.indexOf(62, this.at);
    if (end === -1) throw new Error('string without end');
    const digits = this.#text(this.at + 1, end).replaceAll(/[^\da-f]/gi, '');
    this.at = end + 1;
    let text = '';
    for (let at = 0; at < digits.length; at += 2)
      text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
    return new PdfString(text);
  }

  #array(depth: number): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.#bytes[this.at] === 93) {
        this.at++;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const dictionary: PdfDictionary = new Map();
    for (;;) {
      this.skipSpace();
      if (this.#closes()) {
        this.at += 2;
        return dictionary;
      }
      const key = this.#token(depth + 1);
      if (!(key instanceof PdfName)) throw new Error('no key');
      this.skipSpace();
      // A key without a value, as careless programs write.
      if (this.#closes()) continue;
      const value = this.value(depth + 1);
      // A key twice: readers take one, we must see both.
      const other = dictionary.get(key.name);
      dictionary.set(other === undefined ? key.name : `${key.name}\u0000${dictionary.size}`, value);
    }
  }

  /** Whether a dictionary ends here: one bracket alone ends none, and readers go on behind it. */
  #closes(): boolean {
    return this.#bytes[this.at] === 62 && this.#bytes[this.at + 1] === 62;
  }

  #text(from: number, to: number): string {
    let text = '';
    for (let at = from; at < to; at += 0x2000)
      text += String.fromCharCode(...this.#bytes.subarray(at, Math.min(to, at + 0x2000)));
    return text;
  }
}
