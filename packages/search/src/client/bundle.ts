/** The index of one site. */
import type { DirectRow } from '../direct.ts';
import { MANIFEST, type Manifest, READER, WASM } from '../manifest.ts';
import { NO_WORDS, type Words } from '../near/words.ts';
import { PACK } from '../pack.ts';
import { SearchError } from './errors.ts';
import { ahead, expect, load, loadAnew, loadJson, unpack } from './fetching.ts';
import { readerCode } from './pagefind.ts';
import { SearchPart } from './part.ts';
import type { BundleAddress } from './protocol.ts';

/** By version of the reader, where it is: the first place at which it is whole. */
const readers = new Map<string, Promise<string>>();

/**
 * The same version is the same everywhere: of many columns one brings it for all. Where it is not whole there, the
 * next brings its own, so a column fails only where none has one.
 * @returns asks where it is, of all columns that are open by then: whichever was opened first
 */
function readerAt(path: string, reader: string): () => Promise<string> {
  const own = path + reader;
  // Whatever is asked, the reader is needed; what arrives ahead is taken when a part is opened.
  const wasm = async () => {
    const address = `${own}${WASM}`;
    if ((await ahead(address)) === 0) expect(address, Promise.resolve(await load(address)));
  };
  const whole = async () => {
    await Promise.all([wasm(), readerCode(`${own}${READER}`)]);
    return own;
  };
  const before = reader === '' ? undefined : readers.get(reader);
  const found = before?.catch(whole) ?? whole();
  if (reader !== '') readers.set(reader, found);
  // Who asks for it hears of a failure.
  found.catch(() => undefined);
  return () => readers.get(reader) ?? found;
}

export interface Bundle {
  site: string | undefined;
  /** Newest first; `newest` in days since 1970. */
  parts: { part: SearchPart; newest: number }[];
  /** Loaded when they are first asked for; nothing where they do not arrive. */
  words(): Promise<Words>;
  direct(): Promise<readonly DirectRow[]>;
  /** Whether one of these did not arrive when it was last asked for. */
  isLacking(): boolean;
  /** Whether another index has taken its place by now: what this one names may be gone. */
  isReplaced(): Promise<boolean>;
}

/**
 * Opens the index at an address that ends in a slash; its parts are loaded when they are asked. All that it
 * loads is named by one manifest, so that two versions never mix.
 * @param anew past every memory, which may hold an older one
 */
export async function openBundle({ path }: BundleAddress, anew = false): Promise<Bundle> {
  // Without its pack an index opens as well, only later.
  if (!anew) await unpack(`${path}${PACK}`, path);
  const manifest = await (anew ? loadAnew : loadJson)<Manifest>(`${path}${MANIFEST}`);
  const { site, reader = '', parts, words, direct } = manifest;
  const code = readerAt(path, reader);
  const isReplaced = async () => {
    const now = await loadAnew<Manifest>(`${path}${MANIFEST}`).catch(() => manifest);
    return JSON.stringify(now) !== JSON.stringify(manifest);
  };
  const lacking = new Set<string>();
  /** Near answers are a help: where what they know does not arrive, the exact ones stand. */
  const kept = <T>(name: string | undefined, nothing: T): (() => Promise<T>) => {
    if (name === undefined) return () => Promise.resolve(nothing);
    let loading: Promise<T> | undefined;
    return () => {
      lacking.delete(name);
      loading ??= loadJson<T>(`${path}${name}`).catch(async (error: unknown) => {
        console.warn(error);
        loading = undefined;
        lacking.add(name);
        if (await isReplaced()) throw new SearchError('unavailable', error);
        return nothing;
      });
      return loading;
    };
  };
  return {
    site,
    parts: parts.map(({ key, newest }) => ({ part: new SearchPart(path, key, code), newest })),
    words: kept(words, NO_WORDS),
    direct: kept<readonly DirectRow[]>(direct, []),
    isLacking: () => lacking.size > 0,
    isReplaced,
  };
}
