import { BEFORE } from '../text/format.ts';
import { csvPath, filesOf, interpretationPath, pack, unpack } from '../text/parcel.ts';
import { keepOwnDrafts } from './chooser.ts';
import { editor } from './editor.ts';
import { mediaOf } from './form/judged.ts';
import { modelsFrom } from './form/model.ts';
import { openForm } from './form/open-form.ts';
import { saves } from './form/saving.ts';
import { listed, readThrough } from './list-marks.ts';
import { narrow } from './narrow.ts';
import { steady } from './steady.ts';
import { fileNames } from './uploads.ts';
import { whole } from './whole.ts';

/** A file as Decap's backends list it. */
export interface LoadedFile {
  readonly data: string;
  readonly file: { readonly path: string; readonly id?: string | null };
}

interface DataFile {
  readonly path: string;
  readonly slug: string;
  readonly raw: string;
  readonly newPath?: string;
}

/** A file that is stored with an entry. */
interface Asset {
  readonly path: string;
  readonly fileObj?: File;
}

interface Diff {
  readonly path: string;
  readonly id: string;
  readonly newFile: boolean;
}

/** The part of a backend (`implementation` in Decap's sources) that knows of an entry's files. */
export interface Implementation {
  entriesByFolder(folder: string, extension: string, depth: number): Promise<LoadedFile[]>;
  allEntriesByFolder?(
    folder: string,
    extension: string,
    depth: number,
    pattern?: RegExp,
  ): Promise<LoadedFile[]>;
  getEntry(path: string): Promise<LoadedFile>;
  persistEntry(
    entry: { dataFiles: DataFile[]; assets: readonly Asset[] },
    options: unknown,
  ): Promise<unknown>;
  getMedia(folder?: string, ...more: unknown[]): Promise<readonly { readonly path: string }[]>;
  deleteFiles?(paths: readonly string[], message: string): Promise<unknown>;
  unpublishedEntries?(): Promise<string[]>;
  unpublishedEntry(given: { id?: string; collection?: string; slug?: string }): Promise<{
    collection: string;
    slug: string;
    diffs: Diff[];
  }>;
  unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<string>;
}

/**
 * Teaches a backend that an entry may be several files: a register its head and its CSV, a policy its
 * interpretation. They are read as one parcel and written in one commit, so they share a pull request.
 */
