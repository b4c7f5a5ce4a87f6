import type { Attributes } from '../xml.ts';
import { parseXml } from '../xml.ts';
import { place } from './sheet.ts';

/*
 * The one way through the parts of a workbook. Whoever takes its cells over and whoever searches it for
 * words are told the same cells; what each makes of them is his.
 */

/** A stretch of a text with one look. */
export interface CellRun {
  readonly text: string;
  readonly strike: boolean;
  /** How a word is said, which stands above it. */
  readonly phonetic: boolean;
}

/** A cell as it is stored. */
export interface StoredCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** `s`: a shared text, `n`: a number, and what else ECMA-376 part 1, 18.18.11 names. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  /** A text of its own. */
  readonly runs: readonly CellRun[];
  /** Its formula; `''` also where a neighbour's goes on. */
  readonly formula: string;
  readonly computed: boolean;
  /** It points to data beside the sheets: a picture in a cell does. */
  readonly pointing: boolean;
}

export interface SheetEvents {
  /** A row begins; `row` from 0. */
  readonly row?: (row: number, hidden: boolean) => void;
  readonly cell: (cell: StoredCell) => void;
  readonly endRow?: () => void;
  /** Columns that are hidden, both ends included, from 0. */
  readonly hiddenColumns: (from: number, to: number) => void;
  /** Every element, as the XML has it. */
  readonly open?: (name: string, attributes: Attributes, written: Attributes) => void;
  /** Words that stand directly in an element and are no cell's value; formulas too. */
  readonly words: (name: string, text: string) => void;
  readonly aside?: (text: string) => void;
}

type Open = { -readonly [K in keyof StoredCell]: StoredCell[K] } & { runs: CellRun[] };
/** Most cells have none, and there are millions of them. */
const NO_RUNS: CellRun[] = [];

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Streams a sheet; a large one is never one string or one tree. */
export function walkSheet(xml: Uint8Array, events: SheetEvents): void {
  let row = -1;
  let column = -1;
  let cell: Open | undefined;
  let words = '';
  let strike = false;
  let phonetic = false;
  parseXml(xml, {
    open(name, attributes, written) {
      if (words !== '' && words.trim() !== '') events.words('', words);
      words = '';
      if (name === 'c') {
        column = place(attributes['r'] ?? '')?.column ?? column + 1;
        cell = {
          row,
          column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
          runs: NO_RUNS,
          formula: '',
          computed: false,
          pointing: attributes['vm'] !== undefined,
        };
      } else if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
        events.row?.(row, isSet(attributes['hidden']));
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'f' && cell) cell.computed = true;
      else if (name === 'is' || name === 'r') strike = false;
      else if (name === 'strike') strike = attributes['val'] !== '0';
      else if (name === 'col' && isSet(attributes['hidden']))
        events.hiddenColumns(Number(attributes['min']) - 1, Number(attributes['max']) - 1);
      events.open?.(name, attributes, written);
    },
    text(text) {
      words += text;
    },
    close(name) {
      if (name === 'v' && cell) cell.value += words;
      else if (name === 't' && cell) {
        if (cell.runs === NO_RUNS) cell.runs = [];
        cell.runs.push({ text: words, strike, phonetic });
      } else if (words !== '') {
        if (name === 'f' && cell) cell.formula += words;
        events.words(name, words);
      }
      words = '';
      if (name === 'rPh') phonetic = false;
      else if (name === 'c' && cell) {
        events.cell(cell);
        cell = undefined;
      } else if (name === 'row') events.endRow?.();
    },
    ...(events.aside ? { aside: events.aside } : {}),
  });
}

/** The texts that cells share, in their order, as `written` puts their runs together. */
export function sharedStrings(
  xml: Uint8Array,
  written: (runs: readonly CellRun[]) => string,
): string[] {
  const strings: string[] = [];
  let runs: CellRun[] = [];
  let words = '';
  let strike = false;
  let phonetic = false;
  parseXml(xml, {
    open(name, attributes) {
      words = '';
      if (name === 'si') {
        runs = [];
        strike = false;
      } else if (name === 'r') strike = false;
      else if (name === 'strike') strike = attributes['val'] !== '0';
      else if (name === 'rPh') phonetic = true;
    },
    text(text) {
      words += text;
    },
    close(name) {
      if (name === 't') runs.push({ text: words, strike, phonetic });
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(written(runs));
    },
  });
  return strings;
}
