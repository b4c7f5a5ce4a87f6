import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@columns/check';
import type { Draft } from '../entry/draft.ts';
import type { Setting } from '../entry/setting.ts';
import type { Trial } from './county.ts';
import { digestOfFile } from './digest.ts';
import { Ids } from './ids.ts';
import type { Journal, Written } from './journal.ts';
import type { ImportOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { reported, reportedBalance } from './personal.ts';
import type { Plan, Role } from './plan.ts';
import type { ReadDraft, Reading } from './reading.ts';
import type { FoundSource } from './sources.ts';
import type { Writer } from './writer.ts';

/** How many entries, or MB of their files, are judged and written together. */
const BATCH = 200;
const BATCH_MB = 48;

export interface EntriesContext {
  readonly setting: Setting;
  readonly journal: Journal;
  readonly writer: Writer;
  /** Of the bytes of every file, by its path. */
  readonly digests: Map<string, string>;
  readonly asked: string;
}

export interface Sources {
  readonly files: readonly FoundSource[];
  /** No documents: they are told of where an entry names them. */
  readonly others: readonly FoundSource[];
  readonly done: ReadonlyMap<string, Written>;
  readonly take: (path: string) => Reading;
}

/** One file with the drafts of it that are to be written. */
interface Made {
  readonly file: FoundSource;
  readonly drafts: readonly ReadDraft[];
  /** Of how many drafts. */
  readonly of: number;
}

/** Judges entries and writes those that pass; tells what became of every file. */
export class Entries {
  readonly #options: ImportOptions;
  readonly #trial: Trial;
  readonly #context: EntriesContext;
  readonly #ids: Ids;
  readonly #outcomes = new Map<string, Outcome[]>();
  /** Files whose entry does not stand, or keeps its attachments back: what they name is not attached. */
  readonly #without = new Map<string, 'failed' | 'withheld'>();
  #written = 0;

  constructor(options: ImportOptions, trial: Trial, context: EntriesContext) {
    this.#options = options;
    this.#trial = trial;
    this.#context = context;
    this.#ids = new Ids(options.contentRoot, options.county, context.journal);
  }

  /** Whether an entry stands at a place. */
  readonly stands = (place: string): boolean => {
    const base = join(this.#options.contentRoot, this.#options.county, place);
    return existsSync(`${base}.md`) || existsSync(`${base}.mdx`);
  };

  /** Writes the entries of a plan in the order of their files, and tells of every file, in that order too. */
  async write({ roles, keeper }: Plan, sources: Sources): Promise<Outcome[]> {
    const { files, others, done, take } = sources;
    const all = [...files, ...others];
    const named = new Map(all.map(({ path, name }) => [path, name]));
    for (const { places } of done.values()) this.#ids.keep(places);
    const total = files.filter(({ path }) => roles.get(path)?.is === 'entry').length;
    let batch: Made[] = [];
    let megabytes = 0;
    const most = this.#options.batch ?? BATCH;
    const flush = async () => {
      await this.#finish(batch, total);
      batch = [];
      megabytes = 0;
    };
    for (const file of files) {
      if (roles.get(file.path)?.is !== 'entry' || done.has(file.path)) continue;
      if (this.#isStopped()) break;
      const made = this.#make(file, take(file.path), keeper, named);
      if (made.drafts.length > 0) batch.push(made);
      megabytes += made.drafts.reduce((sum, { draft }) => sum + sizeOf(draft), 0) / 2 ** 20;
      if (batch.length >= most || megabytes >= BATCH_MB) await flush();
    }
    if (!this.#isStopped()) await flush();
    if (this.#isStopped()) return [...this.#outcomes.values()].flat();
    for (const file of all) {
      const line = done.get(file.path);
      if (line) this.#tellDone(file, line);
      const role = roles.get(file.path);
      if (role?.is === 'same') this.#tellSame(file, role.as, named);
      if (role?.is === 'attached') this.#tellAttached(file, role, named);
    }
    return all.flatMap(({ path }) => this.#outcomes.get(path) ?? []);
  }

  #isStopped(): boolean {
    return this.#options.signal?.aborted === true;
  }

  #tell(file: FoundSource, outcome: Omit<Outcome, 'source'>): void {
    const told = this.#outcomes.get(file.path) ?? [];
    this.#outcomes.set(file.path, [...told, { source: file.name, ...outcome }]);
  }

  /** The drafts of a file under ids of their own; what another file has already is told. */
  #make(
    file: FoundSource,
    { drafts, failure }: Reading,
    keeper: ReadonlyMap<string, string>,
    named: ReadonlyMap<string, string>,
  ): Made {
    if (failure) {
      this.#without.set(file.path, 'failed');
      this.#tell(file, { state: 'failed', failure, remarks: [] });
    }
    const own = new Set<string>();
    const kept = drafts.filter(({ words, draft }) => {
      const twin = keeper.get(words) ?? file.path;
      if (twin === file.path && !own.has(words)) {
        own.add(words);
        return true;
      }
      const target = named.get(twin) ?? file.name;
      this.#tell(file, { state: 'same', target, title: draft.title, remarks: [] });
      return false;
    });
    return {
      file,
      drafts: kept.map((each) => ({ ...each, draft: this.#ids.settle(each.draft, file.path) })),
      of: drafts.length,
    };
  }

  async #finish(batch: readonly Made[], total: number): Promise<void> {
    if (batch.length === 0) return;
    const judged = this.#trial.judge(
      batch.flatMap(({ drafts }) => drafts.map(({ draft }) => draft)),
    );
    const writing: Draft[] = [];
    const lines: Written[] = [];
    for (const { file, drafts, of } of batch) {
      const passed: ReadDraft[] = [];
      const outcomes = drafts.map((each): Outcome => {
        const outcome = this.#judge(file, each, judged.get(each.draft.id) ?? []);
        if (outcome.state === 'written') passed.push(each);
        if (outcome.state === 'failed') this.#without.set(file.path, 'failed');
        else if (each.draft.withheld) this.#without.set(file.path, 'withheld');
        return outcome;
      });
      this.#outcomes.set(file.path, [...(this.#outcomes.get(file.path) ?? []), ...outcomes]);
      if (passed.length === 0) continue;
      writing.push(...passed.map(({ draft }) => draft));
      lines.push(await this.#lineOf(file, passed, passed.length === of));
    }
    if (writing.length > 0)
      this.#context.writer.write(writing, lines, this.#options.force === true);
    for (const { file } of batch)
      this.#options.progress?.(++this.#written, total, file.name, 'write');
  }

  #judge(file: FoundSource, { draft, personal }: ReadDraft, findings: readonly Finding[]): Outcome {
    const errors = findings.filter(({ level }) => level === 'error');
    const told = {
      source: file.name,
      kind: draft.kind,
      title: draft.title,
      facts: draft.facts,
      counts: draft.counts,
      remarks: reported(draft.remarks),
      ...(draft.balance === undefined ? {} : { balance: reportedBalance(draft.balance) }),
      target: `${this.#options.county}/${draft.place}.md`,
      ...(personal.length > 0 ? { personal } : {}),
    };
    const exempt = this.#context.setting.set['exemption'] !== undefined;
    if (personal.length > 0 && !exempt) return { ...told, state: 'failed', failure: PERSONAL };
    if (errors.length > 0) return { ...told, state: 'failed', findings: errors, failure: REJECTED };
    if (this.stands(draft.place) && !this.#options.force) return { ...told, state: 'kept' };
    return { ...told, state: this.#options.dryRun ? 'planned' : 'written' };
  }

  async #lineOf(
    { path }: FoundSource,
    passed: readonly ReadDraft[],
    whole: boolean,
  ): Promise<Written> {
    const { digests, journal, asked } = this.#context;
    const beside: Record<string, string> = {};
    for (const at of passed.flatMap(({ draft }) => draft.beside)) {
      const digest = digests.get(at) ?? (await digestOfFile(at));
      digests.set(at, digest);
      beside[at] = digest;
    }
    const before = journal.of(path);
    const digest = digests.get(path) ?? '';
    const kept = before?.digest === digest ? before.places.filter(this.stands) : [];
    return {
      path,
      digest,
      asked,
      places: [...new Set([...kept, ...passed.map(({ draft }) => draft.place)])],
      words: passed.map(({ words }) => words),
      beside,
      whole,
      outcomes: this.#outcomes.get(path) ?? [],
    };
  }

  /** A report has again what was told when it was written. */
  #tellDone(file: FoundSource, { outcomes, places }: Written): void {
    const told = outcomes.filter(({ state }) => state === 'written');
    if (told.length > 0)
      for (const outcome of told) this.#tell(file, { ...outcome, state: 'done' });
    else
      for (const place of places)
        this.#tell(file, {
          state: 'done',
          target: `${this.#options.county}/${place}.md`,
          remarks: [],
        });
  }

  #tellSame(file: FoundSource, as: string, named: ReadonlyMap<string, string>): void {
    const [place] = this.#context.journal.of(as)?.places ?? [];
    const target = named.get(as) ?? `${this.#options.county}/${place ?? ''}.md`;
    this.#tell(file, { state: 'same', target, remarks: [] });
  }

  #tellAttached(
    file: FoundSource,
    { to: owners, characters }: Extract<Role, { is: 'attached' }>,
    named: ReadonlyMap<string, string>,
  ): void {
    const name = (paths: readonly string[]) => paths.map((path) => named.get(path)).join('、');
    const standing = owners.filter((path) => !this.#without.has(path));
    if (standing.length > 0) {
      this.#tell(file, {
        state: 'attached',
        target: name(standing),
        ...(characters !== undefined && { attached: characters }),
        remarks: [],
      });
      return;
    }
    const withheld = owners.some((path) => this.#without.get(path) === 'withheld');
    this.#tell(file, {
      state: 'failed',
      failure: {
        code: 'owner',
        message: withheld
          ? `是“${name(owners)}”的附件，该信息不是主动公开，附件没有写入`
          : `是“${name(owners)}”的附件，该信息没有导入`,
        mend: withheld ? '应当公开的，单独导入这个文件' : '先解决该信息的问题，再一并导入',
      },
      remarks: [],
    });
  }
}

function sizeOf({ files }: Draft): number {
  let size = 0;
  for (const content of files.values()) size += content.length;
  return size;
}

const PERSONAL = {
  code: 'personal-data',
  message: '含有个人信息，没有写入',
  mend: '在原文件中遮盖或删去后再导入；依法须公开的，加上 --set 写明 exemption（类型和依据）',
} as const;
const REJECTED = {
  code: 'rejected',
  message: '不符合内容规范，没有写入',
  mend: '按下列问题修改原文件，或用 --set 补上字段后再导入',
} as const;
