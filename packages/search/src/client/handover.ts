/** A worker sees nothing of what its page has preloaded: the page hands it over. */
import { PACK } from '../pack.ts';
import { guessFiles } from './guess.ts';
import type { Handed, HandedFile } from './protocol.ts';

/** A file that the page's head asked for, on its way. */
export interface Preloaded {
  address: string;
  bytes: Promise<ArrayBuffer | undefined>;
}

/**
 * Takes up what the page's head asked for below these addresses (`link[rel=preload][as=fetch]`), while the
 * scripts that need it were still on their way.
 */
export function takePreloaded(paths: readonly string[]): Preloaded[] {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
  return [...links]
    .map(({ href }) => href)
    .filter((href) => paths.some((path) => href.startsWith(path)))
    .map((address) => ({ address, bytes: bytesOf(address) }));
}

/** A worker that the script of the page's head has started, and whether its code did not arrive. */
interface StartedWorker {
  started?: Worker;
  lost?: boolean;
}

/** Takes the worker that was started while the scripts that ask it were on their way (`script[data-worker]`). */
export function takeWorker(): Worker | undefined {
  const script = document.querySelector<HTMLScriptElement & StartedWorker>('script[data-worker]');
  const worker = script?.lost ? undefined : script?.started;
  delete script?.started;
  return worker;
}

/** Where it does not arrive, the worker asks for itself and tells what is wrong. */
async function bytesOf(address: string): Promise<ArrayBuffer | undefined> {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? response.arrayBuffer().catch(() => undefined) : undefined;
}

/**
 * Tells a worker which files will come, and gives it each when it is there: of the opening of an index also the
 * files of words that the first query needs, announced before the worker can ask for them.
 */
export function handOver(worker: Worker, files: readonly Preloaded[], query: string): void {
  announce(worker, files);
  for (const file of files) {
    const before = file.address.endsWith(PACK) ? announceWords(worker, file, query) : undefined;
    void deliver(worker, file, before);
  }
}

async function announceWords(worker: Worker, pack: Preloaded, query: string): Promise<void> {
  const bytes = await pack.bytes;
  if (bytes === undefined) return;
  const folder = pack.address.slice(0, -PACK.length);
  // What cannot be told here, the worker finds out.
  const names = await guessFiles(bytes, query).catch(() => []);
  const words = names.map((name) => ({ address: folder + name, bytes: bytesOf(folder + name) }));
  announce(worker, words);
  for (const file of words) void deliver(worker, file);
}

function announce(worker: Worker, files: readonly Preloaded[]): void {
  const coming: Handed = { coming: files.map(({ address }) => address) };
  worker.postMessage(coming);
}

async function deliver(
  worker: Worker,
  { address, bytes }: Preloaded,
  before?: Promise<void>,
): Promise<void> {
  const arrived = await bytes;
  await before;
  const file: HandedFile = { address, bytes: arrived };
  worker.postMessage(file, arrived === undefined ? [] : [arrived]);
}
