import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '@columns/search/fold';
import { serveFolder } from '@columns/testkit';
import type { BenchContext } from './benchmarks.ts';
import { measure } from './measure.ts';
import { Asking, type Cold, type Side } from './search/ask.ts';
import {
  COLLOQUIAL,
  drawQueries,
  EVERYDAY,
  type Query,
  type Truth,
  truthOf,
} from './search/queries.ts';
import { writeBenchPage } from './search/serve.ts';
import { listOf, textsOf, writeSite } from './search/site.ts';
import { number, table } from './table.ts';

const SIZES = [2000, 10000];
/** Queries of each class. */
const EACH = 60;
/** Of each class one in so many is asked by somebody who never asked before, for the bytes that it costs. */
const COLD = 8;
const SIDES = { stock: 'Pagefind 1.6.0', ours: 'ours' } as const;

export interface SearchRow {
  readonly documents: number;
  readonly side: Side;
  readonly seconds: number;
  readonly peakMB: number;
  readonly indexMB: number;
  readonly quality: readonly Quality[];
  readonly cold: readonly Cold[];
  /** What queries of every class cost. */
  readonly anyCold: readonly Cold[];
  /** Bytes of everything near, a question each; none of Pagefind, which has nothing of the kind. */
  readonly near: readonly number[];
}

/** How right the answers to one class of queries were; shares from 0 to 1. */
export interface Quality {
  readonly class: string;
  readonly recall: number;
  readonly precision: number;
  readonly first: number;
}

