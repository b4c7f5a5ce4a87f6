import type { ColumnItem, Entry, ShownColumn } from '@columns/content';
import { isOpen } from '@columns/content';
import type { DataTheme } from '@columns/standard';
import { groupBy } from '@columns/standard';
import { TABLES } from '../files/table-files.ts';
import type { ColumnTable } from '../tables/column-table.ts';
import { unitNames } from '../tables/unit-names.ts';
import type { Weights } from './weights.ts';

export type TableFacts = Pick<ColumnTable, 'name' | 'title' | 'description' | 'by'>;

/** Something that can be had as files. Paths stand below the column's base. */
export interface DataSet {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page about it. */
  readonly page: string;
  readonly issued?: string;
  readonly modified?: string | undefined;
  readonly keywords: readonly string[];
  /** Its files without their ending. */
  readonly file: string;
  readonly formats: readonly ('csv' | 'json' | 'xlsx')[];
  readonly theme: DataTheme;
  readonly domain?: { readonly id: string; readonly name: string };
  /** How often it is due. */
  readonly every?: ColumnItem['every'];
  /** The unit that made it, where it is not the publisher. */
  readonly creator?: { readonly id: string; readonly name: string };
  /** The year it is of, in a series by year. */
  readonly year?: string;
  readonly series?: string;
}

/** Data sets that follow one another: a table by year, or what an item asks for again and again. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly every?: ColumnItem['every'];
}

export interface DataSets {
  readonly sets: readonly DataSet[];
  readonly series: readonly Series[];
}

/** All data sets of a column: its tables, its registers, and both by year where they are large. */
export function dataSets(
  column: ShownColumn,
  tables: readonly TableFacts[],
  weights: Weights,
): DataSets {
  const sets: DataSet[] = [];
  const series: Series[] = [];
  const withYears = (whole: DataSet, years: readonly string[]) => {
    const id = `${whole.id}-years`;
    // A series of one is none.
    if (years.length < 2) return sets.push(whole);
    sets.push(whole, ...years.map((year) => ofYear(whole, year, id)));
    const description = `“${whole.title}”按年份分开的文件`;
    return series.push({ id, title: `${whole.title}（分年）`, description });
  };
  const published = [...new Set(column.entries.map(({ year }) => String(year)))].sort().reverse();
  for (const table of tables) {
    const whole = tableSet(table, column);
    // What of the tables needs the day is written elsewhere, by the same years.
    const years = weights.years(whole.file);
    withYears(whole, table.by === undefined || years.length > 0 ? years : published);
  }
  const items = itemsOf(column);
  const registers = column.entries.filter(isRegister);
  const again = groupBy(
    registers.filter(({ item }) => item !== undefined),
    ({ item }) => item as string,
  );
  const units = unitNames(column);
  for (const entry of registers) {
    const found = items.get(entry.item ?? '');
    const follows = (again.get(entry.item ?? '')?.length ?? 0) > 1 && found !== undefined;
    const unit = entry.data.unit ?? '';
    const name = units.get(unit);
    const whole = registerSet(entry, column, {
      ...(found?.every === undefined ? {} : { every: found.every }),
      ...(name === undefined ? {} : { creator: { id: unit, name } }),
      ...(follows ? { series: seriesId(found.ref) } : {}),
    });
    withYears(whole, weights.years(whole.file));
  }
  for (const [ref, entries] of again) {
    const item = items.get(ref);
    if (!item || entries.length < 2) continue;
    const description = `事项“${nameOf(item)}”历次公布的名录清单，共 ${entries.length} 份`;
    series.push({
      ...{ id: seriesId(ref), title: `${nameOf(item)}（历次公布）`, description },
      ...(item.every === undefined ? {} : { every: item.every }),
    });
  }
  return { sets, series };
}

/** What a register holds, in one sentence: on its page's head and in the catalogue the same. */
export function registerDescription({ data, table }: Pick<Entry, 'data' | 'table'>): string {
  const columns = table?.columns ?? [];
  return `${data.summary ?? data.title}。共 ${table?.rows ?? 0} 条，各列为${columns.join('、')}。`;
}

export function isRegister(entry: Entry): boolean {
  return entry.table !== undefined && isOpen(entry);
}

const nameOf = ({ level1, level2 }: ColumnItem) => level2 ?? level1;
const seriesId = (ref: string) => `series-${ref.replaceAll('/', '-')}`;

function itemsOf({ domains, publishers }: ShownColumn): ReadonlyMap<string, ColumnItem> {
  const groups = [...domains, ...publishers.flatMap((one) => one.groups)];
  const byRef = groups.flatMap(({ items }) =>
    items.map((item): [string, ColumnItem] => [item.ref, item]),
  );
  return new Map(byRef.reverse());
}

function ofYear(whole: DataSet, year: string, series: string): DataSet {
  return {
    ...whole,
    id: `${whole.id}-${year}`,
    title: `${whole.title}（${/^\d/.test(year) ? `${year}年` : year}）`,
    file: `${whole.file}/${year}`,
    formats: ['csv', 'json'],
    year,
    series,
  };
}

function tableSet({ name, title, description }: TableFacts, { newest }: ShownColumn): DataSet {
  return {
    ...{ id: name, title, description, page: 'data/', modified: newest, keywords: [] },
    ...{ file: `${TABLES}${name}`, formats: ['csv', 'json', 'xlsx'], theme: 'GOVE' },
  };
}

function registerSet(
  entry: Entry,
  { domains }: ShownColumn,
  more: Pick<DataSet, 'every' | 'creator' | 'series'>,
): DataSet {
  const { data, domain: at } = entry;
  const domain = domains.find(({ id }) => id === at);
  return {
    id: entry.id,
    title: data.title,
    description: registerDescription(entry),
    page: `${entry.year}/${entry.id}/`,
    issued: data.published,
    modified: ('updated' in data ? data.updated : undefined) ?? data.published,
    keywords: data.keywords ?? [],
    file: `data/${entry.id}`,
    formats: ['csv', 'json', 'xlsx'],
    theme: domain?.theme ?? 'GOVE',
    ...(domain ? { domain: { id: domain.id, name: domain.name } } : {}),
    ...more,
  };
}
