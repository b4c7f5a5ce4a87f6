import { personalInText } from '@columns/check/personal';
import { isKindId, KINDS } from '@columns/content';
import { likeness, quoted, quotedChanges } from './quote.ts';
import { type Part, tableVersion, textVersion } from './version.ts';

/** How many places one change names. */
const NAMED = 20;
/** From which likeness on a new line is the old one, changed. */
const LIKE = 0.5;
const PERSONAL = '含个人信息，不引用';

/** What is said of a change to what is no longer shown, or was not shown then. */
export const NOT_QUOTED = '内容有改动（有关内容不再公开，不引用）';

/**
 * What changed between two versions of an entry's text, in plain Chinese; a sentence each. What holds
 * something personal is told and not quoted: it may be why the text was changed.
 */
export function textChanges(before: string, after: string): string[] {
  const [old, now] = [textVersion(before), textVersion(after)];
  if (!old || !now) return ['内容文件有改动'];
  const fields = fieldChanges(now.kind ?? old.kind, old.fields, now.fields);
  return [...fields, ...partChanges('正文', old.body, now.body)];
}

/** What changed in a register's table. */
export function tableChanges(before: string, after: string): string[] {
  return partChanges('表格', tableVersion(before), tableVersion(after));
}

/** An attachment by its name, where that may be repeated. */
export function fileName(name: string): string {
  if (name === 'csv') return '表格';
  return personalInText(name).length > 0 ? `附件（名称${PERSONAL}）` : `附件“${name}”`;
}

type Fields = ReadonlyMap<string, Part>;

const NOTHING: Part = { text: '', personal: false };

function fieldChanges(kind: unknown, before: Fields, after: Fields): string[] {
  const label = labels(kind);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key) ?? NOTHING, after.get(key) ?? NOTHING];
    if (old.text === now.text) return [];
    if (old.text === '') return [`增加${label(key)}${said(now)}`];
    if (now.text === '') return [`删去${label(key)}${said(old)}`];
    if (old.personal || now.personal) return [`${label(key)}有改动（${PERSONAL}）`];
    return quotedChanges(old.text, now.text).map(([was, is]) => `${label(key)}由${was}改为${is}`);
  });
}

function said({ text, personal }: Part): string {
  return personal ? `（${PERSONAL}）` : `：${quoted(text)}`;
}

/** A field's Chinese title, from the schema that officers' forms are made of. */
function labels(kind: unknown): (key: string) => string {
  const shape = isKindId(kind) ? shapeOf(KINDS[kind].schema) : {};
  return (key) => shape[key]?.meta?.()?.title ?? '其他项';
}

type Shape = Readonly<Record<string, { meta?: () => { title?: string } | undefined } | undefined>>;

function shapeOf(schema: unknown): Shape {
  return (schema as { shape?: Shape }).shape ?? {};
}

function partChanges(what: string, before: readonly Part[], after: readonly Part[]): string[] {
  const [removed, added] = [surplus(before, after), surplus(after, before)];
  if (removed.length + added.length === 0) {
    const same = before.length === after.length && before.every((part, i) => is(part, after[i]));
    return same ? [] : [`${what}的先后次序有调整`];
  }
  const quotes = quotesOf(
    what,
    removed.filter(({ personal }) => !personal),
    added.filter(({ personal }) => !personal),
  );
  const kept = [
    ...untold(`${what}删去`, removed.filter(({ personal }) => personal).length),
    ...untold(`${what}增加`, added.filter(({ personal }) => personal).length),
  ];
  if (quotes.length <= NAMED) return [...quotes, ...kept];
  const unit = what === '表格' ? '行' : '段';
  const counts = `${what}共删去 ${removed.length} ${unit}、增加 ${added.length} ${unit}，以下是其中 ${NAMED} 处`;
  return [counts, ...quotes.slice(0, NAMED), ...kept];
}

function untold(what: string, count: number): string[] {
  if (count === 0) return [];
  return [`${what}${count === 1 ? '一处' : ` ${count} 处`}（${PERSONAL}）`];
}

/** Each removed line, with the added one beside it that it became. */
function quotesOf(what: string, removed: readonly Part[], added: readonly Part[]): string[] {
  const left = new Set(added);
  const pairs = removed.slice(0, NAMED).flatMap(({ text }) => {
    const became = [...left].find((part) => likeness(text, part.text) >= LIKE);
    if (!became) return [`${what}删去：${quoted(text)}`];
    left.delete(became);
    return quotedChanges(text, became.text).flatMap(([was, now]) => [
      `${what}删去：${was}`,
      `${what}增加：${now}`,
    ]);
  });
  return [
    ...pairs,
    ...removed.slice(NAMED).map(({ text }) => `${what}删去：${quoted(text)}`),
    ...[...left].map(({ text }) => `${what}增加：${quoted(text)}`),
  ];
}

function is(part: Part, other: Part | undefined): boolean {
  return part.text === other?.text;
}

/** Lines that only one side has, counted: moving a line is no change of its words. */
function surplus(parts: readonly Part[], others: readonly Part[]): Part[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return parts.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}
