/** Loading files of a bundle, so that nothing is lost without a word. */
import { readPack } from '../pack.ts';
import { lostOnTheWay, SearchError } from './errors.ts';
import { inflate } from './inflate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How long to wait before a file that did not arrive is asked for again: a packet may be lost. */
const PAUSES_MS = [400, 1600] as const;

/** Waits before something is tried again. */
export function pause(milliseconds: number = PAUSES_MS[0]): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Our own, for `globalThis.fetch` is watched. */
const original: typeof fetch = globalThis.fetch.bind(globalThis);
/** What is on its way or was handed over, by address; each is taken once. */
const coming = new Map<string, Promise<Bytes | undefined>>();

/** Loads a compressed JSON file. Some hosts have decompressed it already. */
export async function loadJson<T>(address: string): Promise<T> {
  const bytes = await load(address);
  try {
    return JSON.parse(new TextDecoder().decode(await inflate(bytes))) as T;
  } catch (error) {
    throw new SearchError('unavailable', error);
  }
}

/** Loads a JSON file past every memory on the way. */
export async function loadAnew<T>(address: string): Promise<T> {
  try {
    const response = await insistently(address, { cache: 'reload' });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return (await response.json()) as T;
  } catch (error) {
    throw lostOnTheWay(error);
  }
}

/** Loads a file, again if need be. */
export async function load(address: string): Promise<Bytes> {
  const there = await take(address);
  if (there !== undefined) return there;
  try {
    const response = await insistently(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw lostOnTheWay(error);
  }
}

/** Takes a file that was handed over or asked for ahead; nothing where there is none. */
async function take(address: string): Promise<Bytes | undefined> {
  const promised = coming.get(address);
  coming.delete(address);
  return promised;
}

const deliveries = new Map<string, (bytes: Bytes | undefined) => void>();

/** The page loads these and delivers each, so nobody else asks for them. */
export function expectDelivery(addresses: readonly string[]): void {
  for (const address of addresses) {
    expect(address, new Promise((resolve) => deliveries.set(address, resolve)));
  }
}

/** What was announced has come; nothing, where it did not arrive. */
export function deliver(address: string, bytes: ArrayBuffer | undefined): void {
  deliveries.get(address)?.(bytes && new Uint8Array(bytes));
  deliveries.delete(address);
}

/** Somebody else loads this file and hands it over; nothing, where it does not arrive. */
export function expect(address: string, bytes: Promise<Bytes | undefined>): void {
  coming.set(address, bytes);
}

/**
 * Asks for a file that will be wanted soon, unless it is on its way.
 * @returns its bytes; 0 where it does not arrive
 */
export async function ahead(address: string): Promise<number> {
  const loading = coming.get(address) ?? load(address).catch(() => undefined);
  coming.set(address, loading);
  return (await loading)?.length ?? 0;
}

/** Lays out what a pack holds, below the address that its paths count from. */
export async function unpack(address: string, base: string): Promise<boolean> {
  try {
    for (const [path, bytes] of readPack(await load(address))) {
      expect(base + path, Promise.resolve(bytes));
    }
    return true;
  } catch {
    return false;
  }
}

/** A request that fails on the way is made again; whatever a host answers is an answer. */
async function insistently(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  for (const milliseconds of PAUSES_MS) {
    try {
      return await original(input, init);
    } catch (error) {
      if (!navigator.onLine) throw error;
      await pause(milliseconds);
    }
  }
  return original(input, init);
}

/** Files below this path that did not arrive. */
export interface Lost {
  count: number;
}

const watched: { path: string; lost: Lost }[] = [];
const shared = new Map<string, Promise<Bytes>>();

/**
 * Pagefind only logs a file that did not load, and finds less; so its requests below `path` are
 * watched, and answered with what is there already. Its WebAssembly is the same for all parts of a
 * bundle and is loaded once, from `code`.
 */
export function watchFetch(path: string, code: string): Lost {
  const lost = { count: 0 };
  watched.push({ path, lost });
  if (watched.length > 1) return lost;
  globalThis.fetch = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, location.href);
    const owner = watched.find((each) => href.startsWith(each.path));
    if (owner === undefined) return original(input, init);
    try {
      // Pagefind adds the time to an address, so that no memory answers for it.
      const [address = href] = href.split('?');
      const wasm = /\/(wasm\.[a-z]+\.pagefind)$/u.exec(address)?.[1];
      if (wasm !== undefined) return new Response(await once(`${code}${wasm}`));
      const there = await take(address);
      if (there !== undefined) return new Response(there);
      const response = await insistently(input, init);
      if (!response.ok) owner.lost.count += 1;
      return response;
    } catch (error) {
      owner.lost.count += 1;
      throw error;
    }
  };
  return lost;
}

function once(address: string): Promise<Bytes> {
  const known = shared.get(address);
  if (known !== undefined) return known;
  const loading = load(address);
  shared.set(address, loading);
  return loading;
}
