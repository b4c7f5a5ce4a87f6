import { FORMULAS, formulaFault } from './formulas.ts';
import { withoutGuids } from './guid.ts';
import { joinedCells } from './joined.ts';
import type { Account } from './passage.ts';
import type { Shows } from './xlsx/added.ts';
import { columnName } from './xlsx/sheet.ts';
import type { StoredCell } from './xlsx/walk.ts';
import { walkSheet } from './xlsx/walk.ts';

/** Rows at the top of a sheet in which its heads stand, below a title perhaps. */
const HEAD_ROWS = 4;
/** No head is longer: what is more in a column's first cells is text of its own. */
const LONGEST_HEAD = 300;
const MOST_COLUMNS = 16_384;

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly strings: readonly string[];
  /** Which of these some cell shows. */
  readonly used: Uint8Array;
  /** What a cell shows whose format adds figures to what it holds. */
  readonly shows: Shows;
  /** Names that are defined, in capitals. */
  readonly names: ReadonlySet<string>;
}

/** Elements whose attributes are only places and measures, of which a sheet has millions. */
const PLAIN = new Set(['c', 'row', 'v', 'f', 'col', 'dimension', 'mergeCell']);

/** Every cell of a sheet: hidden rows and columns too; formulas, headers, lists of what may be chosen. */
export function readSheet(xml: Uint8Array, book: Workbook, sheet: string, account: Account): void {
  const heads: string[] = [];
  let rowHeads: readonly string[] = [];
  const hiddenColumns = new Uint8Array(MOST_COLUMNS);
  let rowNumber = 0;
  // By their own count: what number a row bears is its maker's say.
  let rows = 0;
  let rowHidden = false;
  let cells: string[] = [];
  let before = -1;

  walkSheet(xml, {
    hiddenColumns: (from, to) => hiddenColumns.fill(1, Math.max(0, from), to + 1),
    row: (row, hidden) => {
      rows++;
      rowNumber = row + 1;
      rowHidden = hidden;
      cells = [];
      before = -1;
      // One array for all cells of a row, and after the heads for all rows.
      if (rows <= HEAD_ROWS + 1) rowHeads = heads.filter((head) => head !== undefined);
    },
    cell: endCell,
    endRow,
    open: (tag, _, written) => {
      account.step();
      if (PLAIN.has(tag)) return;
      for (const key in written) {
        const text = withoutGuids(written[key] as string);
        if (text !== undefined) account.take({ text, where: `${sheet}的设置中`, again: 'same' });
      }
    },
    words: (tag, text) => {
      if (FORMULAS.has(tag)) formula(text);
      else account.words(text, `${sheet}的公式、页眉或设置中`);
    },
    aside: (text) => account.take({ text, where: '隐藏的注释中', again: 'same' }),
  });

  function formula(text: string): void {
    const fault = formulaFault(text, book.names);
    if (fault !== undefined) account.addActive(fault);
    const where = `${sheet}的公式或页眉中`;
    // Whether a number stands in it at all; most formulas only compute.
    if (!/\d{3}|[\u0080-\u{10ffff}]/u.test(text)) return;
    account.take({ text, where });
    // A text that a formula joins of pieces.
    const joined = text.replaceAll(/"\s*&\s*"/g, '');
    if (joined !== text) account.take({ text: joined, where, again: 'same' });
  }

  function endCell(cell: StoredCell): void {
    const text = shown(cell);
    const { row, column } = cell;
    // A gap parts two cells, however wide it is.
    if (column > before + 1) cells.push('');
    cells.push(text);
    before = column;
    if (text === '') return;
    const label = heads[column] ?? '';
    const isHead = rows <= HEAD_ROWS && row < HEAD_ROWS && label.length < LONGEST_HEAD;
    if (isHead && !/\d{6}/.test(text)) {
      heads[column] = `${label} ${text}`.trim();
    }
    const hidden = rowHidden || hiddenColumns[column] === 1;
    const where = `${sheet}第 ${row + 1} 行 ${columnName(column)} 列${hidden ? '（隐藏）' : ''}`;
    account.take({ text, where, label, heads: rowHeads });
    const whole = book.shows(cell.style, text);
    if (whole !== undefined)
      account.take({ text: whole, where, label, heads: rowHeads, again: 'same' });
  }

  function shown({ type, value, runs }: StoredCell): string {
    let text = type === 's' ? shared(value) : value;
    for (const run of runs) {
      if (run.phonetic) account.words(run.text, `${sheet}的公式、页眉或设置中`);
      else text += run.text;
    }
    return type === 'n' ? wholeNumber(text) : text;
  }

  function shared(value: string): string {
    const at = Number(value);
    if (value !== '' && at < book.used.length) book.used[at] = 1;
    return book.strings[at] ?? '';
  }

  function endRow(): void {
    if (cells.length < 2) return;
    const where = `${sheet}第 ${rowNumber} 行`;
    for (const joined of joinedCells(cells)) account.take({ ...joined, where });
  }
}

/** 1.3812345678E10 as the eleven digits that a reader sees. */
function wholeNumber(value: string): string {
  if (!/[.eE]/.test(value)) return value;
  const number = Number(value);
  return value !== '' && Number.isSafeInteger(number) ? String(number) : value;
}
