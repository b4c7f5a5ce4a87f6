import { machine } from './machine.ts';

export interface BenchContext {
  readonly out: (text: string) => void;
}

export interface Benchmark {
  readonly summary: string;
  /** Loaded only when asked for: a benchmark may need heavy packages. */
  readonly load: () => Promise<{
    run: (args: readonly string[], context: BenchContext) => Promise<number>;
  }>;
}

/** Every benchmark, by the name that `bench` takes. A new one is a module and a line here. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  build: {
    summary: 'a whole county against peers on the same documents, and after one change',
    load: () => import('./build.ts'),
  },
  check: {
    summary:
      '`columns check` on 10,000 documents: cold, with nothing changed, with one file changed',
    load: () => import('./check.ts'),
  },
  fleet: {
    summary: 'a repository of many counties: all new, theme, one county or nothing changed',
    load: () => import('./fleet.ts'),
  },
  import: {
    summary:
      '`columns import` of the 2,000 files of an old site: new, done, killed and gone on with',
    load: () => import('./import.ts'),
  },
  markdown: {
    summary: 'the Markdown processor in use against others, on 2,000 and 10,000 documents',
    load: () => import('./markdown.ts'),
  },
  search: {
    summary: 'our search against stock Pagefind over the same pages, at 2,000 and 10,000 documents',
    load: () => import('./search.ts'),
  },
};

/** Runs the benchmark named first, under a line about the machine; gives the exit code. */
export async function main(args: readonly string[], context: BenchContext): Promise<number> {
  const [name, ...rest] = args;
  const benchmark =
    name !== undefined && Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (!benchmark) {
    const list = Object.entries(BENCHMARKS).map(([id, { summary }]) => `  ${id}: ${summary}\n`);
    context.out(`Usage: bench <name> [options]\n\n${list.join('')}`);
    return name === undefined || name === '--help' ? 0 : 2;
  }
  context.out(`${machine()}\n\n`);
  const { run } = await benchmark.load();
  return run(rest, context);
}
