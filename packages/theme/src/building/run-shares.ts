import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SHARE_ENV, type Share } from '../rendering/share.ts';

export interface RunInput {
  /** The app's folder. */
  readonly app: string;
  /** Shares for processes of their own. */
  readonly shares: readonly Share[];
  /** How many run at once; one more as soon as `free` is done. */
  readonly lanes: number;
  /** This process's own share, whose core is free afterwards. */
  readonly free: Promise<void>;
  readonly told: (line: string) => void;
}

/** Runs each share in an Astro process of its own. Throws what the first that fails has printed. */
export async function runShares({ app, shares, lanes, free, told }: RunInput): Promise<void> {
  const waiting = [...shares];
  const running = new Set<() => void>();
  const lane = async () => {
    for (let share = waiting.shift(); share !== undefined; share = waiting.shift()) {
      await runShare(app, share, running);
      told(`第 ${share.number + 1} 份（共 ${share.count} 份）页面完成。`);
    }
  };
  try {
    await Promise.all([...Array.from({ length: lanes }, lane), free.then(lane)]);
  } catch (error) {
    waiting.length = 0;
    for (const stop of running) stop();
    throw error;
  }
}

function runShare(app: string, share: Share, running: Set<() => void>): Promise<void> {
  const file = join(dirname(share.reportFile), `share-${share.number}.json`);
  writeFileSync(file, JSON.stringify(share));
  const child = spawn(process.execPath, [astroBin(), 'build'], {
    cwd: app,
    env: { ...process.env, [SHARE_ENV]: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill();
  running.add(stop);
  process.once('exit', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    // Only the end says why it stopped.
    stream.on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Share ${share.number + 1} of ${share.count} failed:\n${output}`));
    });
  }).finally(() => {
    running.delete(stop);
    process.off('exit', stop);
  });
}

function astroBin(): string {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } };
  return join(dirname(manifest), bin.astro);
}
