/** A worker sees nothing of what its page has preloaded: the page hands it over. */
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

/** Asks for a file that the worker will want as soon as it runs. */
export function fetchNow(address: string): Preloaded {
  return { address, bytes: bytesOf(address) };
}

/** Where it does not arrive, the worker asks for itself and tells what is wrong. */
async function bytesOf(address: string): Promise<ArrayBuffer | undefined> {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? response.arrayBuffer().catch(() => undefined) : undefined;
}

/** Tells a worker which files will come, and gives it each when it is there. */
export function handOver(worker: Worker, files: readonly Preloaded[]): void {
  const coming: Handed = { coming: files.map(({ address }) => address) };
  worker.postMessage(coming);
  for (const { address, bytes } of files) {
    void bytes.then((arrived) => {
      const file: HandedFile = { address, bytes: arrived };
      worker.postMessage(file, arrived === undefined ? [] : [arrived]);
    });
  }
}
