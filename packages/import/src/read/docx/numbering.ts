import type { XmlElement } from '@columns/office';
import { child, elements, value } from '@columns/office';
import { toChinese } from '../../facts/numerals.ts';
import { roman } from '../../shape/list-numbers.ts';

interface Level {
  readonly format: string;
  /** `%1.%2`: a number for each level up to its own. */
  readonly text: string;
  readonly start: number;
}

export interface ListLabel {
  readonly bullet: boolean;
  /** What is printed before the paragraph. */
  readonly label: string;
  /** The number itself. */
  readonly number: number;
  /** A plain `1.`, as a list on the page prints it too. */
  readonly plain: boolean;
}

/** Counts a document's automatic numbers as Word does: they stand nowhere in its text. */
export class Numbering {
  readonly #lists = new Map<string, { abstract: string; levels: Map<number, Level> }>();
  readonly #counters = new Map<string, number[]>();

  constructor(tree: XmlElement | undefined) {
    const abstracts = new Map(
      elements(tree, 'abstractNum').map((each) => [
        each.attributes['abstractNumId'] ?? '',
        levelsOf(each),
      ]),
    );
    for (const num of elements(tree, 'num')) {
      const abstract = value(num, 'abstractNumId') ?? '';
      const levels = new Map(abstracts.get(abstract) ?? []);
      let own = false;
      for (const override of elements(num, 'lvlOverride')) {
        const depth = Number(override.attributes['ilvl'] ?? 0);
        const level = child(override, 'lvl');
        const start = value(override, 'startOverride');
        const base = level ? levelOf(level) : levels.get(depth);
        if (!base) continue;
        levels.set(depth, start === undefined ? base : { ...base, start: Number(start) });
        own = true;
      }
      const id = num.attributes['numId'] ?? '';
      // Lists of one definition count on together unless one of them starts anew.
      this.#lists.set(id, { abstract: own ? `num:${id}` : abstract, levels });
    }
  }

  /** The next label of a list at a depth; `undefined` where the list has none. */
  next(id: string, depth: number): ListLabel | undefined {
    const list = this.#lists.get(id);
    const level = list?.levels.get(depth);
    if (!list || !level || level.format === 'none') return undefined;
    if (level.format === 'bullet') return { bullet: true, label: '', number: 0, plain: false };
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    counters.length = Math.min(counters.length, depth + 1);
    for (let above = 0; above < depth; above++)
      counters[above] ??= list.levels.get(above)?.start ?? 1;
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    const label = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return format(counters[index] ?? 1, list.levels.get(index)?.format ?? 'decimal');
    });
    const plain = level.format === 'decimal' && /^%\d\.$/.test(level.text);
    return { bullet: false, label, number: counters[depth] as number, plain };
  }
}

function levelsOf(abstract: XmlElement): Map<number, Level> {
  return new Map(
    elements(abstract, 'lvl').map((level) => [
      Number(level.attributes['ilvl'] ?? 0),
      levelOf(level),
    ]),
  );
}

function levelOf(level: XmlElement): Level {
  return {
    format: value(level, 'numFmt') ?? 'decimal',
    text: value(level, 'lvlText') ?? '',
    start: Number(value(level, 'start') ?? 1),
  };
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** A number in a list's format (ECMA-376 part 1, 17.18.59). */
function format(number: number, name: string): string {
  switch (name) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseCountingThousand':
      return toChinese(number);
    case 'ideographTraditional':
      return STEMS[number - 1] ?? String(number);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replaceAll(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
    case 'decimalEnclosedParen':
      return number <= 20 ? String.fromCharCode(0x2473 + number) : `(${number})`;
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return letters(number);
    case 'lowerLetter':
      return letters(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    default:
      return String(number);
  }
}

function letters(number: number): string {
  const index = (number - 1) % 26;
  return String.fromCharCode(65 + index).repeat(Math.floor((number - 1) / 26) + 1);
}
