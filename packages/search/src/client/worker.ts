/** The worker in which the index is asked; started by `createSearch`. */
import { answer } from './answer.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { SearchError } from './errors.ts';
import { deliver, expectDelivery } from './fetching.ts';
import type {
  BundleAddress,
  SuggestRequest,
  WorkerMessage,
  WorkerRequest,
  WorkerResponse,
} from './protocol.ts';

// The types of a page and of a worker cannot be loaded together; only these two differ.
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  postMessage(message: WorkerResponse): void;
}
const scope = globalThis as unknown as WorkerScope;

const open = new Map<string, Promise<Bundle>>();
/** The newest question: an older one says no more while it waits for parts. */
let newest = 0;

function bundleAt(address: BundleAddress): Promise<Bundle> {
  const known = open.get(address.path);
  if (known !== undefined) return known;
  const bundle = openBundle(address);
  open.set(address.path, bundle);
  return bundle;
}

async function respond(request: WorkerRequest): Promise<WorkerResponse> {
  newest = request.id;
  const response = await ask(request);
  // What an index names is gone where another has taken its place: then that one is asked, once.
  const gone = 'error' in response && response.error.code === 'unavailable';
  return gone && (await reopened(request.bundles)) ? ask(request) : response;
}

/** Opens indexes anew that others have taken the place of. @returns whether there are any */
async function reopened(addresses: readonly BundleAddress[]): Promise<boolean> {
  const replaced = addresses.map(async (address) => {
    const bundle = await open.get(address.path)?.catch(() => undefined);
    if (bundle === undefined || !(await bundle.isReplaced())) return false;
    open.set(address.path, openBundle(address, true));
    return true;
  });
  return (await Promise.all(replaced)).includes(true);
}

async function ask(request: WorkerRequest): Promise<WorkerResponse> {
  const { id, bundles } = request;
  try {
    const settled = await Promise.allSettled(bundles.map(bundleAt));
    const arrived = settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined));
    const [failed] = settled.filter((each) => each.status === 'rejected');
    if (failed !== undefined && arrived.every((each) => each === undefined)) throw failed.reason;
    const found = await answer(arrived, request, (part) => {
      if (id === newest) scope.postMessage({ id, answer: part });
    });
    return { id, answer: found };
  } catch (error) {
    const code = error instanceof SearchError ? error.code : 'failed';
    const cause = error instanceof SearchError ? error.cause : error;
    return { id, error: { code, detail: String(cause ?? '') } };
  }
}

/** Opens the indexes and, where something was typed, looks for what it may become. */
async function suggest({ id, bundles, typed }: SuggestRequest): Promise<WorkerResponse> {
  const settled = await Promise.allSettled(bundles.map(bundleAt));
  const arrived = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  // One that did not arrive is asked for anew with the next question.
  settled.forEach((each, at) => {
    if (each.status === 'rejected') open.delete(bundles[at]?.path ?? '');
  });
  if (typed === '') {
    for (const { parts } of arrived) void parts[0]?.part.load().catch(() => undefined);
    return { id, suggestions: [] };
  }
  const { suggestions } = await import('./beyond.ts');
  const lists = await Promise.all(
    arrived.map(async (bundle) => suggestions(typed, await bundle.words())),
  );
  return { id, suggestions: [...new Set(lists.flat())].slice(0, 8) };
}

scope.onmessage = ({ data }) => {
  if ('coming' in data) expectDelivery(data.coming);
  else if ('address' in data) deliver(data.address, data.bytes);
  else {
    const none = { id: 'typed' in data ? data.id : 0, suggestions: [] };
    // Suggestions are a help; who asks a question hears of a failure.
    const work = 'typed' in data ? suggest(data).catch(() => none) : respond(data);
    void work.then((response) => scope.postMessage(response));
  }
};
