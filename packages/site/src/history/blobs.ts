import { decode, type Openness, opennessOf } from '@columns/content';
import { sha256 } from '../manifest/digest.ts';
import { blobSizes, readBlobs } from './git.ts';

const MEGABYTE = 2 ** 20;
/** Versions are read so many bytes at a time; two such windows are held at once. */
const WINDOW = 32 * MEGABYTE;
/** A version that is longer is told without what changed in it, and is not read. */
const LONGEST = 2 * MEGABYTE;

/**
 * The versions that are told of, by their ids in git. They are asked for in the order they were given, an
 * entry after the other: read in windows, so that a history of gigabytes takes no more memory than one of
 * a few. What is found out of a version is kept, for it is short.
 */
export class Blobs {
  readonly #root: string;
  readonly #window: number;
  readonly #ids: readonly string[];
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #places: ReadonlyMap<string, number>;
  #before: ReadonlyMap<string, Buffer> = new Map();
  #now: ReadonlyMap<string, Buffer> = new Map();
  readonly #personal = new Map<string, boolean>();
  readonly #digests = new Map<string, string>();
  readonly #openness = new Map<string, Openness>();

  constructor(root: string, ids: Iterable<string>, window = WINDOW) {
    this.#root = root;
    this.#window = window;
    this.#ids = [...new Set(ids)];
    this.#sizes = blobSizes(root, this.#ids);
    this.#places = new Map(this.#ids.map((id, place) => [id, place]));
  }

  /** Whether a version is told without its words. */
  isLong(id: string | undefined): boolean {
    return (this.#sizes.get(id ?? '') ?? 0) > LONGEST;
  }

  /** A version's text; empty where there is none, where it is too long, and where it is no text. */
  text(id: string | undefined): string {
    const bytes = this.#bytes(id);
    const read = bytes && decode(bytes);
    return read && 'text' in read ? read.text : '';
  }

  /** SHA-256 of a version; nothing where it is not read. */
  digest(id: string | undefined): string | undefined {
    return this.#once(this.#digests, id, () => {
      const bytes = this.#bytes(id);
      return bytes && sha256(bytes);
    });
  }

  /** Of what is not read nothing may be shown. */
  openness(id: string | undefined): Openness {
    return this.#once(this.#openness, id, () => opennessOf(this.text(id))) ?? opennessOf('');
  }

  /** Whether `find` finds something personal in a version; what is not read may hold some. */
  isPersonal(id: string | undefined, find: (text: string) => boolean): boolean {
    if (id === undefined) return false;
    return this.#once(this.#personal, id, () => this.isLong(id) || find(this.text(id))) === true;
  }

  #once<T>(
    known: Map<string, T>,
    id: string | undefined,
    find: () => T | undefined,
  ): T | undefined {
    if (id === undefined) return undefined;
    const found = known.get(id) ?? find();
    if (found !== undefined) known.set(id, found);
    return found;
  }

  #bytes(id: string | undefined): Buffer | undefined {
    if (id === undefined || this.isLong(id)) return undefined;
    const held = this.#now.get(id) ?? this.#before.get(id);
    if (held) return held;
    this.#before = this.#now;
    this.#now = readBlobs(this.#root, this.#from(this.#places.get(id) ?? 0));
    return this.#now.get(id);
  }

  /** As many as fit into a window, from a place on. */
  #from(from: number): string[] {
    const ids: string[] = [];
    let bytes = 0;
    for (let place = from; place < this.#ids.length; place++) {
      const id = this.#ids[place] as string;
      if (this.isLong(id)) continue;
      bytes += this.#sizes.get(id) ?? 0;
      if (ids.length > 0 && bytes > this.#window) break;
      ids.push(id);
    }
    return ids;
  }
}
