import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EntryMemory, EntryReading } from '@columns/content';
import { ChangedFile, decode, digestOf, withinBound } from '@columns/content';
import type { AttachmentFacts } from '../attachments/index.ts';
import { personalInFile, personalInLines } from '../personal/index.ts';
import { digestOfValue } from './digest.ts';
import type { EntryFacts } from './entry-facts.ts';

/** A file as it was when it was read: while these are the same, so are its bytes. */
type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

interface FileRecord {
  readonly stamp: Stamp;
  readonly digest: string;
}

interface EntryRecord {
  /** Digest of all that the reading was made from. */
  readonly key: string;
  readonly reading?: EntryReading;
  /** Digest of all that the facts were made from, the reading's too. */
  factsKey?: string;
  facts?: EntryFacts;
}

/** What was read, as plain data that another thread can be handed. */
export interface Held {
  readonly files: Record<string, FileRecord>;
  readonly entries: Record<string, EntryRecord>;
  readonly attachments: Record<string, AttachmentFacts>;
}

interface Kept extends Held {
  readonly software: string;
}

/**
 * A file written within this many milliseconds of the memory itself could have been changed again
 * without its time telling; it is read anew.
 */
const TOO_RECENT = 2000;

/**
 * What was read of a county's files, by the hash of their bytes: kept between two checks so that only
 * what changed is read. It never keeps anything personal: a reading of a text in which something
 * personal was found is left out, and what was found is kept masked.
 */
export class Memory implements EntryMemory {
  readonly #root: string;
  readonly #file: string | undefined;
  readonly #before: Kept;
  readonly #now: Kept;
  readonly #sure: number;
  #changed = false;
  /** What was read last: an entry is read right after its digest was taken. */
  #last: { readonly file: string; readonly bytes: Uint8Array } | undefined;

  /** Without `file` nothing outlives the object. */
  constructor(contentRoot: string, software: string, file?: string) {
    this.#root = contentRoot;
    this.#file = file;
    const kept = file === undefined ? undefined : load(file, software);
    this.#before = kept?.kept ?? { software, files: {}, entries: {}, attachments: {} };
    this.#sure = kept?.saved ?? 0;
    this.#now = { software, files: {}, entries: {}, attachments: {} };
  }

