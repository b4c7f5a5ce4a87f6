import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { softwareDigest } from '@columns/check';
import { extensionOf, FORMATS } from '@columns/check/attachments';
import { digestOf, expectedId } from '@columns/content';
import { ID_PATTERN, type Standard } from '@columns/standard';
import { namedPlace } from '../entry/place.ts';
import type { Setting } from '../entry/setting.ts';
import { ImportFailure } from '../failure.ts';
import { Trial } from './county.ts';
import { Decided } from './decided.ts';
import { digestOfFile } from './digest.ts';
import { Entries } from './entries.ts';
import type { Written } from './journal.ts';
import { Journal } from './journal.ts';
import { Lock } from './lock.ts';
import type { ImportOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Known, Plan } from './plan.ts';
import { plan } from './plan.ts';
import { knownPolicies } from './policies.ts';
import { Pool, threadsFor, type Wanted } from './pool.ts';
import { Readers } from './readers.ts';
import type { FoundSource, FoundSources } from './sources.ts';
import { findSources } from './sources.ts';
import type { Gist } from './spool.ts';
import { Spool } from './spool.ts';
import { Writer } from './writer.ts';

export interface ImportReport {
  readonly outcomes: readonly Outcome[];
  /** Files in the folders that are no documents. */
  readonly ignored: readonly string[];
  /** The run was stopped: how many of its files were read. What is written stays, and a later run goes on. */
  readonly stopped?: { readonly read: number; readonly files: number };
}

/**
 * Imports files and folders into a county. Every file is read by itself, several at a time; then it is
 * decided which are entries, attachments of entries and copies; then entries are judged by the build's own
 * reader and by the rules on personal data, and what passes is written. The same files give the same
 * entries in whatever order they are read, and however often the run is cut off between.
 */
export async function importFiles(
  options: ImportOptions,
  standard: Standard,
): Promise<ImportReport> {
  const lock = options.dryRun ? undefined : Lock.take(options.workDir, options.county);
  try {
    return await imported(options, standard);
  } finally {
    lock?.release();
  }
}

async function imported(options: ImportOptions, standard: Standard): Promise<ImportReport> {
  const trial = new Trial(options.contentRoot, options.county, standard);
  const spool = options.dryRun
    ? mkdtempSync(join(tmpdir(), 'columns-import-'))
    : join(options.workDir, 'read');
  try {
    return await new Run(options, trial, spool).all();
  } finally {
    trial.remove();
    if (options.dryRun) rmSync(spool, { recursive: true, force: true });
  }
}

class Run {
  readonly #options: ImportOptions;
  readonly #trial: Trial;
  readonly #setting: Setting;
  readonly #folder: string;
  readonly #spool: Spool;
  readonly #journal: Journal;
  readonly #writer: Writer;
  /** What is asked for, as a digest. */
  readonly #asked: string;
  readonly #sources: FoundSources;
  readonly #digests = new Map<string, string>();
  readonly #converts: boolean;

