/** What was typed into a form and not saved, as this browser keeps it. */
export interface KeptDraft {
  /** Of one sitting at one form: what is typed in another never takes its place. */
  readonly key: string;
  readonly county: string;
  readonly collection: string;
  /** Of a stored entry: its folder and id below the collection's. */
  readonly slug?: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the catalogue asks of an entry that was begun by its item, in words. */
  readonly notes?: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Blob }[];
}

const NAME = 'columns-editor';
const STORE = 'drafts';
/** What a page left in its last moment, when nothing that takes time is done any more. */
const LEFT = 'columns-editor-left/';

let database: Promise<IDBDatabase> | undefined;
/** One after another, so that what is read after something was written has it. */
let line: Promise<unknown> = Promise.resolve();

function opened(): Promise<IDBDatabase> {
  database ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => {
      request.result.onclose = () => {
        database = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    database = undefined;
    throw error;
  });
  return database;
}

function done<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const next = line.then(async () => {
    const store = (await opened()).transaction(STORE, mode).objectStore(STORE);
    return new Promise<T>((resolve, reject) => {
      const request = work(store);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  });
  line = next.catch(() => undefined);
  return next;
}

/** The drafts of this browser, the newest first. A browser that keeps nothing has none. */
export const draftStore = {
  async put(draft: KeptDraft): Promise<void> {
    await done('readwrite', (store) => store.put(draft)).catch(() => undefined);
  },
  /** Keeps a draft at once, without its files: a page that is closed waits for nothing. */
  leave(draft: KeptDraft): void {
    try {
      window.localStorage.setItem(LEFT + draft.key, JSON.stringify({ ...draft, files: [] }));
    } catch {
      // There is no room for it; what was put before stays.
    }
  },
  async remove(key: string): Promise<void> {
    window.localStorage.removeItem(LEFT + key);
    await done('readwrite', (store) => store.delete(key)).catch(() => undefined);
  },
  async all(county: string): Promise<readonly KeptDraft[]> {
    const read = await done<KeptDraft[]>('readonly', (store) => store.getAll()).catch(() => []);
    const drafts = new Map(read.map((draft) => [draft.key, draft]));
    for (const draft of left()) {
      const known = drafts.get(draft.key);
      if (!known || known.at <= draft.at) {
        const whole = { ...draft, files: known?.files ?? [] };
        drafts.set(draft.key, whole);
        await draftStore.put(whole);
      }
      window.localStorage.removeItem(LEFT + draft.key);
    }
    return [...drafts.values()]
      .filter((each) => each.county === county)
      .sort((a, b) => b.at - a.at);
  },
};

function left(): KeptDraft[] {
  const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(LEFT));
  return keys.flatMap((key) => {
    try {
      return [JSON.parse(window.localStorage.getItem(key) ?? '') as KeptDraft];
    } catch {
      return [];
    }
  });
}
