import { KINDS, type Kind, type KindId, splitFrontMatter } from '@columns/content';
import { editYaml, isObject, newYaml, same, type Values } from '@columns/content/yaml';
import { parse } from 'yaml';
import { fromForm, toBeSaved, toForm } from './values.ts';

/** An entry's own file taken apart: its front matter as the form holds it, and its text. */
export interface EntryText {
  readonly values: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Reads an entry's file for the form; nothing where it has no front matter of a mapping. */
export function readEntryText(kind: KindId, text: string): EntryText | undefined {
  const split = splitFrontMatter(text);
  if (!split) return undefined;
  const data: unknown = parse(split.head, { schema: 'core', version: '1.2' });
  if (!isObject(data)) return undefined;
  return { values: toForm(kind, data), body: trimmed(split.body) };
}

/**
 * An entry's file with what the form now holds. Of a file that was there, only the lines of changed
 * fields are written anew, and the text only when it changed.
 */
export function writeEntryText(
  kind: KindId,
  { values, body }: EntryText,
  before: string | undefined,
): string {
  const after = toBeSaved(kind, values);
  const split = before === undefined ? undefined : splitFrontMatter(before);
  if (before === undefined || !split) {
    return `---\n${newYaml({ ...after, kind }, fieldOrder(kind))}---\n${bodyText(body)}`;
  }
  const old = readEntryText(kind, before)?.values ?? {};
  const oldWritten = fromForm(kind, old);
  const head = editYaml(split.head, changesOf(oldWritten, after), fieldOrder(kind));
  const text = aroundBody(split.body, body);
  return `---\n${head}---\n${text}`;
}

function changesOf(before: Values, after: Values): Values {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...keys].filter((key) => !same(before[key], after[key])).map((key) => [key, after[key]]),
  );
}

/** The form shows a text without the empty lines around it. */
const trimmed = (body: string): string => body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
/** A text in the place of another: the empty lines around it stay as they were. */
function aroundBody(before: string, body: string): string {
  const shown = trimmed(before);
  if (shown === '' || body.trim() === '') return shown === body ? before : bodyText(body);
  const at = before.indexOf(shown);
  return before.slice(0, at) + trimmed(body) + before.slice(at + shown.length);
}

const bodyText = (body: string): string => (body.trim() === '' ? '' : `\n${trimmed(body)}\n`);

/** The order in which officers know the fields; also that of imported entries. */
export function fieldOrder(kind: KindId): string[] {
  const { schema, shape } = KINDS[kind] as Kind;
  const first = ['title', 'kind', 'index-number', 'topic', 'unit'];
  const own = Object.keys(shape);
  const common = Object.keys(schema.shape).filter(
    (key) => !first.includes(key) && !own.includes(key),
  );
  return [...first, ...own, ...common];
}
