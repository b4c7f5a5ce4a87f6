/** How characters are read: pinyin, its initials, and characters that sound alike. */
import type { Words } from './words.ts';

export class Sounds {
  readonly #of = new Map<string, string[]>();

  constructor(sounds: Words['sounds']) {
    for (const [syllable, chars] of Object.entries(sounds)) {
      for (const char of chars) this.#of.set(char, [...(this.#of.get(char) ?? []), syllable]);
    }
  }

  /** Whether two characters sound alike, by ears that take zh for z, ing for in and n for l. */
  alike(one: string, other: string): boolean {
    const heard = new Set((this.#of.get(one) ?? []).map(blurred));
    return (this.#of.get(other) ?? []).some((syllable) => heard.has(blurred(syllable)));
  }

  /**
   * The stretch of a name that is read as these letters: all of a name by its initials, three or more;
   * its beginning, or three characters anywhere, by whole syllables.
   * @returns '' where none is
   */
  readAs(name: string, letters: string): string {
    const chars = [...name];
    const initials =
      letters.length > 2 &&
      letters.length === chars.length &&
      chars.every((char, at) => this.#readings(char).some((read) => read[0] === letters[at]));
    if (initials) return name;
    for (let from = 0; from < chars.length - 1; from += 1) {
      const end = this.#through(chars, from, letters);
      if (end - from >= (from === 0 ? 2 : 3)) return chars.slice(from, end).join('');
    }
    return '';
  }

  /** Where the letters end that begin at a character; -1 where they are not read so. */
  #through(chars: readonly string[], at: number, letters: string): number {
    if (letters === '') return at;
    for (const read of this.#readings(chars[at] ?? '')) {
      const end = letters.startsWith(read)
        ? this.#through(chars, at + 1, letters.slice(read.length))
        : -1;
      if (end >= 0) return end;
    }
    return -1;
  }

  #readings(char: string): readonly string[] {
    return this.#of.get(char) ?? (/^[a-z0-9]$/u.test(char) ? [char] : []);
  }
}

function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/ng$/u, 'n')
    .replace(/^l/u, 'n');
}
