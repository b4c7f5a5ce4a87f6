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

/** Collects what is personal in the passages of one file. */
export class PersonalFacts {
  readonly #found: PersonalFact[] = [];
  readonly #known = new Set<string>();

  get found(): readonly PersonalFact[] {
    return this.#found;
  }

  take(passage: Passage): void {
    if (this.#found.length >= MOST) return;
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

  add(found: readonly PersonalFact[]): void {
    this.#found.push(...found);
  }
}
