/** The index of one site. */
import type { DirectRow } from '../direct.ts';
import { MANIFEST, type Manifest, READER, WASM } from '../manifest.ts';
import { NO_WORDS, type Words } from '../near/words.ts';
import { PACK } from '../pack.ts';
import { ahead, loadJson, unpack } from './fetching.ts';
import { readerCode } from './pagefind.ts';
import { SearchPart } from './part.ts';
import type { BundleAddress } from './protocol.ts';

export interface Bundle {
  site: string | undefined;
  /** Newest first; `newest` in days since 1970. */
  parts: { part: SearchPart; newest: number }[];
  /** Loaded when they are first asked for; nothing where they do not arrive. */
  words(): Promise<Words>;
  direct(): Promise<readonly DirectRow[]>;
}

/** Opens the index at an address that ends in a slash; its parts are loaded when they are asked. */
export async function openBundle({ path }: BundleAddress): Promise<Bundle> {
  // Whatever is in the index, its reader is needed. Who asks for it hears of a failure.
  ahead(`${path}${WASM}`);
  readerCode(`${path}${READER}`).catch(() => undefined);
  // Without its pack an index opens as well, only later.
  await unpack(`${path}${PACK}`, path);
  const { site, parts, words, direct } = await loadJson<Manifest>(`${path}${MANIFEST}`);
  return {
    site,
    parts: parts.map(({ key, newest }) => ({
      part: new SearchPart(path, key),
      newest,
    })),
    words: kept(path, words, NO_WORDS),
    direct: kept<readonly DirectRow[]>(path, direct, []),
  };
}

/** Loads a file once. Near answers are a help: where one does not arrive, the exact ones stand. */
function kept<T>(path: string, name: string | undefined, nothing: T): () => Promise<T> {
  if (name === undefined) return () => Promise.resolve(nothing);
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= loadJson<T>(`${path}${name}`).catch((error: unknown) => {
      console.warn(error);
      loading = undefined;
      return nothing;
    });
    return loading;
  };
}
