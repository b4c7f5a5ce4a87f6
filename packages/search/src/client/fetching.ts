/** Loading files of a bundle, so that nothing is lost without a word. */
import { SearchError } from './errors.ts';

/** Loads a compressed JSON file. Some hosts have decompressed it already. */
export async function loadJson<T>(address: string): Promise<T> {
  const bytes = await load(address);
  try {
    const [first, second] = new Uint8Array(bytes);
    const packed = first === 0x1f && second === 0x8b;
    const text = packed
      ? await new Response(
          new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
        ).text()
      : new TextDecoder().decode(bytes);
    return JSON.parse(text) as T;
  } catch (error) {
    throw new SearchError('unavailable', error);
  }
}

async function load(address: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    throw new SearchError('unavailable', error);
  }
}

/** Files below this path that did not arrive. */
export interface Lost {
  count: number;
}

const watched: { path: string; lost: Lost }[] = [];
const shared = new Map<string, Promise<ArrayBuffer>>();

/**
 * Pagefind only logs a file that did not load, and finds less; so its requests below `path` are
 * watched. Its WebAssembly is the same for all parts of a bundle and is loaded once, from `code`.
 */
export function watchFetch(path: string, code: string): Lost {
  const lost = { count: 0 };
  watched.push({ path, lost });
  if (watched.length > 1) return lost;
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href).href;
    const owner = watched.find((each) => address.startsWith(each.path));
    if (owner === undefined) return original(input, init);
    try {
      const wasm = /\/(wasm\.[a-z]+\.pagefind)(?:\?|$)/u.exec(address)?.[1];
      if (wasm !== undefined) return new Response(await once(`${code}${wasm}`, original));
      const response = await original(input, init);
      if (!response.ok) owner.lost.count += 1;
      return response;
    } catch (error) {
      owner.lost.count += 1;
      throw error;
    }
  };
  return lost;
}

function once(address: string, original: typeof fetch): Promise<ArrayBuffer> {
  const known = shared.get(address);
  if (known !== undefined) return known;
  const loading = original(address).then((response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.arrayBuffer();
  });
  shared.set(address, loading);
  return loading;
}
