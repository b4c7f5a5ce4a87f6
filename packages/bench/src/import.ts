import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { BenchContext } from './benchmarks.ts';
import { countyWorld } from './generate/county.ts';
import { countyFiles } from './generate/county-files.ts';
import type { Measured } from './measure.ts';
import { measure } from './measure.ts';
import type { OldFile, OldFileRole } from './old-site/folder.ts';
import { oldSite } from './old-site/folder.ts';
import { number, table } from './table.ts';

const SIZES = [2000];
const COUNTY = 'bench';
const COLUMNS = join(import.meta.dirname, '../../cli/bin/columns.ts');

/** The most that it may take on two cores. */
const MOST = { seconds: 300, peakMB: 1536 };

/** One run of `columns import` over a whole folder. */
export interface ImportRow {
  readonly run: string;
  readonly seconds: number;
  readonly peakMB: number;
  /** Files whose outcome is the one that they were made for. */
  readonly right: number;
}

export interface ImportFigures {
  readonly files: number;
  readonly megabytes: number;
  /** By extension: how many, and the median of their bytes. */
  readonly formats: Readonly<Record<string, { readonly files: number; readonly median: number }>>;
  readonly rows: readonly ImportRow[];
}

/**
 * Imports the folder of an old site with the command, all processes measured: at once, again with all of it
 * done, and killed in the middle and gone on with.
 *
 * @param weight bytes that a file is to have about
 */
