import { createHash } from 'node:crypto';
import { camelKeys } from '../camel.ts';
import type { Attachment, Entry, EntryData } from '../entry.ts';
import type { FrontMatter, Kind, KindId } from '../kinds/index.ts';
import { isKindId, KIND_IDS, KINDS } from '../kinds/index.ts';
import { linkTarget, markdownFacts, mdxFacts } from '../markdown/index.ts';
import { inOrder } from '../order.ts';
import type { Place } from '../place.ts';
import type { Position, Problem, ProblemCode } from '../problem.ts';
import { START } from '../problem.ts';
import { decode } from './decode.ts';
import { decodeProblem } from './decode-problem.ts';
import type { SplitFile } from './front-matter.ts';
import { readFrontMatter } from './front-matter.ts';
import { nearest } from './near.ts';
import { quote, schemaProblems } from './schema-problems.ts';
import { readCsv } from './table.ts';

/** A file of the entry's own: its CSV, or one in its attachment folder. */
export interface SideFile {
  readonly path: string;
  readonly size: number;
  readonly bytes: () => Uint8Array;
}

export interface EntryInput {
  readonly county: string;
  readonly demo: boolean;
  /** Path below `content/`. */
  readonly file: string;
  readonly place: Place;
  readonly bytes: Uint8Array;
  readonly csv?: SideFile;
  /** Files in the folder of the entry's name, by path inside it. */
  readonly folder: ReadonlyMap<string, SideFile>;
  /** Elements of the item the entry is filed under. */
  readonly elements: readonly string[];
}

/** A name in an entry that must stand for something elsewhere; checked once all is read. */
export interface Mention extends Position {
  /** `former`: an address the entry itself had, which no other may have. */
  readonly to: 'entry' | 'unit' | 'town' | 'item' | 'page' | 'former';
  readonly target: string;
  readonly field: string;
}

/** A mention with the file it stands in, below `content/`. */
export type FileMention = Mention & { readonly file: string };

export interface EntryReading {
  readonly entry?: Entry;
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
}

/** Reads one entry with everything beside it. Pure but for the lazily read side files. */
export function readEntry(input: EntryInput): EntryReading {
  const reading = new Reading(input);
  const decoded = decode(input.bytes);
  if ('broken' in decoded) return reading.failed(decodeProblem(input.file, decoded));
  // The compiler of .mdx reads UTF-8 only: read otherwise, it could be another document.
  if (input.place.extension === 'mdx' && decoded.encoding !== 'utf-8') {
    return reading.failed(decodeProblem(input.file, { broken: 'not-utf-8', line: 1 }));
  }
  const split = readFrontMatter(decoded.text);
  if (!split) return reading.fail('shape/front-matter-missing', START);
  if (split.yaml.errors.length > 0) {
    for (const { line, column, message } of split.yaml.errors) {
      reading.report('shape/yaml-syntax', { line, column }, { value: message });
    }
    return reading.done();
  }
  const data = readData(reading, split);
  const links = readBody(reading, split);
  if (!data) return reading.done();
  const table = readTable(reading, data);
  const attachments = readAttachments(reading, split, data, links);
  checkAttribute(reading, split, data);
  collectMentions(reading, split, data);
  const { place } = input;
  return reading.done({
    id: place.id,
    county: input.county,
    file: input.file,
    format: place.extension,
    year: place.year,
    ...(place.domain === undefined ? {} : { domain: place.domain }),
    ...(place.item === undefined ? {} : { item: place.item }),
    data: camelKeys(data) as EntryData,
    hasBody: split.body.trim() !== '',
    ...(table === undefined ? {} : { table }),
    attachments,
    files: [...input.folder.keys()].sort(),
    lines: fieldLines(split, data),
    digest: createHash('sha256').update(input.bytes).digest('hex'),
  });
}

/** What is gathered while one file is read. */
class Reading {
  readonly input: EntryInput;
  readonly problems: Problem[] = [];
  readonly mentions: Mention[] = [];
  kind?: KindId;

  constructor(input: EntryInput) {
    this.input = input;
  }

  report(
    code: ProblemCode,
    at: Position,
    more: Omit<Partial<Problem>, 'code' | 'line' | 'column'> = {},
  ): void {
    this.problems.push({ file: this.input.file, ...more, code, line: at.line, column: at.column });
  }

  fail(code: ProblemCode, at: Position): EntryReading {
    this.report(code, at);
    return this.done();
  }

  failed(problem: Problem): EntryReading {
    this.problems.push(problem);
    return this.done();
  }

