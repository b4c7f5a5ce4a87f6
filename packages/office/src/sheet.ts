import { FORMULAS, formulaFault } from './formulas.ts';
import { withoutGuids } from './guid.ts';
import { joinedCells } from './joined.ts';
import type { Account } from './passage.ts';
import { parseXml } from './xml.ts';

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
  /** Names that are defined, in capitals. */
  readonly names: ReadonlySet<string>;
}

/** The texts that cells share, in their order. */
export function sharedStrings(xml: Uint8Array): string[] {
  const strings: string[] = [];
  let current = '';
  let reading = false;
  parseXml(xml, {
    open: (tag) => {
      if (tag === 'si') current = '';
      else if (tag === 't') reading = true;
    },
    text: (text) => {
      if (reading) current += text;
    },
    close: (tag) => {
      if (tag === 't') reading = false;
      else if (tag === 'si') strings.push(current);
    },
  });
  return strings;
}

/** Elements whose attributes are only places and measures, of which a sheet has millions. */
const PLAIN = new Set(['c', 'row', 'v', 'f', 'col', 'dimension', 'mergeCell']);

/** Every cell of a sheet: hidden rows and columns too; formulas, headers, lists of what may be chosen. */
export function readSheet(xml: Uint8Array, book: Workbook, sheet: string, account: Account): void {
  const heads: string[] = [];
  let rowHeads: readonly string[] = [];
  const hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  let row = { number: 0, hidden: false };
  // By their own count: what number a row bears is its maker's say.
  let rows = 0;
  let cells: string[] = [];
  let before = 0;
  let cell = { column: '', index: 0, type: '' };
  let value = '';
  const path: string[] = [];
  let words = '';

  parseXml(xml, {
    open: (tag, attributes, written) => {
      path.push(tag);
      words = '';
      if (tag === 'col' && attributes['hidden'] === '1') {
        hiddenColumns.fill(1, Number(attributes['min']), Number(attributes['max']) + 1);
      } else if (tag === 'row') {
        row = {
          number: Number(attributes['r'] ?? row.number + 1),
          hidden: attributes['hidden'] === '1',
        };
        rows++;
        cells = [];
        before = 0;
        cell = { column: '', index: 0, type: '' };
        // One array for all cells of a row, and after the heads for all rows.
        if (rows <= HEAD_ROWS + 1) rowHeads = heads.filter((head) => head !== undefined);
      } else if (tag === 'c') {
        const column = (attributes['r'] ?? '').replace(/\d+$/, '');
        const index = column === '' ? cell.index + 1 : columnNumber(column);
        cell = { column, index, type: attributes['t'] ?? 'n' };
        value = '';
      }
      if (PLAIN.has(tag)) return;
      for (const key in written) {
        const text = withoutGuids(written[key] as string);
        if (text !== undefined) account.take({ text, where: `${sheet}的设置中`, again: 'same' });
      }
    },
    text: (text) => {
      words += text;
    },
    close: (tag) => {
      path.pop();
      const inCell = path.includes('c');
      if (FORMULAS.has(tag)) formula(words);
      else if (inCell && (tag === 'v' || (tag === 't' && !path.includes('rPh')))) value += words;
      else if (tag === 'c') endCell();
      else if (tag === 'row') endRow();
      else account.words(words, `${sheet}的公式、页眉或设置中`);
      words = '';
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

  function endCell(): void {
    const text = shown();
    // A gap parts two cells, however wide it is.
    if (cell.index > before + 1) cells.push('');
    cells.push(text);
    before = cell.index;
    if (text === '') return;
    const { column, index } = cell;
    const label = heads[index] ?? '';
    const isHead = rows <= HEAD_ROWS && row.number <= HEAD_ROWS && label.length < LONGEST_HEAD;
    if (isHead && !/\d{6}/.test(text)) {
      heads[index] = `${label} ${text}`.trim();
    }
    const hidden = row.hidden || hiddenColumns[index] === 1;
    account.take({
      text,
      where: `${sheet}第 ${row.number} 行 ${column} 列${hidden ? '（隐藏）' : ''}`,
      label,
      heads: rowHeads,
    });
  }

  function shown(): string {
    if (cell.type === 's') {
      const at = Number(value);
      if (value !== '' && at < book.used.length) book.used[at] = 1;
      return book.strings[at] ?? '';
    }
    return cell.type === 'n' ? wholeNumber(value) : value;
  }

  function endRow(): void {
    if (cells.length < 2) return;
    const where = `${sheet}第 ${row.number} 行`;
    for (const joined of joinedCells(cells)) account.take({ ...joined, where });
  }
}

/** 1.3812345678E10 as the eleven digits that a reader sees. */
function wholeNumber(value: string): string {
  if (!/[.eE]/.test(value)) return value;
  const number = Number(value);
  return value !== '' && Number.isSafeInteger(number) ? String(number) : value;
}

function columnNumber(column: string): number {
  let number = 0;
  for (const letter of column) number = number * 26 + letter.charCodeAt(0) - 64;
  return Math.min(Math.max(number, 1), MOST_COLUMNS);
}
