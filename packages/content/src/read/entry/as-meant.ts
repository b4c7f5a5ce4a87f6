import { DATE_FIELDS } from '../../common.ts';
import type { SplitFile } from '../front-matter.ts';

/** Fields with numbers of an office. */
const TELEPHONES = new Set(['telephone', 'complaints']);

/** Numbers in a row that were parted as Chinese parts them. */
const NUMBERS = /^\s*\d+(?:\s*[，,、；;]\s*\d+)+\s*[，,、；;]?\s*$/;

/**
 * Front matter as it was meant, where YAML reads another thing: `published: 2019` and `telephone: 12345` are texts, and
 * `[3，0，1]` is a row of three numbers. A short number that stands in quotation marks twice has them once.
 */
export function asMeant(value: object, yaml: SplitFile['yaml']): object {
  const dated = DATE_FIELDS.reduce((made, path) => yearAt(made, path, yaml.textAt(path)), value);
  return meant(dated, [], yaml) as object;
}

function meant(value: unknown, path: readonly PropertyKey[], yaml: SplitFile['yaml']): unknown {
  if (TELEPHONES.has(String(path.at(-1)))) return telephone(value, yaml.textAt(path));
  if (Array.isArray(value)) {
    const [only] = value as unknown[];
    if (value.length === 1 && typeof only === 'string' && NUMBERS.test(only)) return numbers(only);
    return mapped(value, (each, index) => meant(each, [...path, index], yaml));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const made = mapped(entries, ([key, inner]) => meant(inner, [...path, key], yaml), 1);
  return made === entries ? value : Object.fromEntries(made as [string, unknown][]);
}

/** The list itself where nothing in it becomes another. `at`: which part of each is looked at. */
function mapped<T>(
  list: readonly T[],
  make: (each: T, index: number) => unknown,
  at?: 1,
): readonly unknown[] {
  let changed = false;
  const made = list.map((each, index) => {
    const before = at === undefined ? each : (each as readonly unknown[])[at];
    const after = make(each, index);
    if (after === before) return each;
    changed = true;
    return at === undefined ? after : [(each as readonly unknown[])[0], after];
  });
  return changed ? made : list;
}

function telephone(value: unknown, text: string | undefined): unknown {
  if (typeof value === 'number' && text !== undefined && /^\d+$/.test(text)) return text;
  if (typeof value !== 'string') return value;
  return /^["“”'](\d[\d-]*)["“”']$/.exec(value)?.[1] ?? value;
}

const numbers = (text: string): number[] =>
  text
    .split(/[，,、；;]/)
    .filter((part) => part.trim() !== '')
    .map(Number);

function yearAt(value: object, [key = '', ...rest]: readonly string[], text?: string): object {
  const own = Reflect.get(value, key) as unknown;
  if (typeof own === 'number' && rest.length === 0)
    return text?.length === 4 ? { ...value, [key]: text } : value;
  if (rest.length === 0 || typeof own !== 'object' || own === null) return value;
  const made = yearAt(own, rest, text);
  return made === own ? value : { ...value, [key]: made };
}