  done(entry?: Entry): EntryReading {
    const { mentions, kind } = this;
    const problems = kind ? this.problems.map((problem) => ({ ...problem, kind })) : this.problems;
    return { problems, mentions, ...(entry === undefined ? {} : { entry }) };
  }
}

function readData(reading: Reading, { yaml }: SplitFile): FrontMatter | undefined {
  const { value } = yaml;
  const { file, place, demo } = reading.input;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reading.report('shape/front-matter-missing', yaml.valueAt([]));
    return undefined;
  }
  const kindId = Reflect.get(value, 'kind') as unknown;
  if (!isKindId(kindId)) {
    const names = KIND_IDS.map((id) => `${id}（${KINDS[id].name}）`).join('、');
    reading.report(
      kindId === undefined || kindId === null ? 'shape/missing-field' : 'shape/unknown-kind',
      yaml.valueAt(['kind']),
      {
        field: 'kind',
        ...(kindId === undefined ? {} : { value: kindId === null ? '' : quote(kindId) }),
        expected: names,
        ...(typeof kindId === 'string' ? other(nearest(kindId, KIND_IDS)) : {}),
      },
    );
    return undefined;
  }
  reading.kind = kindId;
  const kind = KINDS[kindId] as Kind;
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) {
    reading.problems.push(...schemaProblems(parsed.error, yaml, file, kind.schema));
    return undefined;
  }
  const data = parsed.data as FrontMatter;
  const contradictions = [
    ...inOrder(data, ['formed', '成文日期'], ['published', '发布日期']),
    ...(kind.contradictions?.(data as never) ?? []),
  ];
  for (const { path, message, expected } of contradictions) {
    reading.report('shape/contradiction', yaml.valueAt(path), {
      field: path.map(String).join('.'),
      value: message,
      expected,
    });
  }
  if (place.kind !== undefined && place.kind !== kindId) {
    reading.report('shape/misplaced', yaml.valueAt(['kind']), {
      field: 'kind',
      value: kindId,
      expected: `_${kindId}/${place.year}/`,
    });
  }
  if (Number(data.published.slice(0, 4)) !== place.year) {
    reading.report('shape/year-mismatch', yaml.valueAt(['published']), {
      field: 'published',
      value: data.published,
      other: String(place.year),
    });
  }
  if (demo && data.example !== true && data.source === undefined) {
    reading.report('shape/origin-missing', yaml.valueAt([]));
  }
  return data;
}

function fieldLines({ yaml }: SplitFile, data: FrontMatter): Record<string, number> {
  return Object.fromEntries(Object.keys(data).map((field) => [field, yaml.keyAt([field]).line]));
}

interface BodyLink {
  readonly url: string;
  readonly at: Position;
}

function readBody(reading: Reading, split: SplitFile): readonly BodyLink[] {
  const mdx = reading.input.place.extension === 'mdx';
  const facts = mdx ? mdxFacts(split.body) : markdownFacts(split.body);
  const shift = (at: Position) => ({ line: at.line + split.bodyLine - 1, column: at.column });
  for (const { code, value, expected, ...at } of facts.faults) {
    reading.report(code, shift(at), {
      value: quote(value),
      ...(expected === undefined ? {} : { expected }),
    });
  }
  return facts.links.map(({ url, at }) => ({ url, at: shift(at) }));
}

function readTable(reading: Reading, data: FrontMatter): Entry['table'] {
  const { csv, elements, place } = reading.input;
  const wanted = data.kind === 'register' && data.attribute.type === '主动' && !data.withdrawn;
  if (data.kind !== 'register') {
    if (csv) reading.report('shape/stray-file', START, { file: csv.path, value: csv.path });
    return undefined;
  }
  if (!csv) {
    if (wanted) reading.report('shape/csv-missing', START, { value: `${place.id}.csv` });
    return undefined;
  }
  const decoded = decode(csv.bytes());
  if ('broken' in decoded) {
    reading.problems.push(decodeProblem(csv.path, decoded));
    return undefined;
  }
  const table = readCsv(decoded.text);
  for (const { code, line, column, ...more } of table.faults) {
    reading.report(code, { line, column }, { ...more, file: csv.path });
  }
  if (table.columns.length === 0) return undefined;
  const expected = data.columns ?? elements;
  const from = `${data.columns ? '同名 .md 文件的 columns' : '该事项的公开要素'}：${expected.join('、')}`;
  for (const name of expected) {
    if (table.columns.includes(name)) continue;
    reading.report('shape/csv-column-missing', START, {
      file: csv.path,
      field: name,
      value: table.columns.join('、'),
      expected: from,
      ...other(nearest(name, table.columns)),
    });
  }
  if (data.columns) {
    for (const name of table.columns) {
      if (name === '' || data.columns.includes(name)) continue;
      reading.report('shape/csv-column-unknown', START, {
        file: csv.path,
        field: name,
        value: name,
        expected: from,
      });
    }
  }
  return { columns: table.columns, rows: table.rows.length };
}

