import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
}

async function measureBuild(builder: Builder, documents: number): Promise<BuildRow | string> {
  const folder = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  try {
    return { documents, builder: builder.name, ...(await builder.build(folder, documents)) };
  } catch (error) {
    if (error instanceof CannotRun) return `${builder.name}: not run, ${error.message}.`;
    if (error instanceof Error && builder !== ours) {
      return `${builder.name}, ${number(documents)} documents: failed, ${error.message.slice(0, 300)}`;
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
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
      number(row.seconds, 1),
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

/**
 * `bench build [--real] [--alone] [--changes] [size …]`: `--real` adds a county of 72,744 documents,
 * `--alone` leaves the peers out, `--changes` builds again after each sort of change.
 */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  const given = args.filter((arg) => !arg.startsWith('--')).map(Number);
  if (given.some((size) => !Number.isInteger(size) || size < 1)) {
    out('bench build: sizes must be whole numbers above 0, such as 2000 10000.\n');
    return 2;
  }
  const sizes = [...(given.length > 0 ? given : SIZES), ...(flags.has('--real') ? [REAL] : [])];
  const rows: BuildRow[] = [];
  for (const size of sizes) {
    const builders = flags.has('--alone') || size > PEERS_UP_TO ? [ours] : [ours, ...PEERS];
    for (const builder of builders) {
      const row = await measureBuild(builder, size);
      if (typeof row === 'string') out(`${row}\n`);
      else rows.push(row);
    }
  }
  out(`\n${buildTable(rows)}\n`);
  if (flags.has('--changes')) out(`\n${await changeRows(given[0] ?? CHANGED)}\n`);
  return 0;
}
