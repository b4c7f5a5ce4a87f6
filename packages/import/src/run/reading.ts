import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AttachmentFacts } from '@columns/check/attachments';
import { AttachmentReader, extensionOf } from '@columns/check/attachments';
import { digestOf } from '@columns/content';
import { squeeze } from '@columns/office/words';
import type { Draft } from '../entry/draft.ts';
import type { Setting } from '../entry/setting.ts';
import { ImportFailure } from '../failure.ts';
import { digestOfBytes } from './digest.ts';
import { Folder } from './folder.ts';
import type { Outcome } from './outcome.ts';
import { personalIn } from './personal.ts';
import { draftsOf } from './read-source.ts';
import { Readers } from './readers.ts';
import type { FoundSource } from './sources.ts';

/** A draft with what was found in it before anything is decided about it. */
export interface ReadDraft {
  readonly draft: Draft;
  /** Digest of its words: the same in whatever format they stand. */
  readonly words: string;
  /** Personal data, masked. */
  readonly personal: readonly string[];
}

/** What one file alone gives, whatever stands in the others: plain data. */
export interface Reading {
  readonly drafts: readonly ReadDraft[];
  readonly failure?: NonNullable<Outcome['failure']>;
  /** Of what was read and made no entry. */
  readonly characters?: number;
}

/** Attachments whose facts are kept. */
const MOST_KNOWN = 500;

/** Reads files one after another; what it keeps warm for the next, `close` ends. */
export class SourceReader {
  readonly #setting: Setting;
  readonly #folder: Folder;
  readonly #readers: Readers;
  readonly #attachments: AttachmentReader;
  readonly #known = new Map<string, Promise<AttachmentFacts>>();

  /**
   * @param files all that were given, in their order
   * @param converts whether old files are converted by the LibreOffice of this machine
   */
  constructor(setting: Setting, files: readonly FoundSource[], converts: boolean) {
    this.#setting = setting;
    this.#folder = new Folder(files);
    this.#readers = new Readers(converts);
    this.#attachments = new AttachmentReader(setting.limits, { pdf: this.#readers.pdf });
  }

  /**
   * Never throws: what cannot be read is a failure of this file alone.
   * @param without files that it names and that are not its own
   */
  async read(file: FoundSource, without: readonly string[] = []): Promise<Reading> {
    let bytes: Buffer | undefined;
    const source = {
      name: file.name,
      base: basename(file.path),
      bytes: () => (bytes ??= readFileSync(file.path)),
      folders: file.folders,
      beside: (named: Parameters<Folder['find']>[1]) => {
        const found = this.#folder.find(file.path, named);
        return found && without.includes(found.path) ? undefined : found;
      },
    };
    try {
      const drafts: ReadDraft[] = [];
      for (const draft of await draftsOf(file.path, source, this.#setting, this.#readers)) {
        const { personal, remarks } = await personalIn(draft, file.name, this.#facts);
        drafts.push({
          draft: { ...draft, remarks: [...draft.remarks, ...remarks] },
          words: digestOf(squeeze(draft.text)),
          personal,
        });
      }
      return { drafts };
    } catch (error) {
      const characters = error instanceof ImportFailure ? error.characters : undefined;
      return { drafts: [], failure: failureOf(error), ...(characters && { characters }) };
    }
  }

  /** What stands in an attachment; one that many entries name is read once. */
  readonly #facts = (name: string, bytes: Uint8Array): Promise<AttachmentFacts> => {
    const key = `${extensionOf(name)} ${digestOfBytes(bytes)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const read = this.#attachments.read(name, bytes);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(key, read);
    return read;
  };

  async close(): Promise<void> {
    await Promise.all([this.#readers.close(), this.#attachments.close()]);
  }
}

/** A fault of the program in one file keeps no other from being imported. */
function failureOf(error: unknown): NonNullable<Outcome['failure']> {
  if (error instanceof ImportFailure)
    return { code: error.code, message: error.message, mend: error.mend };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'fault',
    message: `读取时程序出错：${told.split('\n').slice(0, 2).join(' ').trim()}`,
    mend: '请把这个文件和这行话交给维护人员；其余文件不受影响',
  };
}