  /** Whether no entry is remembered from an earlier check. */
  get isEmpty(): boolean {
    return Object.keys(this.#before.entries).length === 0;
  }

  /** What this memory has met; a reading that may not be kept is not among it. */
  get held(): Held {
    return this.#now;
  }

  /** The digest of every file that was met. */
  get digests(): Record<string, string> {
    const files = Object.entries(this.#now.files);
    return Object.fromEntries(files.map(([file, { digest }]) => [file, digest]));
  }

  /** Takes over what another thread has just read: of the files as they are now. */
  learn({ files, entries }: Held): void {
    Object.assign(this.#now.files, files);
    Object.assign(this.#before.entries, entries);
    this.#changed = true;
  }

  entry(
    input: Parameters<EntryMemory['entry']>[0],
    _path: string,
    read: (bytes: Uint8Array) => EntryReading,
  ): EntryReading {
    const { csv, folder, forms: _forms, ...plain } = input;
    const beside = [...folder].map(([name, { size }]) => [name, size]);
    const table = csv ? this.digest(csv.path) : '';
    const key = digestOfValue([plain, this.digest(input.file), table, beside]);
    const before = this.#before.entries[input.file];
    if (before?.key === key && before.reading) {
      this.#now.entries[input.file] = { ...before };
      return before.reading;
    }
    // A reading that may not be kept is made each time; that alone is no reason to write again.
    if (before?.key !== key) this.#changed = true;
    const reading = read(this.bytes(input.file));
    const { tableDigest } = reading.entry ?? {};
    if (csv && tableDigest !== undefined && tableDigest !== table) throw new ChangedFile(csv.path);
    // Tables are rows of names and amounts: they are read each time and never kept.
    this.#now.entries[input.file] = reading.table ? { key } : { key, reading };
    return reading;
  }

  /** The facts of an entry, from memory where it and everything in `context` is the same. */
  facts(file: string, context: string, make: () => EntryFacts): EntryFacts {
    const record = this.#now.entries[file];
    const factsKey = `${record?.key ?? this.digest(file)} ${context}`;
    const before = this.#before.entries[file];
    const known = before?.factsKey === factsKey ? before.facts : undefined;
    if (!known) this.#changed = true;
    const facts = known ?? make();
    const { reading: _reading, ...without } = record ?? { key: '' };
    const kept = facts.personal ? without : record;
    this.#now.entries[file] = { ...(kept ?? { key: '' }), factsKey, facts };
    return facts;
  }

  /** What an attachment holds, by its bytes, its extension and the limits it is read with. */
  async attachment(
    file: string,
    context: string,
    make: (bytes: Uint8Array) => Promise<AttachmentFacts>,
  ): Promise<AttachmentFacts> {
    const key = `${this.digest(file)} ${context}`;
    const known = this.#now.attachments[key] ?? this.#before.attachments[key];
    if (!known) this.#changed = true;
    const facts = known ?? (await make(this.bytes(file)));
    this.#now.attachments[key] = facts;
    return facts;
  }

  /** The digest of a file's bytes; a file whose size, times and place are the same is not read. */
  digest(file: string): string {
    const done = this.#now.files[file];
    if (done) return done.digest;
    const path = join(this.#root, file);
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    // What is too large is not even read: whoever asks catches it, and tells it of this file.
    withinBound(file, size);
    const stamp: Stamp = [size, mtimeMs, ctimeMs, ino];
    const before = this.#before.files[file];
    const same =
      before !== undefined &&
      Math.max(mtimeMs, ctimeMs) < this.#sure - TOO_RECENT &&
      before.stamp.every((part, index) => part === stamp[index]);
    const digest = same ? before.digest : this.#digestOf(file, path);
    const kept = before?.digest === digest && String(before.stamp) === String(stamp);
    if (!kept) this.#changed = true;
    this.#now.files[file] = { stamp, digest };
    return digest;
  }

  /**
   * The bytes of a file that `digest` is of: what is found in them is remembered, and published, by that digest.
   * @throws ChangedFile where the file is another one by now
   */
  bytes(file: string): Uint8Array {
    const digest = this.digest(file);
    if (this.#last?.file === file) return this.#last.bytes;
    const bytes = readFileSync(join(this.#root, file));
    if (digestOf(bytes) !== digest) throw new ChangedFile(file);
    return bytes;
  }

  #digestOf(file: string, path: string): string {
    const bytes = readFileSync(path);
    this.#last = { file, bytes };
    return digestOf(bytes);
  }

  /** Writes what is worth keeping, if anything changed. */
  save(): void {
    const gone = Object.keys(this.#before.files).some((file) => !(file in this.#now.files));
    if (this.#file === undefined || (!this.#changed && !gone)) return;
    // What was kept before had such a name already.
    const named = ([file]: readonly [string, unknown]) =>
      file in this.#before.files || personalInLines(file).length === 0;
    const entries = Object.entries(this.#now.entries)
      .filter(named)
      .map(([file, record]) => {
        if (record.facts || !this.#isPersonal(file)) return [file, record] as const;
        const { reading: _reading, ...without } = record;
        return [file, without] as const;
      });
    mkdirSync(dirname(this.#file), { recursive: true });
    const text = JSON.stringify({
      ...this.#now,
      files: Object.fromEntries(Object.entries(this.#now.files).filter(named)),
      entries: Object.fromEntries(entries),
    });
    // Check, build and `dev` may end at once: each writes a file of its own.
    const fresh = `${this.#file}.${process.pid}.new`;
    writeFileSync(fresh, text);
    renameSync(fresh, this.#file);
  }

  /** Entries of the levels above have no facts here; their texts are looked at before they are kept. What cannot be looked at is not kept. */
  #isPersonal(file: string): boolean {
    try {
      const decoded = decode(this.bytes(file));
      if (!('text' in decoded)) return false;
      return personalInFile(file, decoded.text).length > 0;
    } catch {
      return true;
    }
  }
}

function load(file: string, software: string): { kept: Kept; saved: number } | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (kept.software !== software) return undefined;
    return { kept, saved: statSync(file).mtimeMs };
  } catch {
    // No memory, or one that was cut short: everything is read anew.
    return undefined;
  }
}
