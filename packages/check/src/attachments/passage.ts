import type { Passage } from '@columns/office';
import type { Around, Datum, PersonalType } from '../personal/index.ts';
import { aboutRows, findPersonal, mask, mayBePersonalAs } from '../personal/index.ts';

/** Personal data inside a file, masked, with the place in the file. */
export interface PersonalFact {
  readonly type: PersonalType;
  readonly value: string;
  readonly where: string;
}

/** What the rows below these heads are about: asked once for each array of them. */
const judged = new WeakMap<readonly string[], ReturnType<typeof aboutRows>>();

function aboutOf(heads: readonly string[] | undefined): ReturnType<typeof aboutRows> {
  if (!heads) return {};
  let about = judged.get(heads);
  if (about === undefined) {
    about = aboutRows(heads);
    judged.set(heads, about);
  }
  return about;
}

/** More findings of one file than anybody needs: a roster of the whole county is one mistake. */
const MOST = 20_000;

/** A paragraph can be as long as its file: what is found in it is held for a stretch at a time. */
const STRETCH = 100_000;
/** What stands beside a number and may say what it is, or belong to it, reaches no further. */
const BESIDE = 1_000;

/** The name of a column stands beside each of its cells: a page in its place would be read a million times. */
const LONGEST_LABEL = 300;

function* findInStretches(text: string, around: Around): Generator<Datum> {
  if (text.length <= STRETCH + BESIDE) yield* findPersonal(text, around);
  else {
    for (let start = 0; start < text.length; start += STRETCH) {
      const from = Math.max(0, start - BESIDE);
      for (const datum of findPersonal(text.slice(from, start + STRETCH + BESIDE), around)) {
        const at = from + datum.index;
        // Each is told by the stretch that it begins in.
        if (at >= start && at < start + STRETCH) yield datum;
      }
    }
  }
}

/** How many figures a number has. */
const SHORTEST = 11;
const LONGEST = 20;

/** From here on signs are shown from right to left (Unicode, annex 9). */
const TURNED = '\u202e';
const TURNS = /\u202e([^\u202c\n]*)\u202c?/g;
const turned = (_: string, signs: string) => [...signs].reverse().join('');

/** Collects what is personal in the passages of one file. */
export class PersonalFacts {
  readonly #found: PersonalFact[] = [];
  readonly #known = new Set<string>();
  /** Figures that stand alone, one in a passage, and where the first does. */
  #signs = '';
  #begin = '';

  get found(): readonly PersonalFact[] {
    return this.#found;
  }

  take(passage: Passage): void {
    if (this.#found.length >= MOST) return;
    this.#joinSigns(passage);
    // What a sign turns round is read as it is shown.
    if (passage.text.includes(TURNED))
      this.take({ ...passage, text: passage.text.replaceAll(TURNS, turned), again: 'same' });
    const { text, where, label = '', heads, again } = passage;
    const around = { label: label.slice(0, LONGEST_LABEL), ...aboutOf(heads) };
    if (!mayBePersonalAs(text, around)) return;
    for (const datum of findInStretches(text, around)) {
      if (this.#found.length >= MOST) return;
      // Digits of several cells are a number of eighteen with its check sign, or none.
      if (again === 'groups' && datum.type !== 'id-number') continue;
      const value = mask(datum);
      const key = `${datum.type} ${value}`;
      // What was found already is not found again by another reading of the same.
      if (again !== undefined && this.#known.has(key)) continue;
      this.#known.add(key);
      this.#found.push({ type: datum.type, value, where });
    }
  }

  /** Paragraphs, boxes or cells below each other with one figure each are read as one number. */
  #joinSigns({ text, where }: Passage): void {
    if (text.length < 4 && /^\s?[\dXx０-９]\s?$/.test(text)) {
      if (this.#signs === '') this.#begin = where;
      this.#signs += text.trim();
      return;
    }
    const joined = this.#signs;
    if (joined === '') return;
    this.#signs = '';
    if (joined.length >= SHORTEST && joined.length <= LONGEST)
      this.take({ text: joined, where: this.#begin, again: 'signs' });
  }

  /** To be called when nothing more comes. */
  end(): void {
    this.#joinSigns({ text: '', where: '' });
  }

  add(found: readonly PersonalFact[]): void {
    this.#found.push(...found);
  }
}
