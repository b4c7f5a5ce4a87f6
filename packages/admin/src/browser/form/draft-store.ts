/** What was typed into a form and not saved, as this browser keeps it. */
export interface KeptDraft {
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

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function done<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/** The drafts of this browser, the newest first. A browser that keeps nothing has none. */
export const draftStore = {
  put: (draft: KeptDraft): Promise<unknown> =>
    done('readwrite', (store) => store.put(draft)).catch(() => undefined),
  remove: (key: string): Promise<unknown> =>
    done('readwrite', (store) => store.delete(key)).catch(() => undefined),
  async all(county: string): Promise<readonly KeptDraft[]> {
    const drafts = await done<KeptDraft[]>('readonly', (store) => store.getAll()).catch(() => []);
    return drafts.filter((each) => each.county === county).sort((a, b) => b.at - a.at);
  },
};