export function widen<T extends Implementation>(backend: T): T {
  const getEntry = backend.getEntry.bind(backend);
  const persistEntry = backend.persistEntry.bind(backend);
  const unpublishedEntry = backend.unpublishedEntry.bind(backend);
  const dataFile = backend.unpublishedEntryDataFile.bind(backend);
  const getMedia = backend.getMedia.bind(backend);
  const beside = new Map<string, readonly Diff[]>();
  modelsFrom({ getEntry, entriesByFolder: backend.entriesByFolder.bind(backend) });

  backend.getEntry = async (path) => {
    const loaded = await getEntry(path);
    // Decap asks for what may not be there, to learn whether an id is free.
    if (typeof loaded.data !== 'string') return loaded;
    const main = whole(path, loaded.data);
    const csv = hasTable(main) ? await textOf(() => getEntry(csvPath(path))) : undefined;
    whole(csvPath(path), csv ?? '');
    const text = pack({ path, main, ...(csv === undefined ? {} : { csv }) });
    return { ...loaded, data: text };
  };

  backend.persistEntry = async (entry, options) => {
    const dataFiles = entry.dataFiles.flatMap(apart);
    // A file that was taken away again is not stored.
    const texts = entry.dataFiles.map(({ raw }) => unpack(raw).main).join('\n');
    const assets = entry.assets.filter(({ path }) => texts.includes(nameOf(path)));
    const bytes = assets.reduce((sum, { fileObj }) => sum + (fileObj?.size ?? 0), 0);
    const gone = editor.workflow ? [] : givenUp(texts);
    const saved = await steady(() => persistEntry({ ...entry, dataFiles, assets }, options), bytes);
    for (const { path, raw } of entry.dataFiles) {
      saves.wrote(path, unpack(raw));
      listed(path, unpack(raw).main);
    }
    for (const { path } of assets) fileNames.store(path);
    if (gone.length > 0) await backend.deleteFiles?.(gone, '去掉附件').catch(() => undefined);
    fileNames.begin();
    return saved;
  };

  backend.getMedia = async (folder, ...more) => {
    const files = await getMedia(folder, ...more);
    for (const { path } of files) fileNames.store(path);
    return files;
  };

  backend.unpublishedEntry = async (given) => {
    const found = await unpublishedEntry(given);
    for (const { path } of found.diffs) if (!isText(path)) fileNames.store(path);
    const main = found.diffs.find(({ path }) => path.endsWith(`/${found.slug}.md`));
    beside.set(`${found.collection}/${found.slug}`, found.diffs);
    if (!main) {
      // Only the table or the interpretation was changed: the head is read where it is.
      const texts = found.diffs.filter(({ path }) => !isText(path));
      return { ...found, diffs: texts };
    }
    const others = found.diffs.filter(({ path }) => path === main.path || !isText(path));
    return { ...found, diffs: others };
  };

  backend.unpublishedEntryDataFile = async (collection, slug, path, id) => {
    const main = whole(path, await dataFile(collection, slug, path, id));
    const csv = hasTable(main)
      ? await textOf(async () => ({ data: await dataFile(collection, slug, csvPath(path), '') }))
      : undefined;
    whole(csvPath(path), csv ?? '');
    const other = (beside.get(`${collection}/${slug}`) ?? []).find(
      (diff) => diff.path !== path && diff.path.endsWith('.md'),
    );
    const explained =
      other &&
      (await textOf(async () => ({
        data: await dataFile(collection, slug, other.path, other.id),
      })));
    const interpretationId = other?.path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
    const isOwn = other !== undefined && interpretationPath(path, interpretationId) === other.path;
    return pack({
      path,
      main,
      ...(csv === undefined ? {} : { csv }),
      ...(isOwn && explained !== undefined
        ? { interpretation: { id: interpretationId, text: explained } }
        : {}),
    });
  };
  const drafts = backend.unpublishedEntries?.bind(backend);
  if (drafts) {
    backend.unpublishedEntries = async () =>
      keepOwnDrafts(await drafts(), new Set(editor.folders.keys()));
  }
  narrow(backend);
  const inFolder = backend.entriesByFolder.bind(backend);
  backend.entriesByFolder = async (...asked) => {
    const files = await inFolder(...asked);
    for (const { data, file } of files) if (typeof data === 'string') listed(file.path, data);
    return files;
  };
  const inAll = backend.allEntriesByFolder?.bind(backend);
  if (inAll) {
    backend.allEntriesByFolder = async (...asked) => {
      const files = await inAll(...asked);
      for (const { data, file } of files) if (typeof data === 'string') listed(file.path, data);
      return files;
    };
  }
  readThrough((path) => backend.getEntry(path));
  saves.through(backend);
  return backend;
}

/** One text of Decap's as the files that belong to the entry. */
function apart(file: DataFile): DataFile[] {
  return filesOf(unpack(file.raw), file.path).map(({ path, raw }) => ({ ...file, path, raw }));
}

/** Stored files that the entry listed as it was opened, and does not any more. */
function givenUp(texts: string): string[] {
  const entry = openForm.entry();
  const before = unpack(String(openForm.values()[BEFORE] ?? '')).main;
  if (!entry) return [];
  return mediaOf(entry).flatMap(({ name, path, draft }) =>
    draft !== true && path !== undefined && before.includes(name) && !texts.includes(name)
      ? [path]
      : [],
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Kinds whose rows stand in a CSV beside the head. */
const hasTable = (text: string): boolean =>
  /^kind:[ \t]*["']?(?:register|ledger)["']?[ \t]*$/m.test(text);
const isText = (path: string): boolean => /\.(?:md|csv)$/.test(path);

/** A file that may not be there. */
async function textOf(read: () => Promise<{ data: string }>): Promise<string | undefined> {
  try {
    const { data } = await read();
    return typeof data === 'string' && data !== '' ? data : undefined;
  } catch {
    return undefined;
  }
}
