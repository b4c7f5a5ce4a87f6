import { personalInCsv, personalInText } from '@columns/check/personal';
import { fieldsOf, readCsv, splitFrontMatter } from '@columns/content';

/** A line, a row or a field's value of one version, and whether it may be repeated. */
export interface Part {
  readonly text: string;
  /** Something personal stands in it, or in the place it has in its table or text. */
  readonly personal: boolean;
}

/** One version of an entry's content file, as far as its changes are told. */
export interface TextVersion {
  readonly kind: unknown;
  readonly fields: ReadonlyMap<string, Part>;
  readonly body: readonly Part[];
}

/** `undefined` where the text is no content file. */
export function textVersion(text: string): TextVersion | undefined {
  const split = splitFrontMatter(text);
  if (!split) return undefined;
  const values = fieldsOf(split.head);
  const lines = new Set(personalInText(text).map(({ line }) => line));
  const flagged = fieldsAt(split.head, lines);
  const fields = Object.entries(values).map(([key, value]) => {
    const shown = valueText(value);
    // A value that YAML puts together of several lines or of escapes is looked at as it is read.
    const personal = flagged.has(key) || personalInText(`${key}: ${shown}`).length > 0;
    return [key, { text: shown, personal }] as const;
  });
  const body = split.body.split('\n').map((line, index) => ({
    text: line.trim().replaceAll(/\s+/g, ' '),
    personal: lines.has(split.bodyLine + index),
  }));
  return {
    kind: values['kind'],
    fields: new Map(fields),
    body: body.filter(({ text: shown }) => shown !== ''),
  };
}

/** The rows of one version of a table; cells are judged by the head of their column. */
export function tableVersion(text: string): readonly Part[] {
  const { rows, lines } = readCsv(text);
  const personal = new Set(personalInCsv(text).map(({ line }) => line));
  return rows.map((row, index) => ({
    text: row.join('，'),
    personal: personal.has(lines[index] ?? 0),
  }));
}

/** Whether anything personal stands in a table. */
export function tableHoldsPersonal(text: string): boolean {
  return personalInCsv(text).length > 0;
}

/** Whether anything personal stands in a content file; of one that cannot be read it is not known. */
export function textHoldsPersonal(text: string): boolean {
  const version = textVersion(text);
  if (!version) return true;
  return [...version.fields.values(), ...version.body].some(({ personal }) => personal);
}

/** The fields that stand on the given lines of the file; the head begins on its second. */
function fieldsAt(head: string, lines: ReadonlySet<number>): Set<string> {
  const found = new Set<string>();
  let key = '';
  for (const [index, line] of head.split('\n').entries()) {
    key = /^["']?([\w-]+)["']?\s*:/.exec(line)?.[1] ?? key;
    if (lines.has(index + 2)) found.add(key);
  }
  return found;
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).join('、');
  if (typeof value === 'object') return Object.values(value).map(valueText).join('，');
  return String(value);
}
