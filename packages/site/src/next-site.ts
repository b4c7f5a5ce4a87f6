import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { isOneFile } from '@columns/standard/one-file';
import { listFiles } from './files.ts';
import { sha256OfFile } from './manifest/digest.ts';
import { type Place, placeAll } from './place.ts';
import { freshSibling, recover, spareOf, swapIn } from './swap.ts';

/** Size and time of a file: while both are the same, so are its bytes. */
type Stamp = readonly [bytes: number, modified: number];

interface Placed {
  /** Of the file that was placed, or what a made text was made of; and of what it became. */
  readonly from: Stamp | string;
  readonly here: Stamp;
  sha256?: string;
}

/** Files that go to a place below the site's folder. */
export interface Placement {
  /** Paths below `from`, with `/`. */
  readonly files: readonly string[];
  readonly from: string;
  /** `anyue/`, or nothing for the folder itself. */
  readonly under: string;
}

/** A text that is made of others: again only where what it is made of is not the same. */
export interface Made {
  /** The same while the text is. */
  readonly key: string;
  readonly text: () => Promise<string>;
}

export interface NextSiteOptions {
  readonly place: Place;
  /** File that keeps from one run to the next what was placed; without it every run begins anew. */
  readonly memory?: string | undefined;
}

/**
 * The folder that is to take the place of a site. With a memory it begins as the site before the last:
 * what has not changed since stays where it is or is linked from the site that stands, and only what
 * has changed is copied and read. So one county's change costs little, however many counties there are.
 */
export class NextSite {
  readonly #outDir: string;
  readonly #memory: string | undefined;
  readonly #place: Place;
  readonly #before: Readonly<Record<string, Placed>>;
  readonly #now: Record<string, Placed> = {};
  #folder = '';

  constructor(outDir: string, { place, memory }: NextSiteOptions) {
    this.#outDir = outDir;
    this.#memory = memory;
    this.#place = place;
    this.#before = memory === undefined ? {} : load(memory);
  }

  get folder(): string {
    return this.#folder;
  }

  /** To be called first. Puts the last good site back where a run was killed between two renames. */
  async recover(): Promise<void> {
    await recover(this.#outDir);
  }

  /** Fills it: with files from other folders, and with texts of our own and made ones by their paths. */
  async fill(
    placements: readonly Placement[],
    texts: ReadonlyMap<string, string>,
    made: ReadonlyMap<string, Made> = new Map(),
  ): Promise<void> {
    this.#folder = await freshSibling(this.#outDir, this.#memory !== undefined);
    const names = placements.flatMap(({ files, under }) => files.map((file) => under + file));
    await this.#removeOthers(new Set([...names, ...texts.keys(), ...made.keys()]));
    for (const { files, from, under } of placements) {
      const place: Place = (file, to) => this.#placeOne(file, to);
      await placeAll(files, from, path.join(this.#folder, under), place);
    }
    for (const [name, text] of texts) this.#write(name, text);
    for (const [name, one] of made) await this.#makeOne(name, one);
  }

  async #makeOne(name: string, { key, text }: Made): Promise<void> {
    const file = path.join(this.#folder, name);
    const known = this.#before[name];
    const standing = path.join(this.#outDir, name);
    if (known?.from === key && isAs(known.here, statOf(standing))) {
      const there = statOf(file);
      mkdirSync(path.dirname(file), { recursive: true });
      if ((there && isOneFile(standing, file)) || link(standing, file, there)) {
        this.#now[name] = known;
        return;
      }
    }
    this.#write(name, await text());
    const here = statOf(file);
    if (here) this.#now[name] = { from: key, here: stampOf(here) };
  }

  async #placeOne(from: string, to: string): Promise<void> {
    const name = path.relative(this.#folder, to).split(path.sep).join('/');
    const source = statOf(from);
    const known = this.#before[name];
    const standing = path.join(this.#outDir, name);
    const here =
      known && typeof known.from !== 'string' && isAs(known.from, source)
        ? statOf(standing)
        : undefined;
    const there = statOf(to);
    if (known && here && isAs(known.here, here)) {
      if ((there && isOneFile(standing, to)) || link(standing, to, there)) {
        this.#now[name] = known;
        return;
      }
    }
    // What stands there may be the same file as one of the site's.
    if (there) rmSync(to, { force: true });
    await this.#place(from, to);
    const placed = statOf(to);
    if (source && placed) this.#now[name] = { from: stampOf(source), here: stampOf(placed) };
  }

  /** Writes a text of our own. */
  #write(name: string, text: string): void {
    const file = path.join(this.#folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    rmSync(file, { force: true });
    writeFileSync(file, text);
  }

  /** Removes what was in the site before the last and will not be in this one. */
  async #removeOthers(wanted: ReadonlySet<string>): Promise<void> {
    const { files, others } = await listFiles(this.#folder);
    for (const name of [...files, ...others].filter((one) => !wanted.has(one))) {
      rmSync(path.join(this.#folder, name));
      this.#removeEmpty(path.dirname(name));
    }
  }

  #removeEmpty(folder: string): void {
    if (folder === '.') return;
    try {
      rmdirSync(path.join(this.#folder, folder));
    } catch {
      // Something stands in it.
      return;
    }
    this.#removeEmpty(path.dirname(folder));
  }

  /** SHA-256 of a file by its name, read only where it is not known. */
  async sha256(name: string): Promise<string> {
    const placed = this.#now[name];
    const digest = placed?.sha256 ?? (await sha256OfFile(path.join(this.#folder, name)));
    if (placed) placed.sha256 = digest;
    return digest;
  }

  /** Puts the folder in the site's place; what stood there is kept to begin the next one with. */
  async swapIn(): Promise<void> {
    await swapIn(this.#folder, this.#outDir, this.#memory && spareOf(this.#outDir));
    if (this.#memory === undefined) return;
    mkdirSync(path.dirname(this.#memory), { recursive: true });
    const half = `${this.#memory}.${process.pid}.new`;
    writeFileSync(half, JSON.stringify(this.#now));
    renameSync(half, this.#memory);
  }

  /** Nothing is left of it; the site stays as it is. */
  async discard(): Promise<void> {
    if (this.#folder === '') return;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function load(memory: string): Readonly<Record<string, Placed>> {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    // None yet, or one that was cut short: everything is copied.
    return {};
  }
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function stampOf({ size, mtimeMs }: Stats): Stamp {
  return [size, mtimeMs];
}

function isAs([bytes, modified]: Stamp, found: Stats | undefined): boolean {
  return found?.size === bytes && found.mtimeMs === modified;
}

/** Makes `to` the same file as `from`. @returns whether the disk could */
function link(from: string, to: string, there: Stats | undefined): boolean {
  try {
    if (there) rmSync(to);
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}
