import type { Department, Town } from '@columns/content';
import { WordFinder } from './finder.ts';

interface Unit {
  readonly id: string;
  readonly name: string;
}

/** Tells whether a text calls one unit by two names that do not contain each other. */
export class UnitNames {
  readonly #finder: WordFinder<Unit>;
  readonly #place: string;
  readonly all: readonly string[];

  /** `place` is the county's own name, which a unit's full name begins with. */
  constructor(units: readonly (Department | Town)[], place: string) {
    this.#place = place;
    const named = units.flatMap((unit) =>
      namesOf(unit).map((word) => [word, { id: unit.id, name: unit.name }] as const),
    );
    this.#finder = new WordFinder(named);
    this.all = named.map(([word]) => word);
  }

  /** Other names of a unit that stand in a text beside its own, the first of each unit. */
  twoNames(
    lines: readonly { readonly line: number; readonly text: string }[],
  ): { line: number; index: number; value: string; name: string }[] {
    const seen = new Map<string, { names: Set<string>; told: boolean }>();
    const found: { line: number; index: number; value: string; name: string }[] = [];
    for (const { line, text } of lines) {
      for (const { index, word, of } of this.#finder.find(text)) {
        const unit = seen.get(of.id) ?? { names: new Set<string>(), told: false };
        seen.set(of.id, unit);
        const other = [...unit.names].find(
          (name) =>
            !name.includes(word) && !word.includes(name) && this.#short(name) !== this.#short(word),
        );
        if (other !== undefined && !unit.told) {
          unit.told = true;
          found.push({ line, index, value: word, name: other });
        }
        unit.names.add(word);
      }
    }
    return found;
  }

  /** 六安市人民政府办公室 and 市政府办 are one name, in full and in short. */
  #short(name: string): string {
    return name
      .replace(this.#place, this.#place.slice(-1))
      .replace('人民政府', '政府')
      .replace(/办公室$/, '办')
      .replace(/委员会$/, '委');
  }
}

export function namesOf(unit: Department | Town): string[] {
  return [unit.name, ...('aliases' in unit ? (unit.aliases ?? []) : [])];
}
