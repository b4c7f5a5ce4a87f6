/** Asking one index or several from a page. */

import { lostOnTheWay, SearchError } from './errors.ts';
import { handOver, type Preloaded, takePreloaded, takeWorker } from './handover.ts';
import type {
  AskOptions,
  BundleAddress,
  SearchAnswer,
  SuggestRequest,
  WorkerRequest,
  WorkerResponse,
} from './protocol.ts';

export interface SearchOptions {
  /** Address of the folder that `buildIndex` wrote; relative ones count from the page. */
  bundlePath?: string;
  /** Several folders, to search several columns at once. */
  bundles?: readonly BundleAddress[];
}

export interface Search {
  /**
   * Finds the documents in which every term of the query stands. A query of nothing finds nothing.
   * @throws SearchError with a Chinese message for the reader; the next call tries anew
   */
  ask(query: string, options?: AskOptions): Promise<SearchAnswer>;
  /**
   * What somebody may be about to type. Of nothing it only opens the indexes, so that the first question
   * waits for less.
   */
  suggest(typed: string): Promise<readonly string[]>;
  /** Ends the worker; questions still open fail. */
  close(): void;
}

interface Waiting {
  request: WorkerRequest;
  resolve(answer: SearchAnswer): void;
  reject(error: SearchError): void;
  progress: ((answer: SearchAnswer) => void) | undefined;
}

const NOTHING: SearchAnswer = {
  total: 0,
  results: [],
  shortened: false,
  growing: false,
  filters: {},
  near: [],
  direct: [],
  missing: [],
  unread: false,
};

/** How often a worker is started whose code did not arrive, and what is waited before. */
const STARTS = 2;
const PAUSE_MS = 400;

/** Makes a search over one index or several. Nothing is loaded before the first question. */
export function createSearch({ bundlePath, bundles }: SearchOptions): Search {
  const addresses = (bundles ?? (bundlePath === undefined ? [] : [{ path: bundlePath }])).map(
    ({ path, ...rest }) => ({
      ...rest,
      path: new URL(path.replace(/\/*$/u, '/'), document.baseURI).href,
    }),
  );
  const waiting = new Map<number, Waiting>();
  const suggesting = new Map<number, (suggestions: readonly string[]) => void>();
  let preloaded: Preloaded[] | undefined = takePreloaded(addresses.map(({ path }) => path));
  let worker: Worker | undefined;
  /** Whether a worker of ours has ever said anything. */
  let worked = false;
  let lost = 0;
  let lastId = 0;

  // A worker that failed once keeps what it half loaded, so the next question gets a fresh one.
  function stop(error: SearchError): void {
    const open = [...waiting.values()];
    waiting.clear();
    leave();
    for (const { reject } of open) reject(error);
  }

  /** The next question gets a worker of its own. */
  function leave(): void {
    worker?.terminate();
    worker = undefined;
    for (const none of suggesting.values()) none([]);
    suggesting.clear();
  }

  function receive(response: WorkerResponse): void {
    worked = true;
    lost = 0;
    if ('error' in response) {
      const error = new SearchError(response.error.code, response.error.detail);
      const failed = waiting.get(response.id);
      waiting.delete(response.id);
      failed?.reject(error);
      // What else was asked may still be answered.
      if (waiting.size === 0) stop(error);
      return;
    }
    if ('suggestions' in response) {
      suggesting.get(response.id)?.(response.suggestions);
      suggesting.delete(response.id);
      return;
    }
    const asked = waiting.get(response.id);
    if (response.answer.growing) {
      asked?.progress?.(response.answer);
      return;
    }
    waiting.delete(response.id);
    asked?.resolve(response.answer);
    // A worker that misses a column, or a file of one, keeps its failure too.
    const { missing, unread } = response.answer;
    if ((unread || missing.length > 0) && waiting.size === 0) leave();
  }

  function start(): Worker {
    // Vite finds the worker by exactly this expression.
    const started =
      takeWorker() ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = (event: MessageEvent<WorkerResponse>) => receive(event.data);
    started.onerror = ({ message }) => fail(message);
    const [first] = waiting.values();
    handOver(started, preloaded ?? [], first?.request.query ?? '');
    // A second worker asks for itself.
    preloaded = undefined;
    return started;
  }

  /** A worker whose code did not arrive says nothing; what a browser cannot run, it calls by name. */
  function fail(message: string | undefined): void {
    if (message) {
      stop(new SearchError(worked ? 'failed' : 'unsupported', message));
      return;
    }
    lost += 1;
    if (lost > STARTS || !navigator.onLine) {
      lost = 0;
      stop(lostOnTheWay('worker'));
      return;
    }
    leave();
    setTimeout(ask, PAUSE_MS);
  }

  /** Asks what is still open of a new worker. */
  function ask(): void {
    if (worker !== undefined || waiting.size === 0) return;
    worker = start();
    for (const { request } of waiting.values()) worker.postMessage(request);
  }

  return {
    async ask(query, options = {}) {
      const { limit = 10, offset = 0, filters = {}, sort = 'relevance' } = options;
      const { near = false, onProgress, column } = options;
      if (query.trim() === '') return NOTHING;
      if (!isSupported()) throw new SearchError('unsupported');
      lastId += 1;
      const request: WorkerRequest = {
        id: lastId,
        bundles: column === undefined ? addresses : addresses.slice(column, column + 1),
        query,
        limit,
        offset,
        filters: { ...filters },
        sort,
        near,
      };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { request, resolve, reject, progress: onProgress });
        if (worker === undefined) ask();
        else worker.postMessage(request);
      });
    },
    async suggest(typed) {
      if (!isSupported()) return [];
      lastId += 1;
      const request: SuggestRequest = { id: lastId, bundles: addresses, typed };
      return new Promise((resolve) => {
        suggesting.set(request.id, resolve);
        worker ??= start();
        worker.postMessage(request);
      });
    },
    close() {
      stop(new SearchError('failed', 'closed'));
    },
  };
}

/** Whether this browser can search at all. */
export function isSupported(): boolean {
  return typeof Worker !== 'undefined' && typeof WebAssembly !== 'undefined';
}
