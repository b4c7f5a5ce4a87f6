import { isKindId, KINDS, readCsv, splitFrontMatter } from '@columns/content';
import { parse } from 'yaml';

/** How many places one change names, and how much of each it quotes. */
const NAMED = 20;
const QUOTED = 60;

/** What changed between two versions of an entry's text, in plain Chinese; a sentence each. */
export function textChanges(before: string, after: string): string[] {
  const [old, now] = [splitFrontMatter(before), splitFrontMatter(after)];
  if (!old || !now) return ['内容文件有改动'];
  const fields = fieldChanges(fieldsOf(before, old.body), fieldsOf(after, now.body));
  return [...fields, ...lineChanges('正文', linesOf(old.body), linesOf(now.body))];
}

/** What changed in a register's table. */
export function tableChanges(before: string, after: string): string[] {
  const [old, now] = [readCsv(before), readCsv(after)];
  const cells = ({ rows }: typeof old) => rows.map((row) => row.join('，'));
  return lineChanges('表格', cells(old), cells(now));
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(text: string, body: string): Fields {
  const head = text.slice(0, text.length - body.length).replace(/^\ufeff?---\r?\n/, '');
  try {
    const value: unknown = parse(head.replace(/\r?\n---\s*$/, '\n'));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

function fieldChanges(before: Fields, after: Fields): string[] {
  const label = labels(after['kind'] ?? before['kind']);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [valueText(before[key]), valueText(after[key])];
    if (old === now) return [];
    if (old === '') return [`增加${label(key)}：${quoted(now)}`];
    if (now === '') return [`删去${label(key)}：${quoted(old)}`];
    return [`${label(key)}由${quoted(old)}改为${quoted(now)}`];
  });
}

/** A field's Chinese title, from the schema that officers' forms are made of. */
function labels(kind: unknown): (key: string) => string {
  const shape = isKindId(kind) ? shapeOf(KINDS[kind].schema) : {};
  return (key) => shape[key]?.meta?.()?.title ?? key;
}

type Shape = Readonly<Record<string, { meta?: () => { title?: string } | undefined } | undefined>>;

function shapeOf(schema: unknown): Shape {
  return (schema as { shape?: Shape }).shape ?? {};
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).join('、');
  if (typeof value === 'object') return Object.values(value).map(valueText).join('，');
  return String(value);
}

function linesOf(body: string): string[] {
  return body.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function lineChanges(what: string, before: readonly string[], after: readonly string[]): string[] {
  const { removed, added } = difference(before, after);
  const unit = what === '表格' ? '行' : '段';
  const said = [
    ...removed.map((line) => `${what}删去：${quoted(line)}`),
    ...added.map((line) => `${what}增加：${quoted(line)}`),
  ];
  const moved = said.length === 0 && before.join('\n') !== after.join('\n');
  if (moved) return [`${what}的先后次序有调整`];
  if (said.length <= NAMED) return said;
  const counts = `${what}共删去 ${removed.length} ${unit}、增加 ${added.length} ${unit}，以下是其中 ${NAMED} 处`;
  return [counts, ...said.slice(0, NAMED)];
}

/** Lines that only one side has, counted: moving a line is no change of its words. */
function difference(before: readonly string[], after: readonly string[]) {
  return { removed: surplus(before, after), added: surplus(after, before) };
}

function surplus(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}

function quoted(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED ? `“${text}”` : `“${characters.slice(0, QUOTED).join('')}……”`;
}
