import { wordsOf } from './visible.ts';

/** Parts the texts of a stream: no text has it. */
const APART = '\n';
/** How far on the next words may stand, so that a short text is not found in a later one. */
const NEAR = 64;
/**
 * From so many signs on a text is itself wherever it stands. A shorter one waits until all others have
 * their place: the name of an office stands in the middle of many sentences.
 */
const LONG = 24;
/** A stretch of words that was moved or cut is looked for in pieces of at least this many. */
const PIECES = [8, 4, 2];
/** A single sign is only taken where its neighbours were found. */
const BESIDE = 120;
/** Words so short are often parts of others: they are first looked for where they stand by themselves. */
const SHORT = 4;
/** What parts the cells of a table and the words of a line. */
const EDGE = /[\s|]/;
/** Characters that are looked through before a text is given up as not found. */
const MOST_LOOKED_AT = 2_000_000_000;

const FIGURE = /\d[\d.,%年月日:/-]*/g;

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * All words that are accounted for, one after another. Each can be taken once, so that a text that stands
 * twice in a file must be found twice.
 */
export class Stream {
  readonly #text: string;
  readonly #taken: Uint8Array;
  /** Places where, in the text itself, something stands before the sign that parts it from the last one. */
  readonly #edges: Uint8Array;
  /** Where the texts of each holder end. */
  readonly #ends: readonly number[];
  /** Before this place a text is not found any more: what is taken stays so. */
  readonly #from = new Map<string, number>();
  /** The same for words that stand by themselves. */
  readonly #alone = new Map<string, number>();
  /** The same for figures that are parts of others. */
  readonly #parts = new Map<string, number>();
  /** Behind what was found last, for each holder; and whose that was. */
  readonly #cursors = new Map<number, number>();
  #last = 0;
  #looked = 0;

