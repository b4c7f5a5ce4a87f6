import { readFileSync } from 'node:fs';
import { CFB, utils, write } from '@e965/xlsx';

/** A notice with all that an old Word file can hold, and a workbook; both made up. */
export const NOTICE = fixture('notice.doc');
export const TABLE = fixture('table.xls');

function fixture(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(name, import.meta.url)));
}

const HEAD = 0x600;

export interface DocParts {
  /** How many times the text stands in the document, without being in the file as often. */
  readonly pieces?: number;
  /** Text that follows in the document, and stands elsewhere in the file. */
  readonly rest?: string;
  /** How many bytes behind its place its text is said to stand. */
  readonly behind?: number;
  readonly magic?: number;
  readonly flags?: number;
}

/** The smallest old Word file: its head, and its text in pieces. */
export function doc(text: string, parts: DocParts = {}): Uint8Array {
  const { pieces = 1, rest = '', behind = 0, magic = 0xa5ec, flags = 0x0200 } = parts;
  // The rest stands in front of the text, and something between them.
  const before = Buffer.from(`${rest}――`, 'utf16le');
  const length = text.length * pieces + rest.length;
  const places = [
    ...Array.from({ length: pieces }, () => HEAD + before.length + behind),
    ...(rest === '' ? [] : [HEAD]),
  ];
  const head = Buffer.alloc(HEAD);
  head.writeUInt16LE(magic, 0);
  head.writeUInt16LE(flags, 0xa);
  head.writeUInt32LE(Math.min(length, 0x7fffffff), 0x4c);
  const table = Buffer.alloc(5 + (places.length + 1) * 4 + places.length * 8);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(table.length - 5, 1);
  for (const [index, place] of places.entries()) {
    table.writeUInt32LE((index * text.length) % 2 ** 32, 5 + index * 4);
    table.writeUInt32LE(place, 5 + (places.length + 1) * 4 + index * 8 + 2);
  }
  table.writeUInt32LE(length % 2 ** 32, 5 + places.length * 4);
  head.writeUInt32LE(table.length, 0x1a6);
  const own = Buffer.concat([head, before, Buffer.from(text, 'utf16le')]);
  return compound({ WordDocument: own, '1Table': table });
}

/** A compound file of these streams; small ones are made larger, so that none stands among the small. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    CFB.utils.cfb_add(file, name, Buffer.concat([bytes, Buffer.alloc(4096)]));
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** A workbook of one sheet, as Excel 97 or the XML of Excel 2003 has it. */
export function xls(
  rows: readonly (readonly (string | number)[])[],
  bookType: 'biff8' | 'biff5' | 'xlml' = 'biff8',
  name = 'list',
  merges: readonly string[] = [],
): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((area) => utils.decode_range(area));
  utils.book_append_sheet(book, sheet, name);
  return Uint8Array.from(write(book, { type: 'buffer', bookType }) as Buffer);
}

/** An old workbook with a text on a sheet that no menu of Excel shows. */
export function hiddenSheet(text: string): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['list']]), 'list');
  utils.book_append_sheet(book, utils.aoa_to_sheet([[text]]), 'hidden');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  return Uint8Array.from(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
}

const CODE_PAGE = Buffer.from([0x42, 0x00, 0x02, 0x00]);

/** A workbook of Excel 5, which knew no Unicode: the words stand in it in the encoding of their country. */
export function xls5(
  words: readonly (readonly [ascii: string, gbk: readonly number[]])[],
): Uint8Array {
  const file = Buffer.from(xls([words.map(([ascii]) => ascii)], 'biff5'));
  for (const [ascii, gbk] of words) Buffer.from(gbk).copy(file, file.indexOf(ascii));
  file.writeUInt16LE(936, file.indexOf(CODE_PAGE) + 4);
  return Uint8Array.from(file);
}
