import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AttachmentReader } from '@columns/check/attachments';
import { expectedId } from '@columns/content';
import { squeeze } from '@columns/office/words';
import { ID_PATTERN, type Standard } from '@columns/standard';
import { isNamedBy } from '../entry/attachments.ts';
import type { Draft } from '../entry/draft.ts';
import { namedPlace } from '../entry/place.ts';
import type { Setting, Source } from '../entry/setting.ts';
import { recognise } from '../facts/recognise.ts';
import { ImportFailure, remark } from '../failure.ts';
import { readDocx } from '../read/office.ts';
import { extensionOf } from '../read/sniff.ts';
import { readText } from '../read/text.ts';
import { Trial } from './county.ts';
import type { ImportOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { personalIn, reported } from './personal.ts';
import { digestOf, digestOfFile, Progress } from './progress.ts';
import { draftsOf, typeOf } from './read-source.ts';
import { Readers } from './readers.ts';
import type { FoundSource } from './sources.ts';
import { findSources, siblingsOf } from './sources.ts';
import { takenIds } from './taken.ts';

/** How many files are judged together: a run that is cut off loses no more than these. */
const BATCH = 40;

export interface ImportReport {
  readonly outcomes: readonly Outcome[];
  /** Files in the folders that are no documents. */
  readonly ignored: readonly string[];
}

interface Made {
  readonly file: FoundSource;
  readonly digest: string;
  readonly draft: Draft;
}

/**
 * Imports files and folders into a county. Every entry is judged by the build's own reader and by
 * the rules on personal data before it is written; what does not pass is not written at all.
 */
export async function importFiles(
  options: ImportOptions,
  standard: Standard,
): Promise<ImportReport> {
  const trial = new Trial(options.contentRoot, options.county, standard);
  try {
    const run = new Run(options, trial);
    try {
      return await run.all();
    } finally {
      await run.close();
    }
  } finally {
    trial.remove();
  }
}

class Run {
  readonly #options: ImportOptions;
  readonly #trial: Trial;
  readonly #setting: Setting;
  readonly #progress: Progress;
  readonly #taken: Map<string, string>;
  readonly #outcomes: Outcome[] = [];
  /** Ids that entries of this run have. */
  readonly #placed = new Set<string>();
  /** Words that were imported in this run, and from where. */
  readonly #texts = new Map<string, string>();
  readonly #attached = new Map<string, string>();
  readonly #readers: Readers;
  readonly #attachments: AttachmentReader;

  constructor(options: ImportOptions, trial: Trial) {
    this.#options = options;
    this.#trial = trial;
    const { county, units, domains, limits } = trial;
    this.#attachments = new AttachmentReader(limits);
    this.#readers = new Readers(options.libreOffice ?? false);
    if (options.item !== undefined) namedPlace(options.item, domains);
    if (options.id !== undefined && !ID_PATTERN.test(options.id)) {
      throw new ImportFailure(
        'bad-option',
        `--id“${options.id}”不能用作编号`,
        `应为${expectedId(options.id)}`,
      );
    }
    this.#setting = {
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
    this.#progress = new Progress(join(options.workDir, 'done.json'));
    this.#taken = takenIds(options.contentRoot, options.county);
  }

  async close(): Promise<void> {
    await Promise.all([this.#readers.close(), this.#attachments.close()]);
  }

  async all(): Promise<ImportReport> {
    const { files, ignored } = findSources(this.#options.sources);
    if (this.#options.id !== undefined && files.length > 1) {
      throw new ImportFailure('bad-option', '--id 只用于一个文件', '一次只写一个文件，或去掉 --id');
    }
    this.#findAttachments(files);
    for (let start = 0; start < files.length; start += BATCH) {
      const made: Made[] = [];
      for (const [index, file] of files.slice(start, start + BATCH).entries()) {
        made.push(...(await this.#make(file)));
        this.#options.progress?.(start + index + 1, files.length, file.name);
      }
      await this.#finish(made);
    }
    // Files that failed at once are known before those that were judged together.
    const order = new Map(files.map(({ name }, index) => [name, index]));
    const outcomes = [...this.#outcomes].sort(
      (a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0),
    );
    return { outcomes, ignored };
  }

  /** Files that a document of the same folder names as its attachments belong to that document. */
  #findAttachments(files: readonly FoundSource[]): void {
    const mayBe = files.filter(
      ({ name }) => /附\s*件|附表/.test(basename(name)) || files.length > 1,
    );
    if (mayBe.length === 0) return;
    for (const file of files) {
      const near = siblingsOf(file, files);
      if (near.length === 0 || this.#attached.has(file.path)) continue;
      for (const name of namedAttachments(file.path, this.#setting.limits['unpacked-megabytes'])) {
        const match = near.find(
          (other) => isNamedBy(basename(other.path), name) && !this.#attached.has(other.path),
        );
        if (match) this.#attached.set(match.path, file.path);
      }
    }
  }

  async #make(file: FoundSource): Promise<Made[]> {
    const owner = this.#attached.get(file.path);
    if (owner !== undefined) {
      this.#outcomes.push({
        source: file.name,
        state: 'attached',
        target: basename(owner),
        remarks: [],
      });
      return [];
    }
    try {
      const type = typeOf(file.path, basename(file.path));
      let bytes: Buffer | undefined;
      const read = () => (bytes ??= readFileSync(file.path));
      const content = type === 'csv' ? await digestOfFile(file.path) : digestOf(read());
      // Asked for otherwise, the same file becomes another entry.
      const digest = digestOf(
        `${content} ${JSON.stringify([this.#setting.item, this.#setting.kind, this.#setting.id, this.#setting.set])}`,
      );
      const before = this.#progress.find(file.path, digest);
      if (before !== undefined && !this.#options.force && this.#stands(before)) {
        this.#outcomes.push({
          source: file.name,
          state: 'done',
          target: `${this.#options.county}/${before}.md`,
          remarks: [],
        });
        return [];
      }
      const drafts = await draftsOf(
        file.path,
        this.#source(file, read),
        this.#setting,
        this.#readers,
      );
      return drafts.flatMap((draft) => {
        const settled = this.#settle(draft, file);
        return settled ? [{ file, digest, draft: settled }] : [];
      });
    } catch (error) {
      if (!(error instanceof ImportFailure)) throw error;
      this.#fail(file, error);
      return [];
    }
  }

  #source(file: FoundSource, bytes: () => Uint8Array): Source {
    const mine = [...this.#attached]
      .filter(([, owner]) => owner === file.path)
      .map(([path]) => path);
    return {
      name: file.name,
      base: basename(file.path),
      bytes,
      folders: file.folders,
      beside: mine.map((path) => ({ base: basename(path), bytes: () => readFileSync(path) })),
    };
  }

  /** Gives a draft an id that nothing else has, and tells copies; `undefined` when it is one. */
  #settle(draft: Draft, file: FoundSource): Draft | undefined {
    const words = digestOf(squeeze(draft.text));
    const twin = this.#texts.get(words);
    if (twin !== undefined) {
      this.#outcomes.push({
        source: file.name,
        state: 'same',
        target: twin,
        title: draft.title,
        remarks: [],
      });
      return undefined;
    }
    this.#texts.set(words, file.name);
    const last = this.#progress.last(file.path);
    let id = draft.id;
    for (let number = 2; ; number++) {
      const place = this.#taken.get(id);
      // What stands at the very same place is taken for an earlier import of it.
      const own = place === `${dirname(draft.place)}/${id}` || place === last;
      if (!this.#placed.has(id) && (place === undefined || own)) break;
      id = `${draft.id}-${number}`;
    }
    this.#placed.add(id);
    return id === draft.id ? draft : renamed(draft, id);
  }

  #stands(place: string): boolean {
    return existsSync(join(this.#options.contentRoot, this.#options.county, `${place}.md`));
  }

  async #finish(made: readonly Made[]): Promise<void> {
    if (made.length === 0) return;
    const judged = this.#trial.judge(made.map(({ draft }) => draft));
    for (const { file, digest, draft } of made) {
      const findings = (judged.get(draft.id) ?? []).filter(({ level }) => level === 'error');
      const personal = await personalIn(draft, file.name, this.#attachments);
      const exempt = this.#setting.set['exemption'] !== undefined;
      const told = {
        source: file.name,
        kind: draft.kind,
        title: draft.title,
        facts: draft.facts,
        counts: draft.counts,
        remarks: reported(draft.remarks),
        ...(personal.length > 0 ? { personal } : {}),
      };
      const target = `${this.#options.county}/${draft.place}.md`;
      if (personal.length > 0 && !exempt) {
        this.#outcomes.push({ ...told, state: 'failed', target, failure: PERSONAL });
      } else if (findings.length > 0) {
        this.#outcomes.push({ ...told, state: 'failed', target, findings, failure: REJECTED });
      } else if (this.#stands(draft.place) && !this.#options.force) {
        this.#outcomes.push({ ...told, state: 'kept', target });
      } else if (this.#options.dryRun) {
        this.#outcomes.push({ ...told, state: 'planned', target });
      } else {
        this.#write(draft);
        this.#progress.add(file.path, digest, draft.place);
        this.#outcomes.push({ ...told, state: 'written', target });
      }
    }
    if (!this.#options.dryRun) this.#progress.save();
  }

  /** Side files go first: an entry whose head stands is whole. */
  #write(draft: Draft): void {
    const folder = join(this.#options.contentRoot, this.#options.county);
    if (this.#options.force) rmSync(join(folder, draft.place), { recursive: true, force: true });
    const head = `${draft.place}.md`;
    for (const [path, content] of [...draft.files].sort(
      ([a], [b]) => Number(a === head) - Number(b === head),
    )) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    this.#taken.set(draft.id, draft.place);
  }

  #fail(file: FoundSource, { code, message, mend }: ImportFailure): void {
    this.#outcomes.push({
      source: file.name,
      state: 'failed',
      failure: { code, message, mend },
      remarks: [],
    });
  }
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

/** Attachments that a document's text names; a file that cannot be read names none. */
function namedAttachments(path: string, megabytes: number): string[] {
  try {
    const type = typeOf(path, basename(path));
    const extension = extensionOf(path);
    if (type !== 'docx' && extension !== 'txt') return [];
    const bytes = readFileSync(path);
    const paper = type === 'docx' ? readDocx(bytes, megabytes) : readText(bytes);
    return recognise(paper).attachments.map(({ name }) => name);
  } catch (error) {
    if (error instanceof ImportFailure) return [];
    throw error;
  }
}

function renamed(draft: Draft, id: string): Draft {
  const place = `${dirname(draft.place)}/${id}`;
  const files = new Map(
    [...draft.files].map(([path, content]) => [
      path === draft.place ? place : path.replace(draft.place, place),
      typeof content === 'string' ? content.replaceAll(`](${draft.id}/`, `](${id}/`) : content,
    ]),
  );
  return {
    ...draft,
    id,
    place,
    files,
    remarks: [...draft.remarks, remark('note', `编号“${draft.id}”已被占用，改用“${id}”`)],
  };
}
