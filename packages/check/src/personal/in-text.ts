import { readCsv } from '@columns/content';
import type { Around, Datum } from './find.ts';
import { findPersonal, mayBePersonal } from './find.ts';
import { mask } from './mask.ts';
import { unmarked } from './plain.ts';

/** Something personal in a file, masked, and where. Nothing of the datum itself is kept. */
export interface PersonalHit {
  readonly type: Datum['type'];
  readonly value: string;
  readonly line: number;
  readonly column: number;
  /** The column of a table or the field it stands in. */
  readonly field?: string;
}

/** Columns whose rows are about persons. */
const PERSON = /姓名|户主|申请人|户名|村民|居民|当事人|被救助人|受助人|学生|患者|老人/;

/** Marks between the digits of a number, which a reader does not see. */
const MAY_HIDE = /&#|\d[*_~`\\<]/;

/** A column in which a home could stand though no row says so. */
const HEADS_HOME = /^\s*\|.*地址|<th\b[^>]*>[^<]*地址/m;

/** Everything personal in an entry or a settings file: front matter, body and tables of its text. */
export function personalInText(text: string): PersonalHit[] {
  if (!mayBePersonal(text) && !MAY_HIDE.test(text) && !HEADS_HOME.test(text)) return [];
  const lines = text.split(/\r\n?|\n/);
  const hits: PersonalHit[] = [];
  let head: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    const isRow = /^\s*\|/.test(line) || /<t[dh]\b/i.test(line);
    if (!isRow) head = [];
    else if (isHead(line, lines[index + 1])) head = cellsOf(line);
    const homes = isRow && head.some((name) => /住|地址/.test(name));
    if (!homes && !mayBePersonal(line) && !MAY_HIDE.test(line)) continue;
    hits.push(
      ...(isRow ? inRow(line, head) : inLine(line)).map((hit) => ({ ...hit, line: index + 1 })),
    );
  }
  return hits;
}

type LineHit = Omit<PersonalHit, 'line'>;

function inLine(line: string): LineHit[] {
  const around = { label: fieldLabel(line) };
  const found = findPersonal(line, around);
  // Emphasis, tags and character references can hide a number that a reader sees whole.
  const read = MAY_HIDE.test(line) ? unmarked(line) : line;
  const more =
    read === line ? [] : findPersonal(read, around).filter(({ text }) => !line.includes(text));
  return [...found, ...more].map((datum) => ({
    type: datum.type,
    value: mask(datum),
    column: more.includes(datum) ? 1 : datum.index + 1,
  }));
}

function inRow(line: string, head: readonly string[]): LineHit[] {
  const person = head.some((name) => PERSON.test(name));
  return cellsOf(line).flatMap((cell, index) => {
    const label = head[index] ?? '';
    return findPersonal(unmarked(cell), { label, person }).map((datum) => ({
      type: datum.type,
      value: mask(datum),
      column: Math.max(1, line.indexOf(cell) + 1),
      ...(label === '' ? {} : { field: label }),
    }));
  });
}

function isHead(line: string, next: string | undefined): boolean {
  return /<th\b/i.test(line) || (next !== undefined && /^\s*\|?\s*:?-{2,}/.test(next));
}

function cellsOf(line: string): string[] {
  const cells = /<t[dh]\b/i.test(line)
    ? [...line.matchAll(/<t[dh]\b[^>]*>(.*?)(?=<t[dh]\b|<\/t[dhr]>|$)/gi)].map(
        ([, cell]) => cell ?? '',
      )
    : line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|');
  return cells.map((cell) => cell.trim());
}

/** What a field of front matter or of a settings file says its value is. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^[\s-]*(?:index-number|doc-number|matter|id|icp|police|site-id-code|number)\s*:/, '编号'],
];

function fieldLabel(line: string): string {
  return FIELDS.find(([pattern]) => pattern.test(line))?.[1] ?? '';
}

/** Everything personal in a register's table, told with the name of its column. */
export function personalInCsv(text: string): PersonalHit[] {
  if (!mayBePersonal(text) && !/^.*地址/.test(text)) return [];
  const { columns, rows, lines } = readCsv(text);
  const person = columns.some((name) => PERSON.test(name));
  return rows.flatMap((row, index) =>
    row.flatMap((cell, at) => {
      const label = columns[at] ?? '';
      return personalInCell(cell, { label, person }).map(({ type, value }) => ({
        type,
        value,
        line: lines[index] ?? 1,
        column: 1,
        ...(label === '' ? {} : { field: label }),
      }));
    }),
  );
}

/** Everything personal in one cell, masked. */
export function personalInCell(
  cell: string,
  around: Around,
): Pick<PersonalHit, 'type' | 'value'>[] {
  if (cell === '' || (!mayBePersonal(cell) && !/住|地址/.test(around.label ?? ''))) return [];
  return findPersonal(cell, around).map((datum) => ({ type: datum.type, value: mask(datum) }));
}
