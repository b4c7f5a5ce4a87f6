import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OfficeFailure } from '@columns/office';
import { clean } from '@columns/office/words';
import type { Sheet } from '@columns/office/xlsx';
import { MOST_ROWS, tooManyRows } from '@columns/office/xlsx';
import { parse } from 'csv-parse';
import type { Remark } from '../failure.ts';
import { asImportFailure, ImportFailure, remark } from '../failure.ts';

/** Bytes of cells that are kept; a table of more is too large for one entry. */
const MOST_BYTES = 48 * 1024 * 1024;
const LONGEST_ROW = 1024 * 1024;
const CHUNK = 256 * 1024;

/**
 * Streams a CSV in UTF-8, GB18030 or UTF-16, and stops at the bound: a file of any size takes no
 * more memory than the largest table that can be imported.
 */
export async function readCsvFile(path: string): Promise<{ sheet: Sheet; remarks: Remark[] }> {
  const { encoding, delimiter } = await inspect(path);
  const rows: string[][] = [];
  const numbers: number[] = [];
  let size = 0;
  let formulas = 0;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  try {
    await pipeline(Readable.from(text(path, encoding)), parser, async (records) => {
      for await (const { record, info } of records as AsyncIterable<{
        record: string[];
        info: { lines: number };
      }>) {
        if (numbers.length === 0 && /^sep=.?$/i.test(record.join(''))) continue;
        const cells = record.map((cell) => {
          const text = clean(cell.replaceAll(/\r\n?/g, '\n')).trim();
          const plain = unquoted(text);
          if (plain !== text) formulas++;
          return plain;
        });
        if (cells.every((cell) => cell === '')) continue;
        size += cells.reduce((sum, cell) => sum + cell.length * 2, 0);
        if (rows.length >= MOST_ROWS) throw tooManyRows();
        if (size > MOST_BYTES) {
          throw new ImportFailure(
            'too-large',
            `表格内容超过 ${MOST_BYTES / 1024 / 1024} MB，一条信息放不下`,
            '按年份、乡镇或类别分成几个文件后再导入',
          );
        }
        rows.push(cells);
        numbers.push(info.lines);
      }
    });
  } catch (error) {
    throw explain(error);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const used = [...Array(width).keys()].filter((column) => even.some((row) => row[column] !== ''));
  const remarks = [
    ...(encoding === 'utf-8'
      ? []
      : [remark('note', `文件编码为 ${encoding.toUpperCase()}，已转为 UTF-8`)]),
    ...(formulas === 0
      ? []
      : [remark('changed', `${formulas} 格写作 ="…" 的公式，只写入了引号中的文字`)]),
  ];
  return {
    sheet: {
      name: '',
      rows: even.map((row) => used.map((column) => row[column] ?? '')),
      numbers,
      merges: [],
    },
    remarks,
  };
}

async function* text(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** How much of a file is looked at for its encoding; a wrong sign behind it is still refused. */
const LOOKED_AT = 16 * 1024 * 1024;

/** Encoding and delimiter from the file's beginning, without keeping it. */
async function inspect(path: string): Promise<{ encoding: string; delimiter: string }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const gb18030 = new TextDecoder('gb18030', { fatal: true });
  let fits = { utf8: true, gb18030: true };
  let first = '';
  let seen = 0;
  let encoding: string | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, end: LOOKED_AT - 1 })) {
    const bytes = chunk as Buffer;
    if (seen === 0) {
      if (bytes[0] === 0xff && bytes[1] === 0xfe) encoding = 'utf-16le';
      else if (bytes[0] === 0xfe && bytes[1] === 0xff) encoding = 'utf-16be';
      first = new TextDecoder(encoding ?? 'latin1').decode(bytes).slice(0, 20_000);
    }
    seen += bytes.length;
    if (encoding !== undefined) break;
    fits = {
      utf8: fits.utf8 && decodes(utf8, bytes),
      gb18030: fits.gb18030 && decodes(gb18030, bytes),
    };
    if (!fits.utf8 && !fits.gb18030) break;
  }
  encoding ??= fits.utf8 ? 'utf-8' : fits.gb18030 ? 'gb18030' : undefined;
  if (encoding === undefined) {
    throw new ImportFailure(
      'encoding',
      '文件既不是 UTF-8 也不是 GB18030 编码，读不成文字',
      '用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”',
    );
  }
  return { encoding, delimiter: delimiterOf(first) };
}

/** The sign that parts the cells of most lines: a title above them has none, or another one. */
function delimiterOf(text: string): string {
  const named = /^\ufeff?sep=(.)\s*$/im.exec(text.split('\n', 1)[0] ?? '')?.[1];
  if (named !== undefined) return named;
  // What stands in quotes parts nothing.
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .slice(0, 200)
    .filter((line) => line.trim() !== '');
  const scored = [',', '\t', ';', '|'].map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const times = new Map<number, number>();
    for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
    const [cells = 0, alike = 0] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { sign, alike, cells };
  });
  const [best] = scored.sort((a, b) => b.alike - a.alike || b.cells - a.cells);
  return best !== undefined && best.alike > 0 ? best.sign : ',';
}

/** `="0281234"` keeps a nought in Excel; it is no formula that anybody wrote. */
function unquoted(cell: string): string {
  const text = /^="((?:[^"]|"")*)"$/s.exec(cell)?.[1];
  return text === undefined ? cell : text.replaceAll('""', '"');
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function explain(error: unknown): unknown {
  if (error instanceof ImportFailure) return error;
  if (error instanceof OfficeFailure) return asImportFailure(error);
  const { code, lines } = error as { code?: string; lines?: number };
  const at = lines === undefined ? '' : `（第 ${lines} 行附近）`;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new ImportFailure(
      'damaged',
      `引号没有成对${at}，分不清行和列`,
      '用 Excel 或 WPS 打开，另存为 .xlsx 后再导入',
    );
  }
  return code?.startsWith('CSV_')
    ? new ImportFailure('damaged', `CSV 读不通${at}`, '用 Excel 或 WPS 打开，另存为 .xlsx 后再导入')
    : error;
}