  /** @param texts for each holder its texts */
  constructor(texts: readonly (readonly string[])[]) {
    let text = '';
    const edges: number[] = [];
    this.#ends = texts.map((own) => {
      for (const each of own) {
        const words = wordsOf(each);
        edgesOf(each, words, text.length, edges);
        text += words + APART;
      }
      return text.length;
    });
    this.#text = text;
    this.#taken = new Uint8Array(text.length);
    this.#edges = new Uint8Array(text.length + 1);
    for (const at of edges) this.#edges[at] = 1;
  }

  /** Whose text stands at a place, by the order in which holders were given. */
  holder(at: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < (this.#ends[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Takes long words where they are expected, behind the last ones, else anywhere. */
  next(words: string): Place | undefined {
    if (words.length < LONG) return undefined;
    let at = this.#near(words, 0);
    if (at === -1 && this.#last !== 0) at = this.#near(words, this.#last);
    if (at === -1) {
      at = this.#find(words, this.#cursors.get(0) ?? 0);
      if (at === -1) at = this.#find(words, 0);
    }
    if (at === -1) return undefined;
    this.#last = this.holder(at);
    this.#cursors.set(this.#last, at + words.length);
    return this.#take(at, words.length);
  }

  #near(words: string, holder: number): number {
    const from = this.#cursors.get(holder) ?? 0;
    const near = this.#text.slice(from, from + NEAR + words.length).indexOf(words);
    const at = from + near;
    return near === -1 || !this.#isFree(at, words.length) || this.#cutsFigure(at, words) ? -1 : at;
  }

  /** Takes words wherever they stand. */
  anywhere(words: string): Place | undefined {
    if (words.length <= SHORT) {
      let own = this.#alone.get(words) ?? 0;
      if (own !== -1) own = this.#find(words, own);
      while (own !== -1 && !this.#standsAlone(own, words.length)) own = this.#find(words, own + 1);
      this.#alone.set(words, own);
      if (own !== -1) return this.#take(own, words.length);
    }
    let at = this.#from.get(words) ?? 0;
    if (at !== -1) at = this.#find(words, at);
    while (at !== -1 && this.#cutsFigure(at, words)) at = this.#find(words, at + 1);
    this.#from.set(words, at);
    if (at !== -1) return this.#take(at, words.length);
    // A figure is taken out of a longer one only where it stands nowhere else.
    if (!/^\d+$/.test(words)) return undefined;
    const known = this.#parts.get(words) ?? 0;
    const part = known === -1 ? -1 : this.#find(words, known);
    this.#parts.set(words, part);
    return part === -1 ? undefined : this.#take(part, words.length);
  }

  /** Takes the next figure that begins like this one and that nobody has taken. */
  figure(like: string): Place | undefined {
    const first = /[1-9]/.exec(like)?.[0] ?? '0';
    for (const found of this.#text.matchAll(FIGURE)) {
      if (/[1-9]/.exec(found[0])?.[0] !== first) continue;
      if (this.#isFree(found.index, found[0].length))
        return this.#take(found.index, found[0].length);
    }
    return undefined;
  }

  /** Takes words in pieces; what is nowhere is given back. */
  pieces(words: string): { found: Place[]; lost: string[] } {
    const found: Place[] = [];
    const lost: string[] = [];
    let missing: string[] = [];
    // Signs before the first piece are looked for once it is known where that stands.
    const leave = (next: Place | undefined) => {
      let gone = '';
      for (const sign of missing) {
        const place = next && this.#beside(sign, 0, next);
        if (place) found.push(place);
        else gone += sign;
      }
      if (gone !== '') lost.push(gone);
      missing = [];
    };
    for (let at = 0; at < words.length; ) {
      const place = this.#piece(words, at, found.at(-1));
      if (place) {
        leave(place);
        found.push(place);
        at += place.end - place.start;
      } else missing.push(words[at++] as string);
    }
    leave(found.at(-1));
    return { found, lost };
  }

  #piece(words: string, at: number, last: Place | undefined): Place | undefined {
    const beside = last && this.#beside(words, at, last);
    if (beside) return beside;
    for (const size of PIECES) {
      const start = words.slice(at, at + size);
      if (start.length < size) continue;
      const found = this.#find(start, 0);
      if (found !== -1) return this.#take(found, this.#longest(words, at, found));
    }
    return undefined;
  }

  #beside(words: string, at: number, last: Place): Place | undefined {
    const sign = words[at] as string;
    const from = Math.max(0, last.start - BESIDE);
    let best: readonly [number, number] = [0, 0];
    for (let place = from; place < Math.min(this.#text.length, last.end + BESIDE); place++) {
      if (this.#text[place] !== sign || !this.#isFree(place, 1)) continue;
      const size = this.#longest(words, at, place);
      const behind = place >= last.end && best[0] < last.end;
      if (size > best[1] || (size === best[1] && behind)) best = [place, size];
    }
    return best[1] === 0 ? undefined : this.#take(...best);
  }

  /** How many signs from `at` on stand, free, at a place. */
  #longest(words: string, at: number, place: number): number {
    let size = 0;
    while (
      at + size < words.length &&
      this.#text[place + size] === words[at + size] &&
      this.#taken[place + size] === 0
    )
      size++;
    return size;
  }

  #find(words: string, from: number): number {
    let at = from;
    for (;;) {
      if (this.#looked > MOST_LOOKED_AT) return -1;
      const found = this.#text.indexOf(words, at);
      this.#looked += (found === -1 ? this.#text.length : found) - at + 1;
      if (found === -1 || this.#isFree(found, words.length)) return found;
      at = found + 1;
    }
  }

  /** Whether these figures are part of a longer number at a place, or of two: 0 in 1204. */
  #cutsFigure(at: number, words: string): boolean {
    if (!/^\d+$/.test(words)) return false;
    const end = at + words.length;
    return (
      (this.#edges[at] === 0 && /\d/.test(this.#text[at - 1] ?? '')) ||
      (this.#edges[end] === 0 && /\d/.test(this.#text[end] ?? '')) ||
      this.#isParted(at, end)
    );
  }

  #standsAlone(at: number, size: number): boolean {
    const end = at + size;
    const ends = this.#edges[end] === 1 || this.#text[end] === APART;
    return this.#edges[at] === 1 && ends && !this.#isParted(at, end);
  }

  /** Whether signs that follow each other here stand apart in the text. */
  #isParted(at: number, end: number): boolean {
    for (let each = at + 1; each < end; each++) if (this.#edges[each] === 1) return true;
    return false;
  }

  #isFree(at: number, size: number): boolean {
    for (let each = at; each < at + size; each++) if (this.#taken[each] !== 0) return false;
    return true;
  }

  #take(at: number, size: number): Place {
    this.#taken.fill(1, at, at + size);
    return { start: at, end: at + size };
  }

  /** How many characters of a sort nobody has taken, of the holders that `counts` accepts. */
  free(sort: RegExp, counts: (holder: number) => boolean): number {
    let count = 0;
    for (const { 0: sign, index } of this.#text.matchAll(sort))
      if (this.#isFree(index, sign.length) && counts(this.holder(index))) count++;
    return count;
  }
}

/** Where, in the words of a text, one begins that is parted from the last one in the text itself. */
function edgesOf(text: string, words: string, offset: number, edges: number[]): void {
  const whole = text.replaceAll('&nbsp;', ' ');
  let apart = true;
  for (let at = 0, word = 0; word < words.length && at < whole.length; at++) {
    const sign = whole[at] as string;
    if (sign !== words[word]) {
      apart ||= EDGE.test(sign);
      continue;
    }
    if (apart) edges.push(offset + word);
    apart = false;
    word++;
  }
}
