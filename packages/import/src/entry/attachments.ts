import { safeFileName } from '@columns/content/naming';
import { squeeze } from '@columns/office/words';
import type { NamedAttachment } from '../facts/parts.ts';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { Source } from './setting.ts';

export interface AttachmentRow {
  readonly file: string;
  readonly name: string;
}

/** Puts files of the same folder that the text names, and the file itself if asked for, beside the entry. */
export function takeBeside(
  named: readonly NamedAttachment[],
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
  for (const beside of source.beside ?? []) {
    const taken = rows.map((row) => row.file);
    const file = safeFileName(beside.base, taken);
    const match = named.find(({ name }) => isNamedBy(beside.base, name));
    files.set(`${base}/${file}`, beside.bytes());
    rows.push({ file, name: match?.name ?? stem(beside.base) });
  }
  return rows;
}

/** Whether a file's name is that of an attachment: `附件1：任务分工.xlsx` is 任务分工. */
export function isNamedBy(fileName: string, attachment: string): boolean {
  const own = squeeze(stem(fileName)).replace(/^附件[一二三四五六七八九十\d]*[：:.．、_-]?/, '');
  const wanted = squeeze(attachment).replaceAll(/[《》]/g, '');
  return own.length >= 2 && own.replaceAll(/[《》]/g, '') === wanted;
}

function stem(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

function extension(name: string): string {
  return (/\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? 'bin').toLowerCase();
}
