import { execFileSync } from 'node:child_process';
import { ToldError } from '@columns/standard/told';

/** Git cannot answer: no repository, no history, no network. */
export class HistoryError extends ToldError {
  override readonly name = 'HistoryError';
}

/** Runs git; no hook, pager or other program is started by it. @throws HistoryError */
export function git(root: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync(
      'git',
      ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
      {
        cwd: root,
        maxBuffer: 2 ** 31 - 1,
        stdio: ['pipe', 'pipe', 'pipe'],
        ...(input === undefined ? {} : { input }),
      },
    );
  } catch (error) {
    const { stderr, message } = error as { stderr?: Buffer; message: string };
    throw new HistoryError(stderr?.toString('utf8').trim() || message);
  }
}

/**
 * Sees to it that the whole history is there: a shallow clone fetches the rest (without file contents,
 * which come as they are needed). @throws HistoryError when it cannot.
 */
export function wholeHistory(root: string): void {
  const shallow = () =>
    git(root, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
  if (!shallow()) return;
  git(root, ['fetch', '--quiet', '--unshallow', '--filter=blob:none']);
  if (shallow()) throw new HistoryError('历史没有取全（shallow）');
}

/**
 * In a partial clone, fetches those of these blobs that are not there yet, all in one go: `cat-file` would start a
 * fetch for each. @throws HistoryError when they cannot be had
 */
export function fetchBlobs(root: string, ids: Iterable<string>): void {
  const remote = promisor(root);
  if (remote === undefined) return;
  const list = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'];
  const there = new Set(git(root, list).toString('latin1').split('\n'));
  const missing = [...new Set(ids)].filter((id) => !there.has(id));
  if (missing.length === 0) return;
  // As git itself asks for what a checkout lacks.
  const words = ['--no-tags', '--no-write-fetch-head', '--recurse-submodules=no'];
  git(
    root,
    [
      ...['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', ...words],
      ...['--filter=blob:none', '--stdin', remote],
    ],
    `${missing.join('\n')}\n`,
  );
}

/** The remote that a partial clone gets its missing objects from; a whole clone has none. */
function promisor(root: string): string | undefined {
  let said: string;
  try {
    said = git(root, [
      'config',
      '--get-regexp',
      String.raw`^remote\..*\.promisor$`,
      '^true$',
    ]).toString();
  } catch {
    return undefined;
  }
  return /^remote\.(.+)\.promisor /m.exec(said)?.[1];
}

/** The sizes of blobs by their ids, without their contents. */
export function blobSizes(root: string, ids: readonly string[]): Map<string, number> {
  if (ids.length === 0) return new Map();
  const output = git(root, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`).toString('latin1');
  const sizes = output
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const [, type, size] = line.split(' ');
      if (type !== 'blob') throw new HistoryError(`${ids[index]}: ${type}`);
      return [ids[index] as string, Number(size)] as const;
    });
  return new Map(sizes);
}

/** Contents of blobs by their ids, in one call: no more than fit into memory beside each other. */
export function readBlobs(root: string, ids: readonly string[]): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  if (ids.length === 0) return blobs;
  const output = git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  for (const id of ids) {
    const end = output.indexOf(10, at);
    const [, type, size] = output.subarray(at, end).toString('latin1').split(' ');
    if (type !== 'blob') throw new HistoryError(`${id}: ${type}`);
    const from = end + 1;
    blobs.set(id, output.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return blobs;
}
