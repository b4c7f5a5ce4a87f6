import { decode } from '@columns/content';
import { type Cells, cellsOf } from '../text/cells.ts';
import { readTable } from '../text/table.ts';
import { ask } from './dialog.ts';
import { parts } from './parts.ts';

/** What an Excel file may unpack to. */
const MEGABYTES = 200;

/** A table that was read from a file; or why not, in words. */
export type FileTable =
  | { readonly cells: Cells; readonly sheet?: string }
  | { readonly why: string };

/** The cells of an Excel or CSV file. Where a workbook has several sheets the officer says which. */
export async function cellsOfFile(file: File): Promise<FileTable | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isZip(bytes)) return ofWorkbook(bytes);
  if (/\.(?:xls|et)$/i.test(file.name))
    return { why: '这是旧格式的表格：请用 Excel 或 WPS 打开，另存为 .xlsx 再选' };
  return ofText(bytes);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function ofWorkbook(bytes: Uint8Array): Promise<FileTable | undefined> {
  // What reads workbooks comes with the first of them.
  const { readXlsx } = await parts.workbooks();
  let sheets: ReturnType<typeof readXlsx>['sheets'];
  try {
    ({ sheets } = readXlsx(bytes, MEGABYTES));
  } catch (error) {
    const { message } = error as Error;
    return {
      why: /\p{Script=Han}/u.test(message) ? message : '这个 Excel 文件读不出来：请重新保存再选',
    };
  }
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  const [only] = filled;
  if (!only) return { why: '这个 Excel 文件里没有内容' };
  if (filled.length === 1) return { cells: only.rows };
  const chosen = await ask<(typeof filled)[number] | undefined>({
    title: '用哪一张工作表',
    body: ['一条名录放一张表；其他的另建一条。'],
    answers: [
      ...filled.map((sheet) => ({
        label: `${sheet.name}（${sheet.rows.length} 行）`,
        value: sheet,
      })),
      { label: '都不用', value: undefined },
    ],
    onEscape: undefined,
  });
  return chosen && { cells: chosen.rows, sheet: chosen.name };
}

function ofText(bytes: Uint8Array): FileTable {
  const text = textOf(bytes);
  if (text === undefined)
    return { why: '这个文件读不出来：请在 Excel 中另存为 .xlsx 或“CSV UTF-8”再选' };
  const [first = ''] = text.split('\n', 1);
  if (first.includes('\t')) return { cells: cellsOf(text) };
  // Some systems put ； between cells.
  const apart = !first.includes(',') && /[;；]/.test(first) ? text.replaceAll(/[;；]/g, ',') : text;
  const table = readTable(apart);
  return table
    ? { cells: [table.columns, ...table.rows] }
    : { why: '这个文件读不出来：请在 Excel 中另存为 .xlsx 再选' };
}

/** Excel's “Unicode 文本” is UTF-16; a CSV is in any of the others. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text.replace(/^\ufeff/, '') : undefined;
}
