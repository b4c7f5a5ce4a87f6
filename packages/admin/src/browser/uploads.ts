import { FileNames } from '../text/file-names.ts';
import { editor } from './editor.ts';
import type { MediaFile } from './form/judged.ts';

/** The names of files beside entries that this page knows of. */
export const fileNames = new FileNames();

/** What one file beside an entry may weigh; the gate asks the same unless the county's settings say otherwise. */
export const MOST_MEGABYTES = 20;

/** Why a file is not taken, in words; nothing for one that is. */
export function refusal(file: File, megabytes: number = MOST_MEGABYTES): string | undefined {
  if (file.size === 0) return `“${file.name}”是空的，没有加上：请核对文件`;
  if (file.size <= megabytes * 2 ** 20) return undefined;
  return `“${file.name}”有 ${sizeText(file.size)}，超过上限 ${megabytes} MB，没有加上：请压缩图片、拆成几个文件，或改用文字版的 PDF`;
}

/** 12.3 MB, 45 KB. */
export function sizeText(bytes: number): string {
  if (bytes >= 2 ** 20) return `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** Where the files of the open entry stand; nothing for one that was not saved yet. */
export function openFolder(): string | undefined {
  const [, collection, slug] =
    /#\/collections\/([^/?]+)\/entries\/([^?]+)/.exec(window.location.hash) ?? [];
  const folder = editor.folders.get(collection ?? '');
  return slug === undefined || folder === undefined
    ? undefined
    : `${folder}/${decodeURIComponent(slug)}`;
}

/** A file that was taken into the open entry: its own name there, and what readers call it. */
export interface Taken {
  readonly name: string;
  readonly title: string;
  /** The very same file is there already. */
  readonly again: boolean;
}

/**
 * Takes a file into the open entry under a name of its own: Decap makes `.pdf` of a Chinese name, and lets a second
 * such file take the place of the first. Files with the same bytes are one file, which keeps its name.
 */
export async function takeFile(
  file: File,
  persist: (file: File) => Promise<unknown>,
  media: readonly MediaFile[],
): Promise<Taken> {
  const chosen = await fileNames.choose(
    file,
    openFolder(),
    media.map(({ name }) => name),
  );
  if (!chosen.again) {
    const { type, lastModified } = file;
    await persist(new File([file], chosen.name, { type, lastModified }));
  }
  return { ...chosen, title: fileNames.forReaders(chosen.name) ?? '' };
}

/** A form that was left gives up what was chosen in it. */
export function watchForms(): void {
  window.addEventListener('hashchange', () => fileNames.begin());
}
