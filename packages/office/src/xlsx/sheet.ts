/** A sheet as a reader of Excel sees it. */
export interface Sheet {
  readonly name: string;
  /** Visible cells as shown, row by row; merged cells repeat their text in each spot. */
  readonly rows: readonly (readonly string[])[];
  /** For each row: its number in the file, from 1. */
  readonly numbers: readonly number[];
  /** Merged areas among the visible rows and columns, both ends included, from 0. */
  readonly merges: readonly Area[];
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `AB12` → column 27, row 11, both from 0. */
export function place(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  const column =
    [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** 0 → A, 27 → AB. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
