import type { ColumnItem, Entry, EntryReading, KindId } from '@columns/content';
import {
  decode,
  digestOf,
  isKind,
  isOpen,
  KINDS,
  saidIn,
  schemaAt,
  splitFrontMatter,
} from '@columns/content';
import { elementsIn } from '@columns/content/draft';
import { safeFileName } from '@columns/content/naming';
import type { StatutoryPoint } from '@columns/standard';
import { fileNameFault } from '@columns/standard';
import { packed, sketchOf } from '../duplicates/sketch.ts';
import { proseOf, spared } from '../language/prose.ts';
import { halfWidth } from '../language/punctuation.ts';
import type { UnitNames } from '../language/unit-names.ts';
import type { WordList } from '../language/words.ts';
import { linkFaults } from '../links/links.ts';
import type { PersonalHit } from '../personal/index.ts';
import { personalInCsv, personalInLines, personalInText } from '../personal/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import type { Settings } from '../settings/index.ts';
import { hiddenSigns } from './hidden-signs.ts';
import type { HoursInText } from './hours-in-text.ts';
import { hoursInText } from './hours-in-text.ts';

/** What one entry's text says, apart from all others: plain data that can be kept by its hash. */
export interface EntryFacts {
  /** What rules found in the entry itself. */
  readonly found: readonly (Found & { readonly rule: RuleId })[];
  /** Personal data under an `exemption`: how many of each type. */
  readonly exempted: Readonly<Record<string, number>>;
  /** Something personal stands in it: it may not be kept. */
  readonly personal: boolean;
  /** Of the body: its length in characters, a digest, and a sketch where it is long enough. */
  readonly length: number;
  readonly body?: string;
  readonly sketch?: string;
  /** Elements of the entry's item that it mentions, by their number. */
  readonly mentions: readonly number[];
  /** Of what the law asks of the part of the column that it stands for, what it says: the ids of the points. */
  readonly says?: readonly string[];
  /** Hours that its body tells, where it tells any. */
  readonly hours?: readonly HoursInText[];
}

/** What the facts of every entry of a county are read with. */
export interface Reader {
  readonly settings: Settings;
  readonly words: WordList;
  readonly units: UnitNames;
}

export interface EntryTexts {
  /** The entry's own file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Its CSV, where there is one. */
  readonly csv?: { readonly file: string; readonly bytes: Uint8Array };
  /** Names of the files in its folder. */
  readonly files: readonly string[];
  readonly links: EntryReading['links'];
  readonly entry?: Entry;
  readonly item?: ColumnItem;
  /** What it must say as a part of the column: as its guide to disclosure, for instance. */
  readonly points?: readonly StatutoryPoint[];
}

/** Reads the facts of one entry; also of one that has faults, whose text is in the repository all the same. */
export function entryFacts(texts: EntryTexts, reader: Reader): EntryFacts {
  const { entry, file } = texts;
  const text = textOf(texts.bytes);
  const csv = texts.csv && textOf(texts.csv.bytes);
  const personal = [
    ...personalInText(text).map((hit) => ({ ...hit, file })),
    ...(csv === undefined
      ? []
      : personalInCsv(csv).map((hit) => ({ ...hit, file: texts.csv?.file as string }))),
    ...namesOf(texts).flatMap((name) =>
      personalInLines(name).map((hit) => ({ ...hit, file, line: 1, column: 1, field: '文件名' })),
    ),
  ];
  const exempt = entry?.data.exemption !== undefined;
  const split = splitFrontMatter(text);
  const body = split?.body ?? '';
  const open = entry !== undefined && isOpen(entry);
  const hours = open ? hoursInText(entry.data.title, body, split?.bodyLine ?? 1) : [];
  const length = body.replaceAll(/\s+/g, '').length;
  return {
    found: [
      ...(exempt ? [] : personal.map(personalFound)),
      ...nameFaults(texts),
      ...signFaults(text, file),
      ...(csv === undefined ? [] : signFaults(csv, texts.csv?.file as string)),
      ...linkFound(texts, reader),
      ...(entry && split ? languageFound(entry, split, texts, reader) : []),
      ...(open ? endlessNotice(entry, body, file) : []),
    ],
    exempted: exempt ? countTypes(personal) : {},
    personal: personal.length > 0,
    length,
    ...(open && length > 0 ? bodyFacts(body, reader.settings.thresholds['same-length']) : {}),
    ...(hours.length > 0 ? { hours } : {}),
    ...spoken(texts, `${text}\n${csv?.split('\n', 1).join('') ?? ''}`),
  };
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : '';
}

