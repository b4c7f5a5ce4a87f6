/** The worker in which the index is asked; started by `createSearch`. */
import { answer } from './answer.ts';
import { SearchError } from './errors.ts';
import { type Bundle, openBundle } from './pagefind.ts';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';

// The types of a page and of a worker cannot be loaded together; only these two differ.
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(message: WorkerResponse): void;
}
const scope = globalThis as unknown as WorkerScope;

let bundle: Promise<Bundle> | undefined;

async function respond(request: WorkerRequest): Promise<WorkerResponse> {
  const { id } = request;
  try {
    bundle ??= openBundle(request.bundlePath);
    return { id, answer: await answer(await bundle, request) };
  } catch (error) {
    const code = error instanceof SearchError ? error.code : 'failed';
    const cause = error instanceof SearchError ? error.cause : error;
    return { id, error: { code, detail: String(cause ?? '') } };
  }
}

scope.onmessage = (event) => {
  void respond(event.data).then((response) => scope.postMessage(response));
};
