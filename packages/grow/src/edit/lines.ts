import { decode } from '@columns/content';

/** A place in a file, 1-based, as problems and mentions name it. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** How many lines the words of a link may take before its target. */
const FAR = 8;

/** A text to be changed in places: every byte that is not changed stays as it is. */
export class Lines {
  readonly #lines: string[];
  readonly #ends: string[];
  readonly #mark: string;
  /** What was changed, by line, for the plan that an officer reads. */
  readonly changed = new Map<number, { before: string; after: string }>();
  readonly encoding: 'utf-8' | 'gb18030';

  private constructor(text: string, encoding: 'utf-8' | 'gb18030') {
    this.encoding = encoding;
    this.#mark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const parts = text.slice(this.#mark.length).split(/(\r\n?|\n)/);
    this.#lines = parts.filter((_, index) => index % 2 === 0);
    this.#ends = parts.filter((_, index) => index % 2 === 1);
  }

  /** `undefined` where the bytes are no text. */
  static of(bytes: Uint8Array): Lines | undefined {
    const decoded = decode(bytes);
    if ('broken' in decoded) return undefined;
    // The decoder may have dropped the mark that the file begins with.
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const text = decoded.text.replace(/^\ufeff/, '');
    return new Lines(marked ? `\ufeff${text}` : text, decoded.encoding);
  }

  /** With one kind of line end and no mark: what readers see, and what places count in. */
  get text(): string {
    return this.#lines.join('\n');
  }

  get count(): number {
    return this.#lines.length;
  }

  line(number: number): string {
    return this.#lines[number - 1] ?? '';
  }

  /**
   * Puts `after` in the place of the first match at or behind a spot, on its line or one of the next few.
   * Changes must come from the end of a file to its start, or their spots would have moved.
   */
  replaceMatch({ line, column }: Spot, pattern: RegExp, before: string, after: string): boolean {
    for (let at = line; at < line + FAR && at <= this.count; at++) {
      const text = this.line(at);
      pattern.lastIndex = at === line ? column - 1 : 0;
      const found = pattern.exec(text)?.index;
      if (found === undefined) continue;
      this.set(at, text.slice(0, found) + after + text.slice(found + before.length));
      return true;
    }
    return false;
  }

  /** Lines `from` to `to` (with it) become `lines`. */
  splice(from: number, to: number, lines: readonly string[]): void {
    const end = this.#ends[from - 1] ?? this.#ends[0] ?? '\n';
    for (let line = from; line <= Math.max(to, from + lines.length - 1); line++) {
      const before = line <= to ? this.line(line) : '';
      this.#note(line, before, lines[line - from] ?? '');
    }
    this.#lines.splice(from - 1, to - from + 1, ...lines);
    this.#ends.splice(from - 1, to - from + 1, ...lines.map(() => end));
  }

  set(line: number, text: string): void {
    this.#note(line, this.line(line), text);
    this.#lines[line - 1] = text;
  }

  #note(line: number, before: string, after: string): void {
    this.changed.set(line, { before: this.changed.get(line)?.before ?? before, after });
  }

  /** In UTF-8, whatever it was. */
  bytes(): Uint8Array {
    const text = this.#lines.map((line, index) => line + (this.#ends[index] ?? '')).join('');
    return Buffer.from(this.#mark + text, 'utf8');
  }
}
