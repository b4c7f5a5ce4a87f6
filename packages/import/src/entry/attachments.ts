import { safeFileName } from '@columns/content/naming';
import type { OfferedFile } from '@columns/office/paper';
import { oneLine, squeeze } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { FileBeside, NamedFile, Source } from './setting.ts';

export interface AttachmentRow {
  readonly file: string;
  readonly name: string;
}

/** Files of the folder that a document names, each once, with the name that it has there. */
export function besideOf(named: readonly NamedFile[], source: Source): FileBeside[] {
  const found = new Map<string, FileBeside>();
  for (const each of named) {
    const file = source.beside?.(each);
    if (file && !found.has(file.path)) found.set(file.path, file);
  }
  return [...found.values()];
}

/** Puts files that a document names, and the file itself if asked for, beside the entry. */
export function takeBeside(
  beside: readonly FileBeside[],
  source: Source,
  itself: boolean,
  title: string,
  base: string,
  files: Map<string, string | Uint8Array>,
  remarks: Remark[],
): AttachmentRow[] {
  const rows: AttachmentRow[] = [];
  if (itself) {
    const file = `original.${extension(source.base)}`;
    files.set(`${base}/${file}`, source.bytes());
    rows.push({ file, name: title });
    remarks.push(
      remark(
        'note',
        '原文件已作附件放在信息旁；其属性中可能有作者姓名，请先在“文件—信息—检查文档”中清除',
      ),
    );
  }
  for (const each of beside) {
    const taken = rows.map((row) => row.file);
    const file = safeFileName(each.base, taken);
    files.set(`${base}/${file}`, each.bytes());
    rows.push({ file, name: shownName(each) });
  }
  return rows;
}

/** Files that a page offers and that the folder does not have. */
export function missingFiles(offered: readonly OfferedFile[]): Remark[] {
  const links = offered.filter(({ by }) => by === 'link').map(({ name }) => name);
  const frames = offered.filter(({ by }) => by === 'frame').map(({ name }) => `“${name}”`);
  return [
    ...[...new Set(links)].map((name) =>
      remark('left-out', `文中链接的附件“${name}”不在所给文件中，没有写入，请另行放入`, {
        words: [name],
      }),
    ),
    ...(frames.length > 0
      ? [remark('left-out', `网页中嵌入的文件没有写入，请另行取得：${frames.join('、')}`)]
      : []),
  ];
}

const EXTENSION = /\.(?:docx?|xlsx?|xlsm|pptx?|pdf|ofd|wps|et|dps|csv|txt|zip|rar)$/i;

/**
 * What a file's name and the name in a text have in common: `附件1：任务分工.xlsx` and 《任务分工》 are
 * both 任务分工. Empty where a name says too little to find a file by.
 */
export function attachmentKey(name: string): string {
  const key = squeeze(name.replace(EXTENSION, ''))
    .replace(/^附[件表][一二三四五六七八九十\d]*[：:.．、_-]?/, '')
    .replaceAll(/[《》]/g, '')
    .toLowerCase();
  return key.length >= 2 ? key : '';
}

function shownName({ name, base }: FileBeside): string {
  const shown = oneLine(name).replace(EXTENSION, '');
  return shown === '' || shown.includes('/') ? base.replace(/\.[^.]+$/, '') : shown;
}

function extension(name: string): string {
  return (/\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? 'bin').toLowerCase();
}
