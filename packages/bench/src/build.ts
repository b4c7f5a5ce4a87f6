import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchContext } from './benchmarks.ts';
import { type Builder, type BuiltSite, CannotRun } from './build/builder.ts';
import { changeRows } from './build/changes.ts';
import { ours } from './build/ours.ts';
import { PEERS } from './build/peers.ts';
import { number, table } from './table.ts';

const SIZES = [2000, 10_000, 30_000];
/** Peers are asked up to here: beyond, they take more memory than a runner has. */
const PEERS_UP_TO = 10_000;
/** A real county's 政务公开 section (domain figures). */
const REAL = 72_744;
/** A county in which one document is changed. */
const CHANGED = 10_000;

export interface BuildRow extends BuiltSite {
  readonly documents: number;
  readonly builder: string;
  /** Seconds of the quickest and the slowest round, where there were several. */
  readonly range?: readonly [least: number, most: number];
}

async function measureBuild(
  builder: Builder,
  documents: number,
  later: (remove: () => void) => void,
): Promise<BuildRow | string> {
  const folder = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  try {
    return { documents, builder: builder.name, ...(await builder.build(folder, documents, later)) };
  } catch (error) {
    if (error instanceof CannotRun) return `${builder.name}: not run, ${error.message}.`;
    if (error instanceof Error && builder !== ours) {
      return `${builder.name}, ${number(documents)} documents: failed, ${error.message.slice(0, 300)}`;
    }
    throw error;
  }
}

/** The rows as a table; times of steps as they are called by whoever built. */
export function buildTable(rows: readonly BuildRow[]): string {
  return table(
    [
      'documents',
      'built by',
      'seconds',
      'of which',
      'pages',
      'pages/s',
      'ms/document',
      'peak MB',
      'output MB',
    ],
    rows.map((row) => [
      number(row.documents),
      row.builder,
      row.range
        ? `${number(row.seconds, 1)} (${row.range.map((each) => number(each, 1)).join('–')})`
        : number(row.seconds, 1),
      Object.entries(row.steps)
        .map(([name, seconds]) => `${name} ${number(seconds, 1)}`)
        .join(', '),
      number(row.pages),
      number(row.pages / row.seconds),
      number((row.seconds * 1000) / row.documents, 2),
      number(row.peakMB),
      number(row.outputMB),
    ]),
  );
}

/** The round whose time lies in the middle, with the range of all. */
export function medianRow(rounds: readonly BuildRow[]): BuildRow | undefined {
  const sorted = [...rounds].sort((a, b) => a.seconds - b.seconds);
  const [least, middle, most] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  if (!least || !middle || !most || sorted.length === 1) return middle;
  return { ...middle, range: [least.seconds, most.seconds] };
}

/**
 * `bench build [--real] [--alone] [--changes] [--rounds 1] [size …]`: `--real` adds a county of 72,744
 * documents, `--alone` leaves the peers out, `--changes` builds again after each sort of change.
 * With rounds all build by turns, since a machine may be quicker at one time than at another.
 */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      real: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      changes: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '1' },
    },
  });
  const given = positionals.map(Number);
  const rounds = Number(values.rounds);
  if (![rounds, ...given].every((count) => Number.isInteger(count) && count > 0)) {
    out('bench build: sizes and rounds must be whole numbers above 0, such as 2000 10000.\n');
    return 2;
  }
  const sizes = [...(given.length > 0 ? given : SIZES), ...(values.real ? [REAL] : [])];
  const rows: BuildRow[] = [];
  const leftovers: (() => void)[] = [];
  try {
    for (const size of sizes) {
      const builders = values.alone || size > PEERS_UP_TO ? [ours] : [ours, ...PEERS];
      const built = new Map<Builder, BuildRow[]>(builders.map((builder) => [builder, []]));
      for (let round = 1; round <= rounds; round += 1) {
        for (const [builder, its] of built) {
          const row = await measureBuild(builder, size, (remove) => leftovers.push(remove));
          if (typeof row !== 'string') its.push(row);
          out(`${typeof row === 'string' ? row : told(row, round)}\n`);
        }
      }
      rows.push(...[...built.values()].flatMap((its) => medianRow(its) ?? []));
    }
    out(`\n${buildTable(rows)}\n`);
    if (values.changes) out(`\n${await changeRows(given[0] ?? CHANGED)}\n`);
  } finally {
    for (const remove of leftovers) remove();
  }
  return 0;
}

function told({ builder, documents, seconds }: BuildRow, round: number): string {
  return `${builder}, ${number(documents)} documents, round ${round}: ${number(seconds, 1)} s`;
}
