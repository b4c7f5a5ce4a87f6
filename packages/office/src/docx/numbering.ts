import type { XmlElement } from '../tree.ts';
import { child, elements, value } from '../tree.ts';
import { numeral } from './numerals.ts';

interface Level {
  readonly format: string;
  /** `%1.%2`: a number for each level up to its own. */
  readonly text: string;
  readonly start: number;
  /** The level, from 1, at which and above which its numbers begin anew; 0: never. */
  readonly restart?: number;
  /** All numbers of its text in Arabic figures: 1.1 below 一、. */
  readonly legal: boolean;
  /** The paragraph style that stands at this level. */
  readonly style?: string;
}

interface List {
  /** Lists of one definition count on together. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where the list starts anew when it is first used. */
  readonly starts: ReadonlyMap<number, number>;
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
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  /** Formats that have no numerals here: their numbers are written in figures. */
  readonly unknown = new Set<string>();

  constructor(tree: XmlElement | undefined) {
    const abstracts = definitions(tree);
    for (const num of elements(tree, 'num')) {
      const abstract = abstracts.get(value(num, 'abstractNumId') ?? '');
      const levels = new Map(abstract?.levels);
      const starts = new Map<number, number>();
      for (const override of elements(num, 'lvlOverride')) {
        const depth = Number(override.attributes['ilvl'] ?? 0);
        const level = child(override, 'lvl');
        if (level) levels.set(depth, levelOf(level));
        const start = value(override, 'startOverride');
        if (start !== undefined) starts.set(depth, Number(start));
      }
      const id = num.attributes['numId'] ?? '';
      this.#lists.set(id, { abstract: abstract?.id ?? `num:${id}`, levels, starts });
    }
  }

  /** The depth at which a list puts paragraphs of a style. */
  depthOf(id: string, style: string): number | undefined {
    const levels = [...(this.#lists.get(id)?.levels ?? [])];
    return levels.find(([, level]) => level.style === style)?.[0];
  }

  /** The next label of a list at a depth; `undefined` where the list has none. */
  next(id: string, depth: number): ListLabel | undefined {
    const list = this.#lists.get(id);
    const level = list?.levels.get(depth);
    if (!list || !level) return undefined;
    if (level.format === 'bullet') return { bullet: true, label: '', number: 0, plain: false };
    const counters = this.#count(list, id, depth, level);
    const label = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const own = list.levels.get(index)?.format ?? 'decimal';
      const number = counters[index] ?? 1;
      if (own === 'none') return '';
      const written = numeral(number, level.legal && own !== 'decimalZero' ? 'decimal' : own);
      if (written === undefined) this.unknown.add(own);
      return written ?? String(number);
    });
    if (label === '') return undefined;
    const plain = level.format === 'decimal' && /^%\d\.$/.test(level.text);
    return { bullet: false, label, number: counters[depth] as number, plain };
  }

  #count(list: List, id: string, depth: number, level: Level): (number | undefined)[] {
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    const key = `${id}:${depth}`;
    const anew = this.#started.has(key) ? undefined : list.starts.get(depth);
    this.#started.add(key);
    if (anew !== undefined) counters[depth] = anew - 1;
    for (let above = 0; above < depth; above++)
      counters[above] ??= list.levels.get(above)?.start ?? 1;
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    for (let below = depth + 1; below < counters.length; below++) {
      const restart = list.levels.get(below)?.restart;
      if (restart === undefined || depth < restart) counters[below] = undefined;
    }
    return counters;
  }
}

/** Definitions by their id; one that only links to a list style is that style's. */
function definitions(
  tree: XmlElement | undefined,
): Map<string, { id: string; levels: ReadonlyMap<number, Level> }> {
  const all = elements(tree, 'abstractNum');
  const byStyle = new Map(
    all.flatMap((each) => {
      const style = value(each, 'styleLink');
      return style === undefined ? [] : [[style, each] as const];
    }),
  );
  return new Map(
    all.map((each) => {
      const meant = byStyle.get(value(each, 'numStyleLink') ?? '') ?? each;
      return [
        each.attributes['abstractNumId'] ?? '',
        { id: meant.attributes['abstractNumId'] ?? '', levels: levelsOf(meant) },
      ];
    }),
  );
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
  const restart = value(level, 'lvlRestart');
  const style = value(level, 'pStyle');
  const legal = child(level, 'isLgl');
  return {
    format: formatOf(level),
    text: value(level, 'lvlText') ?? '',
    start: Number(value(level, 'start') ?? 1),
    legal: legal !== undefined && !['0', 'false', 'off'].includes(legal.attributes['val'] ?? ''),
    ...(restart === undefined ? {} : { restart: Number(restart) }),
    ...(style === undefined ? {} : { style }),
  };
}

/** Newer formats stand beside a plain one that older programs print (`001, 002, …`). */
function formatOf(level: XmlElement): string {
  const newer = child(level, 'AlternateContent', 'Choice', 'numFmt')?.attributes;
  const zeros = /^(0*1),/.exec(newer?.['format'] ?? '')?.[1];
  if (zeros !== undefined) return `zeros:${zeros.length}`;
  return (
    newer?.['val'] ??
    value(level, 'numFmt') ??
    value(child(level, 'AlternateContent', 'Fallback'), 'numFmt') ??
    'decimal'
  );
}