/** Builds and asks the indexes of one made-up site. */
export async function measureSearch(
  documents: number,
  each = EACH,
  words: readonly string[] = EVERYDAY,
  sides: readonly Side[] = ['stock', 'ours'],
): Promise<SearchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  try {
    const site = join(folder, 'site');
    writeSite(site, documents);
    const built = [];
    for (const side of sides) built.push(await build(side, site, join(folder, side)));
    await writeBenchPage(folder);
    await using served = await serveFolder(folder);
    const asking = new Asking(served, folder);
    const list = listOf(site);
    const texts = list.map(textsOf);
    const folded = texts.map((each) => each.map(fold));
    const queries = drawQueries(texts, each);
    const truths = queries.map(({ text }) => truthOf(folded, text));
    const numbers = new Map(list.map(({ url }, index) => [url, index]));
    const rows: SearchRow[] = [];
    for (const [index, side] of sides.entries()) {
      const quality = await ask(asking, side, queries, truths, numbers);
      const cold: Cold[] = [];
      for (const word of words) cold.push(await asking.cold(side, word));
      const anyCold: Cold[] = [];
      for (const { text } of someOf(queries)) anyCold.push(await asking.cold(side, text));
      const near: number[] = [];
      for (const query of side === 'ours' ? COLLOQUIAL : []) near.push(await asking.near(query));
      rows.push({ documents, side, ...(built[index] as Built), quality, cold, anyCold, near });
    }
    await asking.close();
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Built = Pick<SearchRow, 'seconds' | 'peakMB' | 'indexMB'>;

async function build(side: Side, site: string, index: string): Promise<Built> {
  const child = join(import.meta.dirname, 'search', `build-${side}.ts`);
  const {
    code,
    seconds,
    peakMB = 0,
    output,
  } = await measure(process.execPath, [child, site, index]);
  if (code !== 0) throw new Error(output);
  return { seconds, peakMB, indexMB: (await sizeOf(index)) / 2 ** 20 };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(async (file) => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function ask(
  asking: Asking,
  side: Side,
  queries: readonly Query[],
  truths: readonly Truth[],
  numbers: ReadonlyMap<string, number>,
): Promise<Quality[]> {
  const words = queries.map(({ text }) => text);
  const found = await asking.found(side, words);
  const first = await asking.first(side, words);
  const scores = queries.map((query, index) => {
    const { all, titled } = truths[index] as Truth;
    const numbered = (found[index] ?? []).map((url) => numbers.get(url) ?? -1);
    const right = numbered.filter((document) => all.has(document)).length;
    const wanted = titled.size > 0 ? titled : all;
    return {
      class: query.class,
      recall: right / all.size,
      precision: numbered.length === 0 ? 0 : right / numbered.length,
      first: wanted.has(numbers.get(first[index] ?? '') ?? -1) ? 1 : 0,
    };
  });
  return [...new Set(queries.map((query) => query.class))].map((name) => {
    const own = scores.filter((score) => score.class === name);
    const mean = (key: 'recall' | 'precision' | 'first') => average(own.map((score) => score[key]));
    return {
      class: name,
      recall: mean('recall'),
      precision: mean('precision'),
      first: mean('first'),
    };
  });
}

function someOf(queries: readonly Query[]): Query[] {
  const classes = new Set(queries.map((query) => query.class));
  return [...classes].flatMap((name) => {
    return queries.filter((query) => query.class === name).filter((_, at) => at % COLD === 0);
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Everything that was asked for, in one table. */
export function searchTable(rows: readonly SearchRow[]): string {
  const head = ['', ...rows.map((row) => `${number(row.documents)}: ${SIDES[row.side]}`)];
  const line = (name: string, value: (row: SearchRow) => string) => [name, ...rows.map(value)];
  const classes = rows[0]?.quality.map((quality) => quality.class) ?? [];
  const quality = classes.map((name, index) =>
    line(`${name}: recall / precision / right page first`, (row) => {
      const { recall = 0, precision = 0, first = 0 } = row.quality[index] ?? {};
      return [recall, precision, first].map((share) => number(share, 3)).join(' / ');
    }),
  );
  const overall = (key: 'recall' | 'precision' | 'first') => (row: SearchRow) =>
    number(average(row.quality.map((each) => each[key])), 3);
  const spread = (values: readonly number[]) =>
    `${number(average(values))} / ${number(Math.max(...values))}`;
  const cold = (key: keyof Cold, by: number) => (row: SearchRow) =>
    spread(row.cold.map((each) => each[key] / by));
  const anyCold = (key: keyof Cold) => (row: SearchRow) =>
    spread(row.anyCold.map((each) => each[key] / 1024));
  return table(head, [
    line('recall', overall('recall')),
    line('precision', overall('precision')),
    line('right page first', overall('first')),
    ...quality,
    line('KB a cold everyday query, average / most', cold('bytes', 1024)),
    line('KB a cold query of any class, average / most', anyCold('bytes')),
    line('the same with the texts that are read or shown', anyCold('withTexts')),
    line('KB more for everything near, average / most', ({ near }) =>
      near.length === 0 ? '–' : spread(near.map((bytes) => bytes / 1024)),
    ),
    line('ms to the first results cold, average / most', cold('first', 1)),
    line('ms to all results cold, average / most', cold('milliseconds', 1)),
    line('ms to all results warm, average / most', cold('warm', 1)),
    line('index MB', (row) => number(row.indexMB, 1)),
    line('build seconds', (row) => number(row.seconds, 1)),
    line('peak MB', (row) => number(row.peakMB)),
  ]);
}

/** `bench search [--alone] [size …]`; `--alone` leaves Pagefind out, whose memory ends before ours. */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const alone = args.includes('--alone');
  const given = args.filter((arg) => arg !== '--alone').map(Number);
  const sizes = given.length > 0 ? given : SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    out('bench search: sizes must be whole numbers above 0, such as 2000 10000.\n');
    return 2;
  }
  const rows: SearchRow[] = [];
  const sides: Side[] = alone ? ['ours'] : ['stock', 'ours'];
  for (const size of sizes) rows.push(...(await measureSearch(size, EACH, EVERYDAY, sides)));
  out(`${searchTable(rows)}\n`);
  return 0;
}