function readAttachments(
  reading: Reading,
  { yaml }: SplitFile,
  data: FrontMatter,
  links: readonly BodyLink[],
): Attachment[] {
  const { folder, place } = reading.input;
  const used = new Set<string>();
  const attachments: Attachment[] = [];
  for (const [index, { file, name }] of (data.attachments ?? []).entries()) {
    const side = folder.get(file);
    used.add(file);
    if (side) attachments.push({ file, name, size: side.size });
    else missing(file, `attachments.${index}.file`, yaml.valueAt(['attachments', index, 'file']));
  }
  const prefix = `${place.id}/`;
  for (const { url, at } of links) {
    const path = plainPath(url.split(/[?#]/, 1).join(''));
    if (path === '' || linkTarget(url) !== 'inside') continue;
    if (path.startsWith(prefix)) {
      const file = path.slice(prefix.length);
      used.add(file);
      if (!folder.has(file)) missing(file, 'body', at);
    } else {
      reading.mentions.push({ to: 'page', target: path, field: 'body', ...at });
    }
  }
  for (const [file, side] of folder) {
    if (!used.has(file))
      reading.report('shape/attachment-unlisted', START, { file: side.path, value: file });
  }
  return attachments;

  function missing(file: string, field: string, at: Position): void {
    reading.report('shape/attachment-missing', at, {
      field,
      value: file,
      expected: `${place.id}/${file}`,
      ...other(nearest(file, [...folder.keys()])),
    });
  }
}

/** An entry that is not open to all is a ledger row only: the repository itself is public (contract 3). */
function checkAttribute(reading: Reading, split: SplitFile, data: FrontMatter): void {
  const { csv, folder } = reading.input;
  const { type } = data.attribute;
  const at = split.yaml.valueAt(['attribute', 'type']);
  if (type === '主动') {
    const kind = KINDS[data.kind];
    if (
      kind.body === 'required' &&
      split.body.trim() === '' &&
      !data.withdrawn &&
      !data.attachments?.length
    ) {
      reading.report('shape/body-missing', { line: split.bodyLine, column: 1 });
    }
    return;
  }
  const has = [
    split.body.trim() !== '' ? '正文' : '',
    csv ? '数据表' : '',
    folder.size > 0 || data.attachments?.length ? '附件' : '',
  ].filter((part) => part !== '');
  if (has.length > 0) {
    reading.report('shape/body-not-allowed', at, {
      field: 'attribute.type',
      value: type,
      other: has.join('、'),
    });
  }
  if (type === '不予' && data.attribute.grounds === undefined) {
    reading.report('shape/missing-field', at, {
      field: 'attribute.grounds',
      expected: '不予公开的法律依据',
    });
  }
}

function collectMentions(reading: Reading, { yaml }: SplitFile, data: FrontMatter): void {
  const add = (to: Mention['to'], target: string | undefined, path: readonly PropertyKey[]) => {
    if (target === undefined) return;
    reading.mentions.push({ to, target, field: path.map(String).join('.'), ...yaml.valueAt(path) });
  };
  add('unit', data.unit, ['unit']);
  add('town', data.town, ['town']);
  add('entry', data.validity?.by, ['validity', 'by']);
  for (const [index, old] of (data.formerly ?? []).entries())
    add('former', old, ['formerly', index]);
  for (const [index, item] of (data.also ?? []).entries()) add('item', item, ['also', index]);
  for (const field of (KINDS[data.kind] as Kind).references) {
    const targets = [Reflect.get(data, field) as unknown].flat();
    for (const [index, target] of targets.entries()) {
      if (typeof target === 'string') add('entry', target, [field, index]);
      else if (typeof target === 'object' && target !== null)
        add('entry', (target as { entry?: string }).entry, [field, index, 'entry']);
    }
  }
  if (data.kind === 'statement') {
    for (const [index, item] of (data.covers ?? []).entries()) add('item', item, ['covers', index]);
  }
}

/** `%E5%90%8D` as it is read; a loose `%` stays one. */
function plainPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function other(name: string | undefined): { other?: string } {
  return name === undefined ? {} : { other: name };
}