export async function measureImport(files: number, weight?: number): Promise<ImportFigures> {
  const root = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  try {
    const roles = new Map<string, OldFileRole>();
    const sizes = new Map<string, number[]>();
    const options = { county: COUNTY, files, seed: 1 };
    for (const file of oldSite({ ...options, ...(weight === undefined ? {} : { weight }) })) {
      write(join(root, 'files', file.path), file.bytes);
      roles.set(file.path, file.role);
      const extension = extname(file.path).slice(1);
      sizes.set(extension, [...(sizes.get(extension) ?? []), file.bytes.length]);
    }
    const world = countyWorld({ county: COUNTY, documents: files, seed: 1 });
    write(join(root, 'pnpm-workspace.yaml'), '');
    const begin = () => {
      rmSync(join(root, 'content'), { recursive: true, force: true });
      rmSync(join(root, '.import'), { recursive: true, force: true });
      for (const [path, text] of countyFiles(world, 0))
        write(join(root, 'content', COUNTY, path), text);
    };
    const rows: ImportRow[] = [];
    const take = (run: string, { seconds, peakMB = 0 }: Measured) =>
      rows.push({ run, seconds, peakMB, right: rightOf(root, roles) });
    begin();
    take('all new', await runImport(root));
    take('all done', await runImport(root));
    begin();
    const half = (rows[0]?.seconds ?? 0) / 2;
    await killedAfter(root, half);
    take('killed at half, gone on', await runImport(root));
    return {
      files,
      megabytes: [...sizes.values()].flat().reduce((sum, size) => sum + size, 0) / 2 ** 20,
      formats: Object.fromEntries(
        [...sizes].map(([extension, all]) => [
          extension,
          { files: all.length, median: all.sort((a, b) => a - b)[all.length >> 1] ?? 0 },
        ]),
      ),
      rows,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What became of the characters of all files of one format. */
export interface BalanceRow {
  readonly format: string;
  readonly files: number;
  /** Files that could be read and were counted. */
  readonly weighed: number;
  readonly source: number;
  readonly inEntry: number;
  /** In no entry, and told. */
  readonly leftOut: number;
  /** In files that go with an entry as they are. */
  readonly attached: number;
  /** Neither; the report names it. */
  readonly unhandled: number;
}

/** Imports files with the command and adds up the balances of its report, by format. */
export async function importBalances(
  root: string,
  files: Iterable<Pick<OldFile, 'path' | 'bytes'>>,
): Promise<BalanceRow[]> {
  let documents = 0;
  for (const { path, bytes } of files) {
    write(join(root, 'files', path), bytes);
    documents++;
  }
  write(join(root, 'pnpm-workspace.yaml'), '');
  for (const [path, text] of countyFiles(countyWorld({ county: COUNTY, documents, seed: 1 }), 0))
    write(join(root, 'content', COUNTY, path), text);
  const { outcomes } = JSON.parse(await reportOf(root)) as { readonly outcomes: readonly Told[] };
  const rows = new Map<string, Mutable<BalanceRow>>();
  const seen = new Set<string>();
  for (const { source, balance, attached } of outcomes) {
    const format = extname(source).slice(1);
    const none = { source: 0, inEntry: 0, leftOut: 0, attached: 0, unhandled: 0 };
    const row = rows.get(format) ?? { format, files: 0, weighed: 0, ...none };
    rows.set(format, row);
    if (!seen.has(source)) row.files++;
    seen.add(source);
    if (balance || attached !== undefined) row.weighed++;
    row.source += (balance?.source ?? 0) + (attached ?? 0);
    row.attached += attached ?? 0;
    row.inEntry += balance?.inEntry ?? 0;
    row.leftOut += (balance?.leftOut ?? []).reduce((sum, { characters }) => sum + characters, 0);
    row.unhandled += balance?.unhandled.characters ?? 0;
  }
  return [...rows.values()].sort((a, b) => (a.format < b.format ? -1 : 1));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An outcome of the command's report for programs. */
interface Told {
  readonly source: string;
  readonly attached?: number;
  readonly balance?: {
    readonly source: number;
    readonly inEntry: number;
    readonly leftOut: readonly { readonly characters: number }[];
    readonly unhandled: { readonly characters: number };
  };
}

/** What the command prints; files that it refuses end it with 1. */
function reportOf(root: string): Promise<string> {
  const args = [...command(root), '--report', 'json'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const command = (root: string) => [COLUMNS, 'import', join(root, 'files'), '--county', COUNTY];

function runImport(root: string): Promise<Measured> {
  return measure(process.execPath, command(root), { cwd: root });
}

/** Begins an import and kills it after so many seconds, without a word to it. */
function killedAfter(root: string, seconds: number): Promise<void> {
  const child = spawn(process.execPath, command(root), { cwd: root, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const NAMES: Readonly<Record<string, OldFileRole>> = {
  已写入: 'entry',
  上次已导入: 'entry',
  作为附件放入: 'attached',
  '与另一文件内容相同，未写入': 'same',
  未导入: 'refused',
};

/** How many files the report tells as they were made to be. */
function rightOf(root: string, roles: ReadonlyMap<string, OldFileRole>): number {
  const report = readFileSync(join(root, '.import', COUNTY, 'report.md'), 'utf8');
  const told = new Map(
    [...report.matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]* \| [^|]* \|$/gm)].map(
      ([, file = '', state = '']) => [file, NAMES[state]],
    ),
  );
  return [...roles].filter(([path, role]) => told.get(path) === role).length;
}

/** `bench import [files …]`. */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    out('bench import: sizes must be whole numbers above 0, such as 2000.\n');
    return 2;
  }
  let code = 0;
  for (const size of sizes) {
    const load = loadavg()[0] ?? 0;
    const { files, megabytes, formats, rows } = await measureImport(size);
    const parts = Object.entries(formats).map(
      ([name, each]) => `${name} ${number(each.files)} (median ${number(each.median / 1024)} KB)`,
    );
    out(
      `${number(files)} files, ${number(megabytes)} MB: ${parts.join(', ')}; load before ${number(load, 1)}\n\n`,
    );
    const cells = rows.map(({ run: name, seconds, peakMB, right }) => [
      name,
      number(seconds, 1),
      number(peakMB),
      `${number(right)} of ${number(files)}`,
    ]);
    out(`${table(['run', 'seconds', 'peak MB', 'as they were made'], cells)}\n\n`);
    if (rows.some(({ seconds, peakMB }) => seconds > MOST.seconds || peakMB > MOST.peakMB))
      code = 1;
  }
  return code;
}
