import type { Counted } from '@columns/office/count';
import type { Held } from './held.ts';
import type { Place } from './stream.ts';
import { Stream } from './stream.ts';
import { signsOf, visible, wordsOf } from './visible.ts';

/**
 * What became of everything in a file, in characters without white space; a number that is shown in a form
 * of its own, a picture, an address and a sign of a symbol font count as one each. `source` is the sum of
 * the others.
 */
export interface Balance {
  readonly source: number;
  readonly inEntry: number;
  readonly leftOut: readonly LeftOut[];
  /** What nobody accounts for. */
  readonly unhandled: {
    readonly characters: number;
    readonly texts: readonly Lost[];
  };
}

export interface LeftOut {
  readonly reason: string;
  readonly characters: number;
}

export interface Lost {
  readonly text: string;
  readonly where: string;
}

/** Characters that stand for those of a symbol font. */
const SYMBOLIC = /[\p{S}\p{No}\p{Script=Greek}•▪′″…—]/gu;

/** Holds what was counted in a file against what its entries and the report account for. */
export function balanceOf(source: readonly Counted[], held: readonly Held[]): Balance {
  return new Scales(held).weigh(source);
}

/** How much was counted in a file, in the characters of its balance. */
export function charactersOf(source: readonly Counted[]): number {
  let characters = 0;
  for (const { sort, text } of source)
    characters +=
      sort === 'text' || sort === 'cell' ? wordsOf(text).length + signsOf(text).length : 1;
  return characters;
}

class Scales {
  readonly #held: readonly Held[];
  readonly #stream: Stream;
  readonly #cells: Pool;
  readonly #lost: Lost[] = [];
  /** Characters by holder. */
  readonly #found: number[];
  #unhandled = 0;

  constructor(held: readonly Held[]) {
    this.#held = held;
    this.#stream = new Stream(held.map(({ texts }) => texts));
    this.#cells = new Pool(held);
    this.#found = held.map(() => 0);
  }

  weigh(source: readonly Counted[]): Balance {
    const of = (...sorts: Counted['sort'][]) => source.filter(({ sort }) => sorts.includes(sort));
    this.#words(of('text', 'cell'));
    this.#marks(of('text', 'cell'));
    this.#numbers(of('number'), new Set(of('text', 'cell').map(({ text }) => visible(text))));
    this.#links(of('link'));
    const pictures = this.#held.map((each) => each.pictures);
    this.#number(of('picture'), pictures, '图片');
    const free = this.#stream.free(SYMBOLIC, (holder) => this.#held[holder]?.reason === undefined);
    const signs = this.#held.map((each, index) => each.signs + (index === 0 ? free : 0));
    this.#number(of('sign'), signs, '符号');
    return this.#balance();
  }

  #balance(): Balance {
    const reasons = new Map<string, number>();
    let inEntry = 0;
    for (const [index, { reason }] of this.#held.entries()) {
      const count = this.#found[index] ?? 0;
      if (reason === undefined) inEntry += count;
      else if (count > 0) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
    }
    const leftOut = [...reasons].map(([reason, characters]) => ({ reason, characters }));
    const out = leftOut.reduce((sum, { characters }) => sum + characters, 0);
    return {
      source: inEntry + out + this.#unhandled,
      inEntry,
      leftOut,
      unhandled: { characters: this.#unhandled, texts: this.#lost },
    };
  }

  /** Longest first: a short text must not be taken out of the middle of a long one. */
  #words(things: readonly Counted[]): void {
    const later: { words: string; where: string }[] = [];
    for (const { sort, text, where } of things) {
      const words = wordsOf(text);
      if (words === '' || (sort === 'cell' && this.#cell(text, words.length))) continue;
      const place = this.#stream.next(words);
      if (place) this.#credit(place);
      else later.push({ words, where });
    }
    later.sort((a, b) => b.words.length - a.words.length);
    const broken = later.filter(({ words }) => {
      const place = this.#stream.anywhere(words);
      if (place) this.#credit(place);
      return place === undefined;
    });
    if (broken.length === 0) return;
    // What is told beside a cell's own words makes it another cell.
    const rest = this.#cells.rest();
    const cells = new Stream(rest);
    for (const { words, where } of broken) {
      const cell = cells.anywhere(words);
      if (cell) {
        this.#add(cells.holder(cell.start), words.length);
        continue;
      }
      const { found, lost } = this.#stream.pieces(words);
      for (const place of found) this.#credit(place);
      for (const missing of lost) {
        const { found: inCells, lost: gone } = cells.pieces(missing);
        for (const { start, end } of inCells) this.#add(cells.holder(start), end - start);
        for (const text of gone) this.#lose(text, where, text.length);
      }
    }
  }

  #credit({ start, end }: Place): void {
    this.#add(this.#stream.holder(start), end - start);
  }

