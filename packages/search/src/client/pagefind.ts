/** Pagefind's own client, as far as we use it. It is part of each bundle and is loaded from there. */
import { READER } from '../manifest.ts';
import { placeIn, type Zone } from '../zones.ts';
import { lostOnTheWay, SearchError, type SearchErrorCode } from './errors.ts';
import { pause, watchFetch } from './fetching.ts';

interface PagefindClient {
  search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string }): PagefindClient;
}

const codes = new Map<string, Promise<PagefindModule>>();

/** Pagefind's code, loaded once for each index. */
export function readerCode(address: string): Promise<PagefindModule> {
  const known = codes.get(address);
  if (known !== undefined) return known;
  const loading: Promise<PagefindModule> = import(/* @vite-ignore */ address)
    // What did not load once stays so under its address.
    .catch(async () => {
      await pause();
      return import(/* @vite-ignore */ `${address}?again`);
    })
    .catch((error: unknown) => {
      throw lostOnTheWay(error);
    });
  codes.set(address, loading);
  return loading;
}

/** By reader, whether its WebAssembly is up; settled in the order in which parts were opened. */
const up = new Map<string, Promise<boolean>>();

/**
 * Makes a client. All clients of one reader share its WebAssembly, and each that is made before it is up brings
 * up one of its own in its place, under the feet of the others: so the first has to be there before the next.
 */
async function makeClient(code: string, part: string): Promise<PagefindClient> {
  const module = await readerCode(`${code}${READER}`);
  const before = up.get(code) ?? Promise.resolve(false);
  const made = before.then((isUp) => {
    const client = module.createInstance({ basePath: part, baseUrl: '/' });
    // A search for nothing asks for no word; it only waits until the client can search.
    const started =
      isUp ||
      client.search('').then(
        () => true,
        () => false,
      );
    return { client, started };
  });
  up.set(
    code,
    made.then(({ started }) => started),
  );
  return (await made).client;
}

/** A record with the phrase. */
export interface Match {
  /** Pagefind's own name of it. */
  id: string;
  record: number;
  /** Where it stands there, rising: every place of a single word, of several words the first. */
  places: readonly number[];
}

/** As `reader`, where Pagefind's own indexer wrote the words: `found` of the part's facts tells what its records are. */
export function translated(reader: Reader, found: Readonly<Record<string, number>>): Reader {
  return {
    async find(phrase) {
      const matches = await reader.find(phrase);
      return matches.flatMap(({ id, places: [place = 0] }) => {
        const known = found[id];
        if (known === undefined) return [];
        const zone = (known % 8) as Zone;
        // The first character, then the first pair: what a title begins with.
        const begins = zone === 0 && place <= 1;
        const places = [placeIn(zone) + Number(!begins)];
        return [{ id, record: Math.floor(known / 8), places }];
      });
    },
  };
}

/** A part that is open. Whatever does not arrive is thrown as a `SearchError`. */
export interface Reader {
  find(phrase: string): Promise<Match[]>;
}

/** An old browser cannot compile the reader; whatever else goes wrong in it is no fault of the browser. */
function faultOf(error: unknown): SearchErrorCode {
  const old = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  return old ? 'unsupported' : 'failed';
}

/**
 * Opens the part at an address that ends in a slash. To be called in a worker: on a page Pagefind
 * would take the language from `<html lang>` and cut the query once more; here there is no
 * document, and the query stays as we cut it.
 */
export async function openReader(code: string, part: string): Promise<Reader> {
  const lost = watchFetch(part, code);
  const client = await makeClient(code, part);
  return {
    async find(phrase) {
      // Of what is quoted the reader tells one place only. None of our words begins with another.
      const asked = phrase.includes(' ') ? `"${phrase}"` : phrase;
      const { results } = await client.search(asked).catch((error: unknown) => {
        throw lost.count > 0 ? lostOnTheWay(error) : new SearchError(faultOf(error), error);
      });
      if (lost.count > 0) throw lostOnTheWay();
      return results.map(({ id, words }) => ({
        id,
        record: Number.parseInt(id, 36),
        places: words,
      }));
    },
  };
}
