import type { ColumnReading, Gone, SaidOfEntry } from '@columns/content';
import { addressOf, isGone, isOfEntry, readPlace, splitFrontMatter } from '@columns/content';
import { parse } from 'yaml';
import type { Finding } from '../finding.ts';
import { finding } from '../make-finding.ts';
import { publishedBeside } from './published.ts';

/** A county as it stood at the base that a change is compared with. */
export interface BaseCounty {
  readonly id: string;
  /** Every path below the county's folder. */
  readonly paths: readonly string[];
  /** The texts, by path, of those files that are changed or gone now. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Addresses that were published at the base and lead nowhere now: an entry that was removed or renamed
 * leaves its address in `formerly`, or stays as a notice of withdrawal (contract 2); whatever else had an
 * address (attachments, tables, pages of units, towns, villages, institutions) is named in `gone.yaml`.
 */
export function lostAddresses(
  base: BaseCounty,
  reading: ColumnReading,
  gone: readonly Gone[] = [],
): Finding[] {
  const now = new Set<string>(reading.files.flatMap(addressAt));
  for (const { data } of reading.column?.entries ?? []) {
    for (const old of data.formerly ?? []) now.add(`${old}/`);
  }
  const lost = new Map<string, string>();
  for (const path of base.paths) {
    for (const address of addressAt(path)) if (!now.has(address)) lost.set(address, path);
  }
  for (const [path, text] of base.texts) {
    // An entry that cannot be read now may still name its old addresses; that fault is told elsewhere.
    if (!isReadable(path, reading)) continue;
    for (const old of formerlyIn(text)) if (!now.has(`${old}/`)) lost.set(`${old}/`, path);
  }
  for (const [address, path] of lostBeside(base, reading, new Set(lost.keys()))) {
    lost.set(address, path);
  }
  const found = [...lost]
    .filter(([address]) => !isGone(address, gone))
    .map(([address, path]) => at(`${base.id}/${path}`, address));
  const before = baseIn(base);
  const after = reading.column?.county.base;
  if (before !== undefined && after !== undefined && before !== after) {
    found.push(at(`${base.id}/county.yaml`, before));
  }
  return found;
}

/** What stood beside entries' pages and is gone, other than with an entry that says so itself. */
function lostBeside(
  base: BaseCounty,
  { column, files }: ColumnReading,
  entriesLost: ReadonlySet<string>,
): Map<string, string> {
  const before = publishedBeside(base.paths, base.texts);
  const now = publishedBeside(files);
  const parts = column && new Set(pagesOf(column));
  const moved: Pick<SaidOfEntry, 'id' | 'addresses'>[] = (column?.entries ?? []).flatMap(
    (entry) => {
      const { data, id } = entry;
      const old = (data.formerly ?? []).map((one) => `${one}/`);
      const out = data.withdrawn !== undefined || data.attribute.type !== '主动';
      const addresses = out ? [addressOf(entry), ...old] : old;
      // What moved with an entry is listed where its old address leads.
      return addresses.length === 0 ? [] : [{ id: out ? id : '', addresses }];
    },
  );
  const lost = new Map<string, string>();
  for (const [address, path] of before) {
    if (now.has(address) || parts?.has(address)) continue;
    // With its entry, which is told already.
    if ([...entriesLost].some((one) => isOfEntry(address, { id: '', addresses: [one] }))) continue;
    // Lists that cannot be read now say nothing of who is gone.
    if (parts === undefined && path.endsWith('.yaml') && files.length > 0) continue;
    // Of a county that is gone as a whole, entries say enough.
    if (parts === undefined && path === 'county.yaml') continue;
    if (!moved.some((entry) => isOfEntry(address, entry))) lost.set(address, path);
  }
  return lost;
}

function pagesOf(column: NonNullable<ColumnReading['column']>): string[] {
  const { departments, towns, institutions, county } = column;
  return [
    ...departments.map(({ id }) => `units/${id}/`),
    ...towns.map(({ id }) => `towns/${id}/`),
    ...towns.flatMap(({ villages = [] }) =>
      villages.flatMap(({ id }) => (id === undefined ? [] : [`villages/${id}/`])),
    ),
    ...institutions.map(({ id }) => `institutions/${id}/`),
    `domains/（${county.structure}）`,
  ];
}

function at(file: string, value: string): Finding {
  return finding('shape/address-lost', { file, line: 1, column: 1, value });
}

function addressAt(path: string): string[] {
  const place = /\.mdx?$/.test(path) ? readPlace(path) : { fault: 'misplaced' as const };
  return 'fault' in place ? [] : [addressOf(place)];
}

function isReadable(path: string, { files, column }: ColumnReading): boolean {
  if (!files.includes(path)) return true;
  return (column?.entries ?? []).some(({ county, file }) => file === `${county}/${path}`);
}

function formerlyIn(text: string): string[] {
  const value = yamlOf(splitFrontMatter(text)?.head ?? '');
  const formerly = value['formerly'];
  return Array.isArray(formerly) ? formerly.filter((one) => typeof one === 'string') : [];
}

function baseIn({ id, texts }: BaseCounty): string | undefined {
  const text = texts.get('county.yaml');
  if (text === undefined) return undefined;
  const base = yamlOf(text)['base'];
  return typeof base === 'string' ? base : `/${id}/`;
}

function yamlOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
