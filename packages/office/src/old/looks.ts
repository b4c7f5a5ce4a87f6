import { sprms } from './sprm.ts';

/** How characters look, as far as it carries meaning ([MS-DOC] 2.6.1). */
export interface Looks {
  readonly deleted?: boolean;
  readonly hidden?: boolean;
  readonly bold?: boolean;
  readonly struck?: boolean;
  readonly underlined?: boolean;
  readonly script?: 'superscript' | 'subscript';
  /** The character stands for something: a note, a picture, a symbol. */
  readonly special?: boolean;
  /** Index of a font and a sign in it. */
  readonly symbol?: { readonly font: number; readonly sign: number };
  /** Where in the data stream its picture or form field stands. */
  readonly data?: number;
  /** The character style. */
  readonly style?: number;
}

/** The looks that a list of properties gives. */
export function looksOf(bytes: Uint8Array): Looks {
  const looks: { -readonly [K in keyof Looks]: Looks[K] } = {};
  for (const { code, operand } of sprms(bytes)) {
    const byte = operand.byteLength > 0 ? operand.getUint8(0) : 0;
    const on = byte === 1 || byte === 0x81;
    if (code === 0x0800) looks.deleted = on;
    else if (code === 0x083c) looks.hidden = on;
    else if (code === 0x0835) looks.bold = on;
    else if (code === 0x0837 || code === 0x2a53) looks.struck = on || looks.struck === true;
    else if (code === 0x2a3e) looks.underlined = byte !== 0;
    else if (code === 0x2a48 && byte > 0) looks.script = byte === 1 ? 'superscript' : 'subscript';
    else if (code === 0x0855) looks.special = on;
    else if (code === 0x6a09)
      looks.symbol = { font: operand.getUint16(0, true), sign: operand.getUint16(2, true) };
    else if (code === 0x6a03) looks.data = operand.getUint32(0, true);
    else if (code === 0x4a30) looks.style = operand.getUint16(0, true);
  }
  return looks;
}

/** One cell of a row's definition. */
export interface CellShape {
  readonly left: number;
  readonly right: number;
  /** Goes on from, or begins, cells that are merged down. */
  readonly down?: 'continue' | 'restart';
  /** Belongs to cells that are merged across. */
  readonly across: boolean;
}

/** Where a paragraph stands and what it is ([MS-DOC] 2.6.2, 2.6.3). */
export interface Place {
  /** How many tables deep. */
  readonly depth?: number;
  /** Its mark ends a row, a cell or a row of an inner table. */
  readonly rowEnd?: boolean;
  readonly innerCellEnd?: boolean;
  readonly innerRowEnd?: boolean;
  readonly outline?: number;
  readonly align?: 'center' | 'right';
  readonly list?: number;
  readonly level?: number;
  readonly cells?: readonly CellShape[];
  readonly headRow?: boolean;
}

const ALIGN = [undefined, 'center', 'right'] as const;

/**
 * What a list of properties says of a paragraph.
 *
 * @param longer finds the properties that stand elsewhere because they are many
 */
export function placeOf(bytes: Uint8Array, longer: (at: number) => Uint8Array): Place {
  const place: { -readonly [K in keyof Place]: Place[K] } = {};
  for (const { code, operand } of sprms(bytes)) {
    const byte = operand.byteLength > 0 ? operand.getUint8(0) : 0;
    if (code === 0x2416) place.depth = byte === 0 ? 0 : Math.max(1, place.depth ?? 1);
    else if (code === 0x6649) place.depth = Math.max(0, operand.getInt32(0, true));
    else if (code === 0x2417) place.rowEnd = byte !== 0;
    else if (code === 0x244b) place.innerCellEnd = byte !== 0;
    else if (code === 0x244c) place.innerRowEnd = byte !== 0;
    else if (code === 0x2640) place.outline = byte;
    else if (code === 0x2403 || code === 0x2461) {
      const align = ALIGN[byte];
      if (align === undefined) delete place.align;
      else place.align = align;
    } else if (code === 0x460b) place.list = operand.getUint16(0, true);
    else if (code === 0x260a) place.level = byte;
    else if (code === 0x3404) place.headRow = byte !== 0;
    else if (code === 0xd608) place.cells = cellsOf(operand);
    else if (code === 0xd62b && place.cells) place.cells = mergedDown(place.cells, operand);
    else if (code === 0x6645 || code === 0x6646)
      Object.assign(
        place,
        placeOf(longer(operand.getUint32(0, true)), () => NONE),
      );
  }
  return place;
}

const NONE = new Uint8Array();
const CELL = 20;

/** Edges of a row's cells, and which of them are merged ([MS-DOC] 2.9.322, 2.9.312). */
function cellsOf(operand: DataView): CellShape[] {
  const count = operand.byteLength > 0 ? operand.getUint8(0) : 0;
  const edges = 1 + (count + 1) * 2;
  if (operand.byteLength < edges) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = edges + index * CELL;
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    const down = (flags >> 5) & 3;
    return {
      left: operand.getInt16(1 + index * 2, true),
      right: operand.getInt16(3 + index * 2, true),
      across: (flags & 3) !== 0,
      ...(down === 0 ? {} : { down: down === 1 ? ('continue' as const) : ('restart' as const) }),
    };
  });
}

function mergedDown(cells: readonly CellShape[], operand: DataView): CellShape[] {
  const [index, flag] = [operand.getUint8(0), operand.getUint8(1)];
  return cells.map((cell, at) => {
    if (at !== index) return cell;
    const { down: _, ...rest } = cell;
    return flag === 0 ? rest : { ...rest, down: flag === 1 ? 'continue' : 'restart' };
  });
}
