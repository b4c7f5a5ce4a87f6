import { parseXml } from '@columns/office';
import { ImportFailure } from '../../failure.ts';
import { clean } from '../../shape/spaces.ts';
import type { Shown } from './formats.ts';
import { showNumber } from './formats.ts';
import type { Area } from './sheet.ts';
import { columnName, place } from './sheet.ts';

/** More rows than a page, a CSV in a repository and an officer can take. */
export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;

export interface RawSheet {
  /** Cells by row and column of the file, from 0; only rows with something in them. */
  readonly rows: ReadonlyMap<number, readonly (string | undefined)[]>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: (column: number) => boolean;
  /** Numbers that lost digits in Excel, formulas without a result, errors: `B5`. */
  readonly cut: readonly string[];
  readonly unresolved: readonly string[];
}

export interface Workbook {
  readonly strings: readonly string[];
  readonly formatOf: (style: number) => string;
  readonly date1904: boolean;
}

/** Streams a sheet's part; a large sheet is never one string or one tree. */
export function readRows(bytes: Uint8Array, { strings, formatOf, date1904 }: Workbook): RawSheet {
  const rows = new Map<number, (string | undefined)[]>();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hidden: [number, number][] = [];
  const cut: string[] = [];
  const unresolved: string[] = [];
  let row = -1;
  let column = -1;
  let cell:
    | { type: string; style: number; value: string; inline: string; formula: boolean }
    | undefined;
  let reading: 'v' | 't' | undefined;
  let phonetic = false;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
        if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') hiddenRows.add(row);
      } else if (name === 'c') {
        column = place(attributes['r'] ?? '')?.column ?? column + 1;
        cell = {
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
          inline: '',
          formula: false,
        };
      } else if (name === 'v') reading = 'v';
      else if (name === 't' && cell) reading = 't';
      else if (name === 'rPh') phonetic = true;
      else if (name === 'f' && cell) cell.formula = true;
      else if (
        name === 'col' &&
        (attributes['hidden'] === '1' || attributes['hidden'] === 'true')
      ) {
        hidden.push([Number(attributes['min']) - 1, Number(attributes['max']) - 1]);
      } else if (name === 'mergeCell') {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(place);
        if (from && to)
          merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    text(text) {
      if (!cell || phonetic) return;
      if (reading === 'v') cell.value += text;
      else if (reading === 't') cell.inline += text;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = undefined;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && cell) {
        const at = `${columnName(column)}${row + 1}`;
        const { text, lost } = show(cell);
        if (lost) cut.push(at);
        if ((cell.formula && cell.value === '' && cell.type !== 'str') || cell.type === 'e')
          unresolved.push(at);
        if (text !== '') put(text);
        cell = undefined;
      }
    },
  });
  return {
    rows,
    merges,
    hiddenRows,
    hiddenColumns: (index) => hidden.some(([from, to]) => index >= from && index <= to),
    cut,
    unresolved,
  };

  function put(text: string): void {
    if (column >= MOST_COLUMNS) {
      throw new ImportFailure(
        'too-large',
        `表格超过 ${MOST_COLUMNS} 列`,
        '删去多余的列，或分成几张表后再导入',
      );
    }
    const cells = rows.get(row) ?? [];
    if (!rows.has(row)) {
      if (rows.size >= MOST_ROWS) throw tooManyRows();
      rows.set(row, cells);
    }
    cells[column] = text;
  }

  function show({ type, style, value, inline }: NonNullable<typeof cell>): {
    text: string;
    lost: boolean;
  } {
    const plain = (text: string) => ({ text: clean(text).trim(), lost: false });
    switch (type) {
      case 's':
        return plain(strings[Number(value)] ?? '');
      case 'inlineStr':
        return plain(inline);
      case 'str':
      case 'd':
      case 'e':
        return plain(value);
      case 'b':
        return plain(value === '1' ? '是' : '否');
      default: {
        if (value === '') return plain('');
        const shown: Shown = showNumber(value, formatOf(style), date1904);
        return { text: shown.text, lost: shown.cut === true };
      }
    }
  }
}

export function tooManyRows(total?: number): ImportFailure {
  const count =
    total === undefined ? `超过 ${MOST_ROWS} 行` : `有 ${total} 行，超过 ${MOST_ROWS} 行`;
  return new ImportFailure(
    'too-large',
    `表格${count}，一条信息放不下`,
    '按年份、乡镇或类别分成几个文件后再导入',
  );
}
