import { splitFrontMatter } from '@columns/content';
import { editYaml, isObject } from '@columns/content/yaml';
import { parse } from 'yaml';
import type { Lines } from './lines.ts';

export type FieldValue = string | readonly string[] | Readonly<Record<string, string>>;

/**
 * Sets a field of the front matter, or takes it away (`undefined`), and touches no other line. A new field stands
 * last.
 *
 * @param value a text, a list of texts, or an object of texts
 * @throws Error where the file has no front matter
 */
export function setField(lines: Lines, key: string, value: FieldValue | undefined): void {
  const head = headOf(lines);
  const before = linesOf(head);
  const after = linesOf(editYaml(head, { [key]: value }, []));
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  let end = 0;
  while (end < before.length - same && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // The front matter begins on the second line of the file.
  lines.splice(same + 2, before.length - end + 1, after.slice(same, after.length - end));
}

/** The value of a field, as YAML reads it. */
export function fieldValue(lines: Lines, key: string): unknown {
  const data: unknown = parse(headOf(lines), { schema: 'core', version: '1.2' });
  return isObject(data) ? data[key] : undefined;
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

function headOf(lines: Lines): string {
  const split = splitFrontMatter(lines.text);
  if (!split) throw new Error('A file without front matter is no entry.');
  return split.head;
}
