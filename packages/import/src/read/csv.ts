import { OfficeFailure } from '@columns/office';
import { clean, EncodingTrial } from '@columns/office/words';
import type { Sheet } from '@columns/office/xlsx';
import { MOST_ROWS, tooManyRows } from '@columns/office/xlsx';
// The same library as elsewhere, in the form that also runs where Node is not.
import { parse } from 'csv-parse/browser/esm/sync';
import type { Remark } from '../failure.ts';
import { asImportFailure, ImportFailure, remark } from '../failure.ts';

/** Bytes of cells that are kept; a table of more is too large for one entry. */
const MOST_BYTES = 48 * 1024 * 1024;
const LONGEST_ROW = 1024 * 1024;

export interface CsvReading {
  readonly sheet: Sheet;
  readonly remarks: readonly Remark[];
}

/** Reads a CSV in UTF-8, GB18030 or UTF-16 whose bytes are there. */
export function readCsv(bytes: Uint8Array): CsvReading {
  const trial = new EncodingTrial();
  trial.add(bytes);
  const encoding = encodingOf(trial);
  const text = new TextDecoder(encoding).decode(bytes);
  const rows = new CsvRows();
  try {
    parse(text, {
      ...csvOptions(text.slice(0, FIRST)),
      on_record: (record: readonly string[], { lines }: { lines: number }) => {
        rows.add(record, lines);
        return undefined;
      },
    });
  } catch (error) {
    throw explain(error);
  }
  return rows.read(encoding);
}

/** How many signs at the beginning tell how cells are parted. */
export const FIRST = 20_000;

/** What the library is asked for, by the beginning of the text. */
export function csvOptions(first: string) {
  return {
    bom: true,
    delimiter: delimiterOf(first),
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
}

/** The encoding of a CSV; anything that fits none is refused. */
export function encodingOf({ encoding }: EncodingTrial): string {
  if (encoding !== undefined) return encoding;
  throw new ImportFailure(
    'encoding',
    '文件既不是 UTF-8 也不是 GB18030 编码，读不成文字',
    '用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”',
  );
}

/** Collects the records of a CSV as the rows of a sheet, within the bounds of one entry. */
export class CsvRows {
  readonly #rows: string[][] = [];
  readonly #numbers: number[] = [];
  #size = 0;
  #formulas = 0;

  /** `line`: where the record ends in the file. */
  add(record: readonly string[], line: number): void {
    if (this.#numbers.length === 0 && /^sep=.?$/i.test(record.join(''))) return;
    const cells = record.map((cell) => {
      const text = clean(cell.replaceAll(/\r\n?/g, '\n')).trim();
      const plain = unquoted(text);
      if (plain !== text) this.#formulas++;
      return plain;
    });
    if (cells.every((cell) => cell === '')) return;
    this.#size += cells.reduce((sum, cell) => sum + cell.length * 2, 0);
    if (this.#rows.length >= MOST_ROWS) throw tooManyRows();
    if (this.#size > MOST_BYTES) {
      throw new ImportFailure(
        'too-large',
        `表格内容超过 ${MOST_BYTES / 1024 / 1024} MB，一条信息放不下`,
        '按年份、乡镇或类别分成几个文件后再导入',
      );
    }
    this.#rows.push(cells);
    this.#numbers.push(line);
  }

  /** All rows, equally wide and without columns that are empty throughout. */
  read(encoding: string): CsvReading {
    const width = this.#rows.reduce((most, row) => Math.max(most, row.length), 0);
    const even = this.#rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
    const used = [...Array(width).keys()].filter((column) =>
      even.some((row) => row[column] !== ''),
    );
    return {
      sheet: {
        name: '',
        rows: even.map((row) => used.map((column) => row[column] ?? '')),
        numbers: this.#numbers,
        merges: [],
      },
      remarks: [
        ...(encoding === 'utf-8'
          ? []
          : [remark('note', `文件编码为 ${encoding.toUpperCase()}，已转为 UTF-8`)]),
        ...(this.#formulas === 0
          ? []
          : [remark('changed', `${this.#formulas} 格写作 ="…" 的公式，只写入了引号中的文字`)]),
      ],
    };
  }
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

/** What the library says of a CSV that it cannot read, as a failure of the import. */
export function explain(error: unknown): unknown {
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