function namesOf({ file, files }: EntryTexts): string[] {
  return [file.split('/').at(-1) ?? '', ...files];
}

const PLACES: Readonly<Record<string, string>> = { 文件名: '文件名中' };

export function personalFound(
  hit: PersonalHit & { readonly file: string },
): Found & { rule: RuleId } {
  const { type, value, line, column, file, field, key } = hit;
  const other = field === undefined ? undefined : (PLACES[field] ?? `“${field}”一列`);
  return {
    rule: `personal/${type}`,
    file,
    line,
    column,
    value,
    ...(key === undefined ? {} : { field: key }),
    ...(other === undefined ? {} : { other }),
  };
}

export function countTypes(hits: readonly { readonly type: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of hits) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Names that no address or no machine takes, each with one that both take and no other file has. */
function nameFaults({ file, files }: EntryTexts): EntryFacts['found'] {
  const folder = file.replace(/\.mdx?$/, '');
  const taken = [...files];
  return files.flatMap((name) => {
    const fault = fileNameFault(name);
    if (fault === undefined) return [];
    const inside = name.slice(0, name.lastIndexOf('/') + 1);
    const kept = inside !== '' && fileNameFault(inside.slice(0, -1)) === undefined ? inside : '';
    const there = taken.filter((one) => one.startsWith(kept)).map((one) => one.slice(kept.length));
    const expected = kept + safeFileName(name, there);
    taken.push(expected);
    const at = { file: `${folder}/${name}`, line: 1, column: 1 };
    return [{ rule: 'shape/attachment-name' as const, ...at, value: name, other: fault, expected }];
  });
}

/** Characters of other forms than the usual ones stand beyond these. */
const MAY_DIFFER = /[\u0300-\u036f\u1100-\u11ff\u2000-\u2fff\u3099\u309a\uf900-\ufaff]/;

function signFaults(text: string, file: string): EntryFacts['found'] {
  const found: (Found & { rule: RuleId })[] = [...hiddenSigns(text, file)];
  if (MAY_DIFFER.test(text) && text !== text.normalize('NFC')) {
    const index = [...text].findIndex(
      (sign) => sign !== sign.normalize('NFC') || /[\u0300-\u036f\u3099\u309a]/.test(sign),
    );
    const signs = [...text].slice(Math.max(0, index - 1), index + 1).join('');
    const expected = signs.normalize('NFC');
    const at = placeOf(text, text.indexOf(signs));
    found.push({
      rule: 'shape/not-nfc',
      file,
      ...at,
      value: signs,
      ...(expected === signs ? {} : { expected }),
    });
  }
  return found;
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function linkFound({ links, file }: EntryTexts, { settings }: Reader): EntryFacts['found'] {
  const unlisted = new Set<string>();
  return linkFaults(links, settings.hosts).flatMap(({ rule, link, value, other }) => {
    // One site that is linked to ten times is one thing to look at.
    if (rule === 'links/unlisted-host') {
      if (unlisted.has(value)) return [];
      unlisted.add(value);
    }
    return [{ rule, file, ...link.at, value, ...(other === undefined ? {} : { other }) }];
  });
}

function languageFound(
  entry: Entry,
  split: { readonly body: string; readonly bodyLine: number },
  { file }: EntryTexts,
  { words, units }: Reader,
): EntryFacts['found'] {
  const { data, lines: fields } = entry;
  const heads = (['title', 'summary'] as const).flatMap((field) => {
    const text = data[field];
    return text === undefined
      ? []
      : [{ line: fields[field] ?? 1, text: spared(text), row: false, field }];
  });
  const lines = [...heads, ...proseOf(split.body, split.bodyLine)];
  const found: (Found & { rule: RuleId })[] = [];
  const told = new Map<string, number>();
  const marks: { line: number; index: number; value: string; count: number }[] = [];
  for (const line of lines) {
    for (const { rule, index, value, expected } of words.slips(line.text, line.row)) {
      const times = told.get(value) ?? 0;
      told.set(value, times + 1);
      if (times > 0) continue;
      found.push({
        rule,
        file,
        line: line.line,
        column: index + 1,
        value,
        ...(expected === undefined ? {} : { expected }),
        ...('field' in line ? { field: line.field as string } : {}),
      });
    }
    const half = halfWidth(line.text);
    if (half) marks.push({ line: line.line, ...half });
  }
  const [first] = marks;
  if (first) {
    const count = marks.reduce((sum, mark) => sum + mark.count, 0);
    found.push({
      rule: 'language/half-width',
      file,
      line: first.line,
      column: first.index + 1,
      value: first.value,
      ...(count > 1 ? { other: `，全文共 ${count} 处` } : {}),
    });
  }
  for (const { line, index, value, name } of units.twoNames(lines)) {
    found.push({
      rule: 'language/unit-names',
      file,
      line,
      column: index + 1,
      value,
      other: name,
      expected: name,
    });
  }
  return found.map((one) => {
    const times = told.get(one.value ?? '') ?? 1;
    const counted = one.rule.startsWith('language/') && one.other === undefined && times > 1;
    return counted ? { ...one, other: `，全文共 ${times} 处` } : one;
  });
}

/** What shows that people may still object: then they must know until when. */
const OBJECTIONS = /公示(?:期|时间|日期|\d)|个?工作日|异议|反馈|提出意见|听证/;

/** 公示 that asks for objections and does not say, where a page and a feed can read it, until when. */
function endlessNotice(entry: Entry, body: string, file: string): EntryFacts['found'] {
  if (!isKind(entry, 'notice') || entry.data.form !== '公示') return [];
  if (entry.data.shownUntil !== undefined || !OBJECTIONS.test(body)) return [];
  const line = entry.lines['form'] ?? 1;
  return [
    { rule: 'completeness/shown-until', file, line, column: 1, field: 'form', kind: 'notice' },
  ];
}

function bodyFacts(body: string, least: number): Pick<EntryFacts, 'body' | 'sketch'> {
  const plain = body.replaceAll(/[\s*_#>|`~\\-]+/g, '');
  return {
    body: digestOf(plain),
    ...(plain.length < least ? {} : { sketch: packed(sketchOf(plain)) }),
  };
}

/** What an entry says of what is asked of it: its item's elements, by any of the words they are made of, and points. */
function spoken(
  { item, entry, files, points }: EntryTexts,
  text: string,
): Pick<EntryFacts, 'mentions' | 'says'> {
  if (!entry || (!item?.elements && !points)) return { mentions: [] };
  const named = [
    ...entry.attachments.map(({ name }) => name),
    ...(entry.table?.columns ?? []),
    ...fieldNames(entry),
    ...files,
  ];
  const all = `${text}\n${named.join('\n')}`;
  const mentions = (item?.elements ?? []).flatMap((element, number) => {
    const words = elementWords(element);
    return words.length === 0 || words.some((word) => isIn(word, all)) ? [number] : [];
  });
  return { mentions, ...(points ? { says: saidIn(all, points).map(({ id }) => id) } : {}) };
}

/** What the fields of an entry are called in Chinese, and by which other words a catalogue asks for them. */
function fieldNames({ data }: Entry): string[] {
  return Object.keys(data).flatMap((key) => namesOfField(data.kind, key));
}

/** By kind and field: every entry asks, and a schema takes its time to answer. */
const fieldNamesKnown = new Map<string, readonly string[]>();

function namesOfField(kind: KindId, key: string): readonly string[] {
  const known = fieldNamesKnown.get(`${kind} ${key}`);
  if (known) return known;
  const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const title = schemaAt(KINDS[kind].schema, [name])?.meta()?.title ?? [];
  const names = [title, elementsIn(kind, name)].flat();
  fieldNamesKnown.set(`${kind} ${key}`, names);
  return names;
}

/** A long word is there where any four characters of it are: 学区划分详细 in 学区划分如下. */
function isIn(word: string, text: string): boolean {
  if (word.length <= 4) return text.includes(word);
  for (let at = 0; at + 4 <= word.length; at++) {
    if (text.includes(word.slice(at, at + 4))) return true;
  }
  return false;
}

/** `办理时间、地点（方式）` → 时间, 地点, 方式: the words an element can be known by. */
export function elementWords(element: string): string[] {
  // What is named for every place alike, or is the title itself, cannot be missing in a text.
  if (/^(?:各地|其他|其它|依法|法律、?法规(?:和|、)|事项名称$|标题$|文件名称$)/.test(element))
    return [];
  return element
    .split(/[、，,；;：:（）()“”"《》\s/]|以及|以?及其?|和|与|或|的|等/)
    .map((word) =>
      word.replace(/^(?:各类|各级|有关|相关|主要|其他|申请|办理|办事|基本|具体|本级)(?=.{2})/, ''),
    )
    .map((word) =>
      word.replace(/(?<=.{2})(?:情况|信息|名称|内容|事项|材料|工作|方式|要求|说明)$/, ''),
    )
    .filter((word) => word.length >= 2);
}
