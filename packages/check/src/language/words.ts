import type { Correction, Settings } from '../settings/index.ts';
import { WordFinder } from './finder.ts';

/** A slip in a line: where, what, and what it should be. */
export interface Slip {
  readonly rule: 'language/typo' | 'language/leading-body' | 'language/doubled';
  readonly index: number;
  readonly value: string;
  readonly expected?: string;
}

/** Looks for the words of a county's lists. Made once, used for every line. */
export class WordList {
  readonly #wrong: WordFinder<{ rule: Slip['rule']; correction: Correction }>;
  readonly #proper: WordFinder<true>;
  readonly #doubled: ReadonlySet<string>;
  readonly #allowed: readonly string[];

  constructor(settings: Settings, names: Iterable<string>) {
    const of = (rule: Slip['rule']) => (correction: Correction) =>
      [correction.wrong, { rule, correction }] as const;
    this.#wrong = new WordFinder([
      ...settings.names.map(of('language/leading-body')),
      ...settings.typos.map(of('language/typo')),
    ]);
    this.#proper = new WordFinder([...settings.proper, ...names].map((word) => [word, true]));
    this.#doubled = new Set(settings.doubled);
    this.#allowed = settings.doubledAllowed;
  }

  /** The slips of a line; proper names are spared. */
  slips(text: string, row: boolean): Slip[] {
    const found = this.#listed(text);
    if (!row) for (const slip of this.#repeated(text)) found.push(slip);
    if (found.length === 0) return found;
    const spared = this.#proper.find(text);
    return found.filter(
      ({ index, value }) =>
        !spared.some(
          (name) => name.index < index + value.length && index < name.index + name.word.length,
        ),
    );
  }

  #listed(text: string): Slip[] {
    return this.#wrong.find(text).flatMap(({ index, word, of: { rule, correction } }): Slip[] => {
      if (isPartOf(text, index, word, correction.unless ?? [])) return [];
      return [{ rule, index, value: word, expected: correction.right }];
    });
  }

  #repeated(text: string): Slip[] {
    const found: Slip[] = [];
    for (let index = 0; index + 1 < text.length; index++) {
      const code = text.charCodeAt(index);
      // Only Chinese characters; below them are signs, digits and Latin letters.
      if (code < 0x3400) continue;
      if (code === text.charCodeAt(index + 1)) {
        const sign = text[index] as string;
        const twice = sign + sign;
        if (this.#doubled.has(sign) && !isPartOf(text, index, twice, this.#allowed)) {
          found.push({ rule: 'language/doubled', index, value: twice });
        }
        continue;
      }
      const length = repeatedAt(text, index);
      if (length === 0) continue;
      const value = text.slice(index, index + 2 * length);
      // 一户一户, 逐条逐条, 研究研究: doubled on purpose.
      const meant = MEANT.test(value) || isPartOf(text, index, value, this.#allowed);
      if (!meant && areWords(text, index, length)) {
        found.push({ rule: 'language/doubled', index, value });
      }
      index += 2 * length - 1;
    }
    return found;
  }
}

const HAN = /^\p{Script=Han}+$/u;
/** Words that are doubled on purpose: one by one, and verbs done a little. */
const MEANT =
  /^[一二两三几逐每挨层级]|^(?:研究|讨论|考虑|商量|打听|了解|休息|学习|锻炼|收拾|准备|练习|琢磨|体验|感受|参观){2}$/;

/** The length of the word of two to six characters that stands at `index` and again right behind. */
function repeatedAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  for (let length = 2; length <= 6; length++) {
    if (code !== text.charCodeAt(index + length)) continue;
    if (next !== text.charCodeAt(index + length + 1)) continue;
    const word = text.slice(index, index + length);
    if (text.startsWith(word, index + length) && HAN.test(word)) return length;
  }
  return 0;
}

/** Characters that make a longer word of the one before them. */
const BEGINS = /[人者表书费单证款金会长员处局部率期]/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Whether both halves are words of their own: in 支队支队长 and 切实压实压紧 the same characters stand
 * twice, and nothing is written twice.
 */
function areWords(text: string, index: number, length: number): boolean {
  const from = Math.max(0, index - 8);
  const around = text.slice(from, index + 2 * length + 8);
  const cuts = new Set([...segmenter.segment(around)].map((part) => part.index + from));
  cuts.add(from + around.length);
  // 申请申请人: the second one begins a longer word.
  if (length === 2 && BEGINS.test(text.charAt(index + 2 * length))) return false;
  return [0, length, 2 * length].every((step) => cuts.has(index + step));
}

/** Whether the word at `index` is only a part of one of `wholes` that stands there. */
function isPartOf(text: string, index: number, word: string, wholes: readonly string[]): boolean {
  return wholes.some((whole) => {
    const at = whole.indexOf(word);
    return at !== -1 && index >= at && text.startsWith(whole, index - at);
  });
}