  constructor(options: ImportOptions, trial: Trial, spool: string) {
    this.#options = options;
    this.#trial = trial;
    this.#converts = options.libreOffice ?? false;
    // Throws at once where it is asked for and not there; nothing is started yet.
    new Readers(this.#converts);
    this.#sources = findSources(options.sources);
    if (options.id !== undefined && this.#sources.files.length > 1) {
      throw new ImportFailure('bad-option', '--id 只用于一个文件', '一次只写一个文件，或去掉 --id');
    }
    const asked = settingOf(options, trial);
    const { item, kind, id, set } = asked;
    this.#asked = digestOf(JSON.stringify([item, kind, id, set]));
    this.#folder = spool;
    this.#spool = new Spool(spool);
    this.#journal = new Journal(join(options.workDir, 'done.jsonl'));
    const county = join(options.contentRoot, options.county);
    this.#writer = new Writer(join(options.workDir, 'writing'), county, this.#journal);
    // Before anybody looks at the county: what a run that was cut off had begun to write is then known as its own.
    if (!options.dryRun) this.#writer.recover();
    const { files } = this.#sources;
    const own = new Set(files.flatMap(({ path }) => this.#journal.of(path)?.places ?? []));
    const names = files.map(({ name }) => name);
    this.#setting = { ...asked, policies: knownPolicies(county, names, own) };
  }

  async all(): Promise<ImportReport> {
    const { files, others } = this.#sources;
    await this.#takeDigests([...files, ...others.filter(mayBeAttached)]);
    const { workDir, force, dryRun } = this.#options;
    const planKey = digestOf(JSON.stringify([this.#baseKey(), force, [...this.#digests].sort()]));
    const kept = dryRun ? undefined : new Decided(join(workDir, 'plan.json'), planKey);
    const entries = new Entries(this.#options, this.#trial, {
      setting: this.#setting,
      journal: this.#journal,
      writer: this.#writer,
      digests: this.#digests,
      asked: this.#asked,
    });
    const done = this.#done(files, entries);
    const readers = new Pool(
      {
        setting: this.#setting,
        files: [...files, ...others],
        converts: this.#converts,
        spool: this.#folder,
      },
      this.#options.threads ?? threadsFor(files.length - done.size),
    );
    try {
      const before = kept?.plan;
      const gists = await this.#read(readers, done, before);
      if (this.#isStopped()) return this.#cutOff([], done.size + gists.size);
      const decided = before ?? plan(this.#known(done, gists, entries));
      if (!before) kept?.keep(decided);
      const keys = await this.#readAgain(readers, decided, gists);
      const outcomes = await entries.write(decided, {
        files,
        others,
        done,
        take: (path) => this.#spool.take(keys.get(path) as string),
      });
      if (this.#isStopped()) return this.#cutOff(outcomes, files.length);
      this.#spool.remove();
      return { outcomes, ignored: this.#ignored(decided) };
    } finally {
      await readers.close();
    }
  }

  #isStopped = (): boolean => this.#options.signal?.aborted === true;

  #cutOff(outcomes: readonly Outcome[], read: number): ImportReport {
    return { outcomes, ignored: [], stopped: { read, files: this.#sources.files.length } };
  }

  async #takeDigests(files: readonly FoundSource[]): Promise<void> {
    const queue = files[Symbol.iterator]();
    const lane = async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        const { path } = next.value;
        // A file that is not there is refused when its turn to be read comes.
        const digest = await digestOfFile(path).catch(() => undefined);
        if (digest !== undefined) this.#digests.set(path, digest);
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
  }

  /** Files that an earlier run has written whole, with their attachments as they are now. */
  #done(files: readonly FoundSource[], entries: Entries): Map<string, Written> {
    const done = new Map<string, Written>();
    if (this.#options.force) return done;
    const paths = new Map<string, string[]>();
    for (const [path, digest] of this.#digests)
      paths.set(digest, [...(paths.get(digest) ?? []), path]);
    for (const { path } of files) {
      const digest = this.#digests.get(path);
      if (digest === undefined) continue;
      const own = this.#journal.of(path);
      const isOwn = own?.digest === digest && own.asked === this.#asked;
      const line = isOwn ? own : this.#journal.ofContent(digest, this.#asked);
      // A copy in the same folders is told as one.
      if (!line?.whole || (!isOwn && this.#digests.has(line.path))) continue;
      const beside = Object.entries(line.beside).map(([at, sum]) =>
        this.#digests.get(at) === sum ? at : paths.get(sum)?.[0],
      );
      if (!line.places.every(entries.stands) || beside.includes(undefined)) continue;
      done.set(path, {
        ...line,
        path,
        beside: Object.fromEntries(beside.map((at) => [at as string, ''])),
      });
    }
    return done;
  }

  /** Reads what is not done and what a run that was cut off has not read; once all is decided, only entries. */
  async #read(
    readers: Pool,
    done: ReadonlyMap<string, Written>,
    decided: Plan | undefined,
  ): Promise<Map<string, Gist & Wanted>> {
    const { files } = this.#sources;
    const gists = new Map<string, Gist & Wanted>();
    const wanted: Wanted[] = [];
    const tell = (file: FoundSource) =>
      this.#options.progress?.(done.size + gists.size, files.length, file.name, 'read');
    for (const file of files) {
      if (done.has(file.path)) continue;
      if (decided && decided.roles.get(file.path)?.is !== 'entry') continue;
      const key = this.#keyOf(file, []);
      const gist = this.#spool.gist(key);
      if (gist === undefined) wanted.push({ key, file });
      else gists.set(file.path, { ...gist, key, file });
    }
    await readers.read(
      wanted,
      (each, gist) => {
        gists.set(each.file.path, { ...gist, ...each });
        tell(each.file);
      },
      this.#isStopped,
    );
    return gists;
  }

  /** Reads those again that name files which are not theirs after all; gives the key of every reading. */
  async #readAgain(
    readers: Pool,
    { roles }: Plan,
    gists: ReadonlyMap<string, Gist & Wanted>,
  ): Promise<Map<string, string>> {
    const keys = new Map<string, string>();
    const wanted: Wanted[] = [];
    for (const [path, { key, file }] of gists) {
      const role = roles.get(path);
      const without = role?.is === 'entry' ? role.without : [];
      const own = without.length === 0 ? key : this.#keyOf(file, without);
      keys.set(path, own);
      if (own !== key && !this.#spool.gist(own)) wanted.push({ key: own, file, without });
    }
    await readers.read(wanted, () => undefined, this.#isStopped);
    return keys;
  }

  #known(
    done: ReadonlyMap<string, Written>,
    gists: ReadonlyMap<string, Gist>,
    entries: Entries,
  ): Known[] {
    const { files, others } = this.#sources;
    const names = new Map([...files, ...others].map(({ path, name }) => [path, name]));
    const known = (path: string, more: Partial<Known>): Known => ({
      path,
      digest: this.#digests.get(path),
      words: [],
      beside: [],
      fails: false,
      done: false,
      draft: !SURE.has(extensionOf(path)),
      copy: COPY.test(names.get(path) ?? ''),
      ...more,
    });
    const earlier = this.#options.force
      ? []
      : [...this.#journal.paths]
          .filter((path) => !names.has(path))
          .flatMap((path) => this.#journal.of(path) ?? [])
          .filter(({ asked, places }) => asked === this.#asked && places.every(entries.stands));
    return [
      ...earlier.map(({ path, digest, words }) => known(path, { digest, words, done: true })),
      ...files.map(({ path }) => {
        const line = done.get(path);
        if (line)
          return known(path, { words: line.words, beside: Object.keys(line.beside), done: true });
        const gist = gists.get(path);
        return known(path, {
          words: gist?.words ?? [],
          beside: gist?.beside ?? [],
          fails: gist?.failed !== false,
          ...(gist?.characters !== undefined && { characters: gist.characters }),
        });
      }),
      ...others.map(({ path }) => known(path, { fails: true })),
    ];
  }

  #ignored({ roles }: Plan): string[] {
    const { others, links } = this.#sources;
    const left = others.filter(({ path }) => roles.get(path)?.is !== 'attached');
    return [...left.map(({ name }) => name), ...links].sort();
  }

  #base: string | undefined;

  /** Of what is the same for all files: what is asked for, the county, the program, which files there are. */
  #baseKey(): string {
    const { files, others } = this.#sources;
    this.#base ??= digestOf(
      JSON.stringify([
        software(),
        this.#setting,
        this.#converts,
        [...files, ...others].map(({ path }) => path),
      ]),
    );
    return this.#base;
  }

  /** Of all that a reading is made of. */
  #keyOf({ path, name }: FoundSource, without: readonly string[]): string {
    const digest = this.#digests.get(path) ?? '';
    return digestOf(JSON.stringify([this.#baseKey(), path, name, digest, without]));
  }
}

let digested: string | undefined;
/** This program: it does not change while it runs. */
function software(): string {
  digested ??= softwareDigest('import');
  return digested;
}

/** Formats whose text needs no reading over. */
const SURE = new Set(['docx', 'xlsx', 'xlsm', 'csv', 'html', 'htm', 'md', 'markdown', 'txt']);

/** What people and programs call copies, in a file's name or a folder's. */
const COPY =
  /备份|副本|拷贝|复制件|(?:^|[/._ -])(?:bak|backups?|cop(?:y|ies))(?=[/._ -])|(?:\(\d+\)|（\d+）)\.[^./]*$/i;

/** Of other files only those can become attachments that the county's check lets stand. */
function mayBeAttached({ path }: FoundSource): boolean {
  return FORMATS.has(extensionOf(path));
}

function settingOf(options: ImportOptions, trial: Trial): Setting {
  const { county, units, domains, limits } = trial;
  if (options.item !== undefined) namedPlace(options.item, domains);
  if (options.id !== undefined && !ID_PATTERN.test(options.id)) {
    throw new ImportFailure(
      'bad-option',
      `--id“${options.id}”不能用作编号`,
      `应为${expectedId(options.id)}`,
    );
  }
  return {
    county,
    units,
    domains,
    limits,
    item: options.item,
    kind: options.kind,
    id: options.id,
    set: options.set ?? {},
    attach: options.attach ?? false,
  };
}
