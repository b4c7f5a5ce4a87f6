import { decode } from '@columns/content';
import type { Passage, Unread } from '@columns/office';
import { searchBytes } from '@columns/office';
import { markedUtf16 } from '@columns/office/words';
import { parse } from 'csv-parse/sync';

const SAVE_TEXT = '用记事本或 WPS 打开，核对后另存为 UTF-8 编码的文本';
const SAVE_TABLE = '用 WPS 表格打开，核对后另存为“CSV UTF-8”，或另存为 .xlsx';

/** What a text file says, and what of it could not be read for sure. */
export interface TextReading {
  readonly text: string;
  readonly unread?: Unread;
}

/**
 * Reads UTF-8 and GB18030, which go out as UTF-8. Anything else is read as far as it goes, searched as
 * bytes in every encoding, and told: what cannot be decoded is never taken for empty.
 */
export function readText(
  bytes: Uint8Array,
  isTable: boolean,
  take: (passage: Passage) => void,
): TextReading {
  const mend = isTable ? SAVE_TABLE : SAVE_TEXT;
  const marked = markedUtf16(bytes);
  if (marked !== undefined) {
    searchBytes(bytes, '文件中', take);
    return unsure(new TextDecoder(marked).decode(bytes), '文字的编码是 UTF-16', mend);
  }
  const decoded = decode(bytes);
  if ('text' in decoded && !looksTwoByte(bytes)) return { text: decoded.text };
  searchBytes(bytes, '文件中', take);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if ('text' in decoded)
    return unsure(decoded.text, '文字的编码认不出来（可能是没有标记的 UTF-16）', mend);
  const what = {
    binary: `第 ${decoded.line} 行有空字节，不是完整的文本`,
    'utf-16': '文字的编码是 UTF-16',
    'utf-8': `第 ${decoded.line} 行有损坏的字`,
    unknown: '文字的编码不是 UTF-8 或 GB18030，或有损坏的字',
  }[decoded.broken];
  return unsure(lenient.replaceAll('\u0000', ''), what, mend);
}

function unsure(text: string, what: string, mend: string): TextReading {
  return { text, unread: { what, mend } };
}

/**
 * Chinese text in UTF-16 without its mark decodes as GB18030 into signs that nobody writes. What is more
 * Chinese in two bytes than in the encoding it was taken for is not sure.
 */
function looksTwoByte(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 2 === 1) return false;
  const head = bytes.subarray(0, 4000);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return false;
  } catch {
    // No UTF-8: GB18030 or two bytes a sign.
  }
  const common = (name: string) => share(new TextDecoder(name).decode(head));
  return Math.max(common('utf-16le'), common('utf-16be')) > common('gb18030');
}

/** How much of a text is what Chinese texts are made of: the share of its commonest signs. */
function share(text: string): number {
  const signs = [...text];
  const usual = signs.filter((sign) =>
    /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年，。、：；（）《》“”\s\d]/.test(
      sign,
    ),
  );
  return signs.length === 0 ? 0 : usual.length / signs.length;
}

export interface TableRows {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly unread?: Unread;
}

/**
 * The rows of a table of plain text, the first one too. Where its quotation marks do not pair, each line
 * is a row, so that nothing is passed over, and the fault is told.
 */
export function tableRows(text: string): TableRows {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const sign = separatorOf(plain);
  const lines = () =>
    plain
      .split('\n')
      .map((line, index) => ({ line: index + 1, cells: line.split(sign).map(bare) }));
  if (!plain.includes('"')) return { rows: lines() };
  try {
    const records = parse(plain, {
      delimiter: sign,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      rows: records.map(({ record, info }) => ({ line: info.lines, cells: record.map(bare) })),
    };
  } catch {
    return {
      rows: lines(),
      unread: { what: '表格的引号没有成对，分不清格子', mend: SAVE_TABLE },
    };
  }
}

function separatorOf(text: string): string {
  const head = text.split('\n', 1).join('');
  return [',', '\t', ';'].find((sign) => head.includes(sign)) ?? ',';
}

/** `="3401…"`, `'3401…` and `1.38E+10` as what a reader sees in a cell. */
function bare(cell: string): string {
  const text = cell.trim();
  const quoted =
    /^="?(.*?)"?$/s.exec(text)?.[1] ?? text.replace(/^'/, '').replace(/^"(.*)"$/s, '$1');
  // With fewer digits the number itself is lost.
  if (!/^\d\.\d{8,}E\+?\d{1,2}$/i.test(quoted)) return quoted;
  const number = Number(quoted);
  return Number.isSafeInteger(number) ? String(number) : quoted;
}