  #add(holder: number, characters: number): void {
    this.#found[holder] = (this.#found[holder] ?? 0) + characters;
  }

  #lose(text: string, where: string, characters: number): void {
    this.#lost.push({ text, where });
    this.#unhandled += characters;
  }

  #cell(text: string, characters: number): boolean {
    const holder = this.#cells.take(visible(text));
    if (holder !== undefined) this.#add(holder, characters);
    return holder !== undefined;
  }

  /** Signs of Markdown are many in what is written: they can only be held against it by number. */
  #marks(things: readonly Counted[]): void {
    const wanted = new Map<string, number>();
    for (const { text } of things)
      for (const sign of signsOf(text)) wanted.set(sign, (wanted.get(sign) ?? 0) + 1);
    if (wanted.size === 0) return;
    const there = this.#held.map((each) => {
      const counts = new Map<string, number>();
      for (const text of [...each.texts, ...each.cells])
        for (const sign of signsOf(text)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
      return counts;
    });
    for (const [sign, count] of wanted) {
      let left = count;
      for (const [holder, counts] of there.entries()) {
        const own = Math.min(left, counts.get(sign) ?? 0);
        this.#add(holder, own);
        left -= own;
      }
      if (left > 0) this.#lose(sign.repeat(left), '全文', left);
    }
  }

  /**
   * A value as it is stored, else whatever cell is left: it may be shown as a day, with 万, as a dash or a
   * word. What stands in a cell as words shows no number: cells that are merged repeat theirs.
   */
  #numbers(things: readonly Counted[], written: ReadonlySet<string>): void {
    const shown = things.filter(({ text }) => {
      const holder = this.#cells.take(visible(text));
      if (holder !== undefined) this.#add(holder, 1);
      return holder === undefined;
    });
    // A short one can also be found in words: in a head of several lines.
    shown.sort((a, b) => Number(a.text.length <= 2) - Number(b.text.length <= 2));
    for (const { text, where } of shown) {
      const place = text.length > 2 ? this.#stream.anywhere(wordsOf(text)) : undefined;
      // Above and below its table a number stands in the text.
      const holder = place
        ? this.#stream.holder(place.start)
        : (this.#cells.any(written) ?? this.#among(text));
      if (holder === undefined) this.#lose(text, where, 1);
      else this.#add(holder, 1);
    }
  }

  #among(text: string): number | undefined {
    // A head of several lines may hold a logical value in words.
    const said = text === '1' ? '是' : text === '0' ? '否' : undefined;
    const place =
      this.#stream.anywhere(wordsOf(text)) ??
      this.#stream.figure(text) ??
      daysOf(text).reduce<Place | undefined>(
        (found, day) => found ?? this.#stream.anywhere(day),
        undefined,
      ) ??
      (said && this.#stream.anywhere(said));
    return place && this.#stream.holder(place.start);
  }

  #links(things: readonly Counted[]): void {
    const known = this.#held.map(({ links, texts }) => address([...links, ...texts].join('\n')));
    for (const { text, where } of things) {
      const wanted = address(text);
      const holder = known.findIndex((each) => each.includes(wanted));
      if (holder === -1) this.#lose(text, where, 1);
      else this.#add(holder, 1);
    }
  }

  #number(things: readonly Counted[], there: readonly number[], name: string): void {
    let next = 0;
    for (const [holder, count] of there.entries()) {
      const own = Math.min(count, things.length - next);
      this.#add(holder, own);
      next += own;
    }
    for (const { where } of things.slice(next)) this.#lose(`［${name}］`, where, 1);
  }
}

/** How a number may be shown where it stands for a day: 2026-05-29, 29-May-26. */
function daysOf(stored: string): string[] {
  const number = Math.floor(Number(stored));
  if (!(number > 366 && number < 2_958_466)) return [];
  const day = new Date(Date.UTC(1899, 11, 30) + number * 86_400_000);
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const two = (part: number) => String(part).padStart(2, '0');
  const orders = ['-', '/', '.'].flatMap((mark) => [
    [y, two(m), two(d)].join(mark),
    [y, m, d].join(mark),
    [m, d, y].join(mark),
    [d, m, y].join(mark),
  ]);
  const month = MONTHS[m - 1] ?? '';
  return [
    ...orders,
    `${y}年${m}月${d}日`,
    `${y}年${m}月`,
    `${m}月${d}日`,
    `${d}-${month}-${two(y % 100)}`,
    `${d}-${m}月-${two(y % 100)}`,
    `${m}月-${two(y % 100)}`,
    `${month}-${two(y % 100)}`,
  ];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An address as it is meant, however it is escaped or shortened to what it shows. */
function address(text: string): string {
  const bare = text
    .replaceAll('\\', '')
    .replaceAll(/mailto:|\/+(?=\s|$)/gi, '')
    .toLowerCase();
  // One address that is no good hides none of the others.
  return bare.replaceAll(/(?:%[\da-f]{2})+/g, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });
}

/** The cells that are accounted for: each can be taken once. */
class Pool {
  readonly #holders = new Map<string, number[]>();
  /** Words of cells that may show a number, those that look like one last. */
  #words: string[] | undefined;
  readonly #count: number;

  constructor(held: readonly Held[]) {
    this.#count = held.length;
    for (const [holder, { cells }] of held.entries())
      for (const cell of cells) {
        const words = visible(cell.replaceAll(STRUCK, '$1'));
        const holders = this.#holders.get(words);
        if (holders) holders.push(holder);
        else this.#holders.set(words, [holder]);
      }
  }

  /** The cells that nobody has taken yet, by holder. */
  rest(): string[][] {
    const rest: string[][] = Array.from({ length: this.#count }, () => []);
    for (const [words, holders] of this.#holders)
      for (const holder of holders) rest[holder]?.push(words);
    return rest;
  }

  take(words: string): number | undefined {
    return this.#holders.get(words)?.pop();
  }

  /**
   * Any cell that may show a number.
   *
   * @param written what cells hold as words
   */
  any(written: ReadonlySet<string>): number | undefined {
    this.#words ??= [...this.#holders.keys()]
      .filter((words) => FIGURES.test(words) || !written.has(words))
      .sort((a, b) => Number(FIGURES.test(a)) - Number(FIGURES.test(b)));
    for (let words = this.#words.at(-1); words !== undefined; words = this.#words.at(-1)) {
      const holder = this.take(words);
      if (holder !== undefined) return holder;
      this.#words.pop();
    }
    return undefined;
  }
}

/** Words of a table that no longer hold: what says so is no word of the file. */
const STRUCK = /（已划去：([^）]*)）/g;

/** What a number mostly looks like. */
const FIGURES = /\d|年|月|日|是|否|^[-–—－]+$/;
