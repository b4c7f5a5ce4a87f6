import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface MeasureOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds between two looks at memory. */
  readonly every?: number;
  /** Is given what the command writes, while it writes. */
  readonly heard?: (text: string) => void;
}

export interface Measured {
  readonly code: number;
  /** Wall time from start to exit. */
  readonly seconds: number;
  /**
   * The most that all its processes held at one look, resident set sizes added up (pages they
   * share count in each). Absent where the platform cannot be asked.
   */
  readonly peakMB?: number;
  /** What it wrote to both outputs. */
  readonly output: string;
}

/** One process at one look. */
interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

/** Runs a command without a shell and watches the memory of it and of all it starts. */
export async function measure(
  command: string,
  args: readonly string[],
  options: MeasureOptions = {},
): Promise<Measured> {
  const { cwd, env, every = 250, heard } = options;
  const start = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output.push(text);
      heard?.(text);
    });
  }
  const watch = new Watch(child.pid);
  let done = false;
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => {
    done = true;
  });
  const looking = (async () => {
    while (!done) {
      await watch.look();
      await Promise.race([exit.catch(() => 1), pause(every)]);
    }
  })();
  const code = await exit;
  const seconds = (performance.now() - start) / 1000;
  await looking;
  const { peak } = watch;
  return {
    code,
    seconds,
    output: output.join(''),
    ...(peak === 0 ? {} : { peakMB: peak / 2 ** 20 }),
  };
}

/** Follows a process and its descendants, also those whose parent has ended since. */
class Watch {
  peak = 0;
  readonly #family: Set<number>;

  constructor(root: number | undefined) {
    this.#family = new Set(root === undefined ? [] : [root]);
  }

  async look(): Promise<void> {
    const seen = process.platform === 'linux' ? fromProc() : await fromPs();
    const alive = new Set(seen.map(({ pid }) => pid));
    // A number that is free again may be somebody else's next time.
    for (const pid of this.#family) if (!alive.has(pid)) this.#family.delete(pid);
    let size: number;
    do {
      size = this.#family.size;
      for (const { pid, parent } of seen) if (this.#family.has(parent)) this.#family.add(pid);
    } while (this.#family.size > size);
    const bytes = seen.reduce(
      (sum, each) => sum + (this.#family.has(each.pid) ? each.bytes : 0),
      0,
    );
    this.peak = Math.max(this.peak, bytes);
  }
}

/** Every process by Linux's /proc. */
function fromProc(): Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
        const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
        return [{ pid: Number(name), parent, bytes: kilobytes * 1024 }];
      } catch {
        // It ended between the two reads.
        return [];
      }
    });
}

/** Every process by `ps`, as on macOS; nothing where there is none. */
async function fromPs(): Promise<Seen[]> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
    return stdout
      .trim()
      .split('\n')
      .map((line) => {
        const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
        return { pid, parent, bytes: kilobytes * 1024 };
      });
  } catch {
    return [];
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
