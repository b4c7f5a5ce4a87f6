import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN_FOLDER, DATA_FOLDER, RECORDS_FOLDER } from '@columns/site';
import { WRITTEN_FILE } from '@columns/standard/written';
import type { Context } from '../command.ts';
import { runBin } from '../spawn.ts';
import { lineReader } from './lines.ts';

/** What makes a county, and where each task leaves what it made, with a list of it. */
export const FOLDERS: Readonly<Record<string, string>> = {
  build: 'dist',
  data: DATA_FOLDER,
  records: RECORDS_FOLDER,
  admin: ADMIN_FOLDER,
};

export interface QuietRun {
  /** Folders of the apps that are built. */
  readonly apps: readonly string[];
  /** Hears that all tasks of an app have ended well. */
  readonly ready: (app: string) => void;
  /** What its tasks find in the environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** One line of Turborepo's log (`--json`). */
interface Said {
  readonly source: string;
  readonly text: string;
}

const LOOK_EVERY = 250;
/** Disks round times. */
const ROUNDING = 50;

/**
 * Runs Turborepo without its log, and tells each app as it becomes ready; of what fails the whole log is told at
 * the end. A task is over when its result came from the cache, or when the list of what it wrote is newer than
 * the run. Gives the exit code.
 */
export async function runQuietly(
  args: readonly string[],
  { apps, ready, env }: QuietRun,
  context: Context,
): Promise<number> {
  const began = performance.now();
  const started = new Set<string>();
  const cached = new Set<string>();
  const logs = new Map<string, string[]>();
  const others: string[] = [];
  const waiting = new Set(apps);
  const isOver = (app: string, task: string) =>
    cached.has(`@counties/${app}#${task}`) ||
    (started.has(`@counties/${app}#${task}`) &&
      isNewer(
        join(context.root, 'apps', app, FOLDERS[task] ?? '', WRITTEN_FILE),
        performance.timeOrigin + began - ROUNDING,
      ));
  const look = () => {
    for (const app of waiting) {
      if (!Object.keys(FOLDERS).every((task) => isOver(app, task))) continue;
      waiting.delete(app);
      ready(app);
    }
  };
  const heard = (line: string) => {
    const said = readSaid(line);
    if (said === undefined) others.push(line);
    else if (said.source === 'turbo') others.push(said.text);
    else if (said.text.startsWith('cache hit')) cached.add(said.source);
    else if (said.text.startsWith('cache miss')) started.add(said.source);
    else logs.set(said.source, [...(logs.get(said.source) ?? []), said.text]);
  };
  const readers = { out: lineReader(heard), err: lineReader(heard) };
  const clock = setInterval(look, LOOK_EVERY);
  try {
    const code = await runBin(
      'turbo',
      [...args, '--json'],
      context.root,
      context,
      env,
      (text, to) => readers[to].take(text),
    );
    readers.out.end();
    readers.err.end();
    look();
    if (code !== 0) tellFailed({ logs, others }, context);
    return code;
  } finally {
    clearInterval(clock);
  }
}

interface Heard {
  readonly logs: ReadonlyMap<string, readonly string[]>;
  readonly others: readonly string[];
}

/** The whole log of each task that failed; where Turborepo names none, of all there is. */
function tellFailed({ logs, others }: Heard, { err }: Context): void {
  const named = others.flatMap(
    (line) => /^\s*Failed:\s+(.+)$/.exec(line)?.[1]?.split(/,\s*/) ?? [],
  );
  for (const [task, lines] of logs) {
    if (named.length > 0 && !named.includes(task)) continue;
    err(`\n没有通过：${task.replace('@counties/', '').replace('#', ' ')}\n`);
    // What the package manager says of itself says nothing of the fault.
    for (const line of lines) if (!/^(?:\$ |\[ELIFECYCLE\])/.test(line)) err(`${line}\n`);
  }
  if (named.length > 0) return;
  for (const line of others) if (line.trim() !== '') err(`${line}\n`);
}

function readSaid(line: string): Said | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { source, text } = JSON.parse(line) as Partial<Said>;
    return source === undefined || text === undefined ? undefined : { source, text };
  } catch {
    return undefined;
  }
}

function isNewer(file: string, than: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= than;
}
