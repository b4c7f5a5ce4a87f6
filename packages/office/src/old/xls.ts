import { read, set_cptable, write } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { signatureOf } from '../signature.ts';
import type { NewFile } from './answer.ts';
import { besideCells } from './beside-sheet.ts';

// Texts of the time before Unicode are in the encoding of their country.
set_cptable(codepages);

/** More rows than an entry can take; the last one tells the reader that there were too many. */
const MOST_ROWS = 100_002;

/**
 * An old workbook as a new one, by SheetJS: cells with their formats, merged cells, hidden rows, columns
 * and sheets, notes and links. Formulas are left out, and their results stay.
 */
export function readXls(bytes: Uint8Array): NewFile {
  const book = read(bytes, {
    type: 'array',
    cellNF: true,
    cellStyles: true,
    cellFormula: false,
    cellHTML: false,
    bookVBA: false,
    // Texts of the time before Unicode were written in China.
    codepage: 936,
    sheetRows: MOST_ROWS,
  });
  return {
    format: 'xlsx',
    bytes: Uint8Array.from(write(book, { type: 'buffer', bookType: 'xlsx', compression: true })),
    lost: signatureOf(bytes) === 'ole' ? besideCells(bytes) : [],
  };
}
