import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ALONE, type Answer, isJob, type Job, WORKERS_ENV } from '@columns/standard/workers';
import { Pool } from './pool.ts';

export interface Workers {
  /** For the run whose tasks are to ask. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Files of a county's content above which it is built alone: by itself it uses several processes. */
const LARGEST = 1500;

/**
 * Keeps workers for the length of a run. Most of what a small county costs is starting Node and reading our
 * code: a worker has done both. Turborepo decides, as always, which tasks there are; each asks here first.
 *
 * @param root the repository's folder: tasks of its apps are done, no others
 */
export async function openWorkers(
  root: string,
  pool = new Pool(availableParallelism()),
): Promise<Workers> {
  const address = newAddress();
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    const gone = new AbortController();
    socket.on('error', () => gone.abort());
    socket.on('close', () => gone.abort());
    let answer: Answer = ALONE;
    try {
      const job = JSON.parse(await text(socket)) as Job;
      if (isFit(job, root)) answer = await pool.run(job, gone.signal);
    } catch {
      // Whoever asked hears that nothing was done.
    }
    socket.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(address.path, listening);
  });
  return {
    env: { [WORKERS_ENV]: address.path },
    close() {
      server.close();
      pool.close();
      address.remove();
    },
  };
}

/** A socket that only this user can reach; on Windows a pipe whose name nobody can guess. */
function newAddress(): { readonly path: string; remove(): void } {
  if (process.platform === 'win32') {
    return { path: `\\\\.\\pipe\\columns-${randomUUID()}`, remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'columns-workers-'));
  return {
    path: join(folder, 'socket'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function isFit({ args, cwd }: Job, root: string): boolean {
  if (!isJob(args) || resolve(dirname(cwd)) !== resolve(root, 'apps')) return false;
  const content = join(root, 'content', basename(cwd));
  return readdirSync(content, { recursive: true }).length <= LARGEST;
}
