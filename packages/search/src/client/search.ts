/** Asking the index from a page. */
import { readQuery } from '../cut.ts';
import { SearchError } from './errors.ts';
import type { AskOptions, SearchAnswer, WorkerRequest, WorkerResponse } from './protocol.ts';

export interface SearchOptions {
  /** Address of the folder that `buildIndex` wrote; relative ones count from the page. */
  bundlePath: string;
}

export interface Search {
  /**
   * Finds the pages in which every term of the query stands. A query of nothing finds nothing.
   * @throws SearchError with a Chinese message for the reader; the next call tries anew
   */
  ask(query: string, options?: AskOptions): Promise<SearchAnswer>;
  /** Ends the worker; questions still open fail. */
  close(): void;
}

interface Waiting {
  resolve(answer: SearchAnswer): void;
  reject(error: SearchError): void;
}

/** Makes a search over one index. Nothing is loaded before the first question. */
export function createSearch({ bundlePath }: SearchOptions): Search {
  const folder = new URL(bundlePath.replace(/\/*$/u, '/'), document.baseURI).href;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  // A worker that failed once keeps what it half loaded, so the next question gets a fresh one.
  function stop(error: SearchError): void {
    worker?.terminate();
    worker = undefined;
    const open = [...waiting.values()];
    waiting.clear();
    for (const { reject } of open) reject(error);
  }

  function receive(response: WorkerResponse): void {
    if ('error' in response) {
      stop(new SearchError(response.error.code, response.error.detail));
      return;
    }
    waiting.get(response.id)?.resolve(response.answer);
    waiting.delete(response.id);
  }

  function start(): Worker {
    // Vite finds the worker by exactly this expression.
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = (event: MessageEvent<WorkerResponse>) => receive(event.data);
    started.onerror = (event) => stop(new SearchError('unsupported', event.message));
    return started;
  }

  return {
    async ask(query, { limit = 10, offset = 0 } = {}) {
      const { terms, shortened } = readQuery(query);
      if (terms.length === 0) return { total: 0, results: [], shortened, growing: false };
      if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') {
        throw new SearchError('unsupported');
      }
      lastId += 1;
      const request: WorkerRequest = { id: lastId, bundlePath: folder, query, limit, offset };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        worker ??= start();
        worker.postMessage(request);
      });
    },
    close() {
      stop(new SearchError('failed', 'closed'));
    },
  };
}
